// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/base/file.h"
#include "core/central/schema.h"
#include "core/service/administration/catalogues.h"
#include "core/service/workspace/resources.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

constexpr std::size_t kMostWorkflowBytes = 1'000'000;

Result<> publish(Session &session, central::Connection &centre)
{
    const auto resources = TRY(service::Resources::load(session.resources));
    const auto review = TRY(service::reviewCatalogue(session.resources / "catalogue", session.resources));
    if (!review.catalogue)
        return fail(ErrorCode::InvalidInput, "the catalogue has problems; see tongbanctl catalogue check");
    const std::string workflow =
        TRY(readFile(session.resources / "workflow" / "workflow.csv", kMostWorkflowBytes));
    return central::publishRules(centre, {*resources->workflow, *review.catalogue, sha256(workflow)});
}

Result<> migrateCentre(Session &session, const std::string &connect, central::SchemaState wanted)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(connect));
    const central::SchemaStatus before = TRY(central::schemaStatus(centre));
    if (wanted == central::SchemaState::Empty && before.state != wanted)
        return fail(ErrorCode::Conflict, "the database holds a centre already; use migrate");
    if (wanted != central::SchemaState::Empty && before.state == central::SchemaState::Empty)
        return fail(ErrorCode::NotFound, "the database holds no centre; use init");
    const int applied = TRY(central::migrate(centre));
    TRY(publish(session, centre));
    if (session.json)
        session.printJson({{"version", before.newest}, {"applied", applied}});
    else
        session.printLine(std::string(session.text("中心库结构第 ", "The centre's schema is at version "))
                          + std::to_string(before.newest)
                          + std::string(session.text(" 版;流程表、事项与辖区已写入。",
                                                     "; workflow, items and districts are written.")));
    return {};
}

/// A code of server_warnings.sql as a sentence.
std::string warningText(const Session &session, const std::string &code)
{
    struct Line {
        std::string_view code, zh, en;
    };
    static constexpr Line kLines[] = {
        {"acts_not_durable", "服务器设置使已确认的操作可能丢失(fsync、synchronous_commit、full_page_writes)",
         "acts that were confirmed can be lost (fsync, synchronous_commit, full_page_writes)"},
        {"key_among_the_data", "密钥文件位于数据目录之内,备份会把它一并带走",
         "the file of keys lies in the data directory, where every backup takes it along"},
        {"logins_not_named", "服务器日志不记录登录名(log_line_prefix 缺 %u)",
         "the server's log does not name the login (log_line_prefix lacks %u)"},
        {"network_without_tls", "网络连接未启用 TLS", "connections over the network are without TLS"},
        {"pages_without_checksums", "数据页无校验和(initdb -k)", "data pages have no checksums (initdb -k)"},
        {"passwords_not_scram", "口令未以 SCRAM 方式保存", "passwords are not kept as SCRAM"},
        {"personal_data_not_sealed", "个人信息未加密保存(tongbanctl centre seal)",
         "personal data is not encrypted (tongbanctl centre seal)"},
        {"refusals_not_logged", "被拒绝的语句未写入服务器日志",
         "statements that are refused are not in the server's log"},
        {"staff_has_more_than_its_group", "有业务登录名拥有超出其组的数据库权限",
         "a login of the staff has more rights in the database than its group"},
        {"year_without_a_place", "有年度尚未建立分区(tongbanctl centre maintain)",
         "a year has no place of its own yet (tongbanctl centre maintain)"},
    };
    for (const Line &line : kLines)
        if (line.code == code)
            return std::string(session.text(line.zh, line.en));
    return code;
}

