// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/registers/registers.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct FileOptions {
    std::string file;
    std::string asOf;
    int commitEvery = 4000;
    bool acceptDoubtful = false;
    bool again = false;
    bool receivedElsewhere = false;
};

Result<> import(Session &session, const FileOptions &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    service::IntakeOptions intake;
    intake.linesPerCommit = options.commitEvery;
    intake.again = options.again;
    intake.receivedElsewhere = options.receivedElsewhere;
    intake.progress = progressOf(session, session.text("正在收件", "Taking in"));
    const auto report = TRY(service::takeIn(*workspace, options.file, intake));
    if (session.json)
        session.printJson(intakeJson(report));
    else
        session.print(intakeText(session, report));
    if (!report.finished)
        session.setExitCode(ExitCode::Interrupted);
    else if (report.quarantined > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

void printRegister(const Session &session, const service::RegisterReport &report)
{
    session.printLine(report.source + "." + report.record + " " + isoDate(report.asOf) + ": "
                      + std::string(session.text("读 ", "read ")) + grouped(report.read)
                      + std::string(session.text(",收 ", ", taken ")) + grouped(report.rows)
                      + std::string(session.text(",拒 ", ", rejected ")) + grouped(report.rejected)
                      + std::string(session.text(",互相矛盾的键 ", ", contradictory keys "))
                      + grouped(report.contradictoryKeys));
    for (const service::RegisterFinding &finding : report.findings)
        session.printLine("  " + std::string(session.text("第 ", "line ")) + std::to_string(finding.line)
                          + std::string(session.text(" 行 ", " ")) + finding.field + " " + finding.reason
                          + ": " + finding.detail);
}

Result<> importRegister(Session &session, const FileOptions &options)
{
    TRY(session.prepare());
    std::optional<Date> asOf;
    if (!options.asOf.empty())
        asOf = TRY(parseIsoDate(options.asOf));
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const auto report = TRY(service::importRegister(
        *workspace, options.file, asOf, progressOf(session, session.text("正在导入", "Importing")),
        options.acceptDoubtful ? service::DoubtfulRegister::Accept : service::DoubtfulRegister::Refuse));
    if (session.json) {
        nlohmann::ordered_json findings = nlohmann::ordered_json::array();
        for (const auto &f : report.findings)
            findings.push_back(
                {{"line", f.line}, {"field", f.field}, {"reason", f.reason}, {"detail", f.detail}});
        session.printJson({{"source", report.source},
                           {"record", report.record},
                           {"as_of", isoDate(report.asOf)},
                           {"read", report.read},
                           {"rows", report.rows},
                           {"rejected", report.rejected},
                           {"contradictory_keys", report.contradictoryKeys},
                           {"was_current", report.wasCurrent},
                           {"findings", std::move(findings)}});
    } else {
        printRegister(session, report);
    }
    if (report.rejected > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

Result<> listRegisters(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    Table table({{std::string(session.text("来源", "source"))},
                 {std::string(session.text("记录", "record"))},
                 {std::string(session.text("数据日期", "as of"))},
                 {std::string(session.text("行数", "rows")), Table::Align::Right},
                 {std::string(session.text("矛盾", "contradictory")), Table::Align::Right}});
    for (const auto &line : TRY(service::registersInForce(*workspace))) {
        if (session.json)
            session.printJson({{"source", line.source},
                               {"record", line.record},
                               {"as_of", isoDate(line.asOf)},
                               {"imported_at", isoTimestamp(line.importedAt)},
                               {"rows", line.rows},
                               {"contradictory_keys", line.contradictoryKeys}});
        else
            table.addRow({line.source, line.record, isoDate(line.asOf), grouped(line.rows),
                          grouped(line.contradictoryKeys)});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

} // namespace

void addImportCommand(CLI::App &app, Session &session)
{
    CLI::App &command = addCommand(
        app,
        {"import", "Take in a file of applications, JSON Lines or CSV (收件)", "import applications.jsonl",
         "Bad lines are set aside with line, field and reason; the rest goes on. "
         "The same file twice changes\n"
         "nothing; --again looks at its lines once more. The file of lines set aside "
         "can be corrected\nunder \"application\" and imported itself. Exit code 1: "
         "some lines were set aside."});
    const auto options = std::make_shared<FileOptions>();
    command.add_option("file", options->file, "applications.jsonl or applications.csv")->required();
    command.add_flag("--again", options->again, "Look once more at a file that was taken in before");
    command.add_flag(
        "--received-elsewhere", options->receivedElsewhere,
        "Another office or system received them on the days the file states; without it, those whose limit "
        "to answer is over go to a person");
    command.add_option("--commit-every", options->commitEvery, "Lines kept together in one transaction")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return import(session, *options); }); });
}

void addRegisterCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "register", "Registers of other authorities (登记册)");
    CLI::App &command = addCommand(group,
                                   {"import", "Put a register file in force (登记册导入)",
                                    "register import police.person.csv --as-of 2026-11-22",
                                    "The file takes the place of the version in force as a whole. Exit code "
                                    "1: some rows were rejected."});
    const auto options = std::make_shared<FileOptions>();
    command.add_option("file", options->file, "<source>.<record>.csv, or JSON")->required();
    command.add_option("--as-of", options->asOf, "The day the register speaks of, 2026-11-22 (CSV)");
    command.add_flag(
        "--accept-doubtful", options->acceptDoubtful,
        "Take a file with no row, of an earlier day, or with far fewer rows than the one in force");
    command.callback(
        [&session, options] { runCommand(session, [&] { return importRegister(session, *options); }); });
    CLI::App &list = addCommand(group, {"list", "The registers in force (登记册清单)", "register list", ""});
    list.callback([&session] { runCommand(session, [&] { return listRegisters(session); }); });
}

} // namespace tongban::ctl
