// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/central/schema.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string connect;
    int dropLogsBefore = 0;
    std::string keyFile;
};

Result<> maintain(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    const int opened = TRY(central::openYears(centre));
    std::vector<std::string> dropped;
    if (options.dropLogsBefore > 0)
        dropped = TRY(central::dropLogs(centre, options.dropLogsBefore));
    if (session.json) {
        session.printJson({{"parts_made", opened}, {"logs_dropped", dropped}});
        return {};
    }
    session.printLine(std::string(session.text("新建年度分区 ", "Parts made for years: "))
                      + std::to_string(opened));
    for (const std::string &log : dropped)
        session.printLine(std::string(session.text("已删除日志 ", "Log dropped: ")) + log);
    return {};
}

Result<> seal(Session &session, const Options &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    const std::int64_t rows = TRY(central::sealUp(centre, options.keyFile));
    if (session.json)
        session.printJson({{"sealed", rows}});
    else
        session.printLine(std::string(session.text("已加密行数 ", "Rows sealed: ")) + grouped(rows));
    return {};
}

} // namespace

void addCentreUpkeepCommands(CLI::App &group, Session &session)
{
    const auto options = std::make_shared<Options>();
    CLI::App &upkeep = addCommand(
        group,
        {"maintain", "Make the places of this year and the next, and drop old logs (中心库年度维护)",
         "centre maintain --connect 'host=/var/run/postgresql dbname=tongban'",
         "Run by the database's administrator, once a month say. Acts of a year without a place are kept all "
         "the "
         "same\nand move when it is made. What happened is never dropped; logs of queries and refusals may "
         "be, after "
         "six years."});
    addConnectOption(upkeep, options->connect);
    upkeep
        .add_option("--drop-logs-before", options->dropLogsBefore,
                    "Drop these logs of the years before this one")
        ->check(CLI::Range(2000, 9999));
    upkeep.callback(
        [&session, options] { runCommand(session, [&] { return maintain(session, *options); }); });

    CLI::App &command = addCommand(
        group,
        {"seal", "Encrypt personal data by a key outside the database (加密个人信息)",
         "centre seal --key-file /etc/tongban/seal.keys --connect 'host=/var/run/postgresql dbname=tongban'",
         "The file lies on the server's machine, outside the data directory, readable by the server alone: a "
         "line\n"
         "\"1 \" and 64 hexadecimal digits (openssl rand -hex 32). A new key is a new line with the next "
         "number; run "
         "this\nagain then. Without the file nobody reads what was sealed: keep a copy where the backups are "
         "not."});
    addConnectOption(command, options->connect);
    command.add_option("--key-file", options->keyFile, "File of keys on the server's machine")->required();
    command.callback([&session, options] { runCommand(session, [&] { return seal(session, *options); }); });
}

} // namespace tongban::ctl