void printStatus(const Session &session, const central::CentreStatus &status)
{
    const auto line = [&](std::string_view zh, std::string_view en, const std::string &value) {
        session.printLine(std::string(session.text(zh, en)) + value);
    };
    line("结构版本    ", "Schema       ",
         std::to_string(status.schema.version) + " (" + std::string(central::name(status.schema.state))
             + ")");
    if (status.schema.state != central::SchemaState::Current)
        return;
    line("流程表      ", "Workflow     ", status.workflowDigest);
    line("辖区        ", "Districts    ", grouped(status.districts));
    line("办件        ", "Cases        ", grouped(status.cases));
    line("行为记录    ", "Acts         ", grouped(status.events));
    line("在办锁定    ", "Open claims  ", grouped(status.openClaims));
    line("账号        ", "Accounts     ", grouped(status.accounts));
    line("设备        ", "Devices      ", grouped(status.devices));
    line("近一日拒绝  ", "Refused, 24h ", grouped(status.refusalsLastDay));
    line("待查操作    ", "Quarantined  ", grouped(status.quarantined));
    line("占用字节    ", "Bytes        ", grouped(status.bytes));
    for (const central::YearSize &year : status.years)
        line("其中年度    ", "Of that in   ", year.year + "  " + grouped(year.bytes));
    for (const std::string &code : status.warnings)
        line("注意:", "Warning: ", warningText(session, code));
}

nlohmann::ordered_json yearsJson(const std::vector<central::YearSize> &years)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const central::YearSize &year : years)
        json[year.year] = year.bytes;
    return json;
}

Result<> showStatus(Session &session, const std::string &connect)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(connect));
    const central::CentreStatus status = TRY(central::centreStatus(centre));
    if (session.json)
        session.printJson({{"schema", central::name(status.schema.state)},
                           {"version", status.schema.version},
                           {"newest", status.schema.newest},
                           {"workflow", status.workflowDigest},
                           {"districts", status.districts},
                           {"cases", status.cases},
                           {"events", status.events},
                           {"open_claims", status.openClaims},
                           {"accounts", status.accounts},
                           {"devices", status.devices},
                           {"refusals_last_day", status.refusalsLastDay},
                           {"quarantined", status.quarantined},
                           {"bytes", status.bytes},
                           {"years", yearsJson(status.years)},
                           {"warnings", status.warnings}});
    else
        printStatus(session, status);
    if (status.schema.state != central::SchemaState::Current || !status.warnings.empty())
        session.setExitCode(ExitCode::Findings);
    return {};
}

} // namespace

void addConnectOption(CLI::App &command, std::string &connect)
{
    command
        .add_option("--connect", connect,
                    "The centre: \"host=... dbname=tongban user=...\" or a URI (default: TONGBAN_CENTRE)")
        ->envname("TONGBAN_CENTRE")
        ->required();
}

void addCentreCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "centre", "The central database of all desktops (中心库)");
    const auto connect = std::make_shared<std::string>();
    const auto add = [&](const CommandHelp &help, auto run) {
        CLI::App &command = addCommand(group, help);
        addConnectOption(command, *connect);
        command.callback(
            [&session, connect, run] { runCommand(session, [&] { return run(session, *connect); }); });
    };
    const std::string socket = " --connect 'host=/var/run/postgresql dbname=tongban'";
    add({"init", "Put the centre's schema into an empty database (建立中心库)", "centre init" + socket,
         "Run by the database's administrator. Over a network the server has to prove who it is "
         "(TLS,\nverify-full); a password comes from the password file, never from the command line."},
        [](Session &s, const std::string &text) {
            return migrateCentre(s, text, central::SchemaState::Empty);
        });
    add({"migrate", "Bring the centre's schema and rules up to this program (升级中心库)",
         "centre migrate" + socket, "Writes the workflow, the items and new districts anew as well."},
        [](Session &s, const std::string &text) {
            return migrateCentre(s, text, central::SchemaState::Current);
        });
    add({"status", "Show how the centre stands (中心库状态)", "centre status" + socket,
         "Exit code 1: the schema is not this program's, or the server is set up so that a promise does "
         "not hold."},
        showStatus);
    addCentreUpkeepCommands(group, session);
    addCentreAccessCommands(group, session);
    addCentreVerifyCommand(group, session);
    addCentreModelCommands(group, session);
    addCentreSignCommand(group, session);
}

} // namespace tongban::ctl
