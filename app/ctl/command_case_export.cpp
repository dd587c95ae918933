// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_filter.h"
#include "app/ctl/command_help.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/cases/case_export.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    CaseFilterOptions filter;
    std::filesystem::path file;
    std::string format;
};

Result<service::ExportFormat> formatOf(const Options &options)
{
    const std::string format =
        options.format.empty() ? options.file.extension().string() : '.' + options.format;
    if (format == ".xlsx")
        return service::ExportFormat::Xlsx;
    if (format == ".csv")
        return service::ExportFormat::Csv;
    return fail(ErrorCode::InvalidInput, "name a file that ends in .xlsx or .csv, or say --format");
}

Result<> exportList(Session &session, const Options &options)
{
    TRY(session.prepare());
    service::ExportPlan plan;
    plan.file = options.file;
    plan.format = TRY(formatOf(options));
    plan.query = TRY(caseQuery(options.filter));
    plan.language =
        session.language == Language::Chinese ? approval::Language::Chinese : approval::Language::English;
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto exporting = TRY(service::CaseExport::begin(*workspace, plan));
    while (TRY(exporting->step(*workspace))) {
        if (session.stop().load()) {
            session.setExitCode(ExitCode::Interrupted);
            session.note(session.text("已停止,没有写出文件。", "Stopped; no file was written."));
            return {};
        }
        session.progress(std::to_string(exporting->done()) + " / " + std::to_string(exporting->total()));
    }
    TRY(exporting->finish());
    session.endProgress();
    if (session.json)
        session.printJson({{"file", options.file.string()}, {"rows", exporting->done()}});
    else
        session.printLine(std::string(session.text("已写出 ", "Written: ")) + grouped(exporting->done())
                          + std::string(session.text(" 件:", " cases, ")) + options.file.string());
    return {};
}

std::string_view problemText(const Session &session, std::string_view problem)
{
    if (problem == "code_rounded")
        return session.text("长编号的末位被表格软件改成了 0", "a long code was rounded by a spreadsheet");
    if (problem == "changed")
        return session.text("与导出时不一致", "it is not as it was written");
    if (problem == "seal_missing")
        return session.text("缺少校验列", "its seal is missing");
    if (problem == "unknown_case")
        return session.text("没有这个办件", "there is no such case");
    if (problem == "code_differs")
        return session.text("编号与库中不同", "its code is not that of the store");
    return problem;
}

Result<> checkSheet(Session &session, const std::filesystem::path &file)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::ReturnedSheet sheet = TRY(service::checkReturnedSheet(*workspace, file));
    if (!sheet.isAccepted())
        session.setExitCode(ExitCode::Findings);
    nlohmann::ordered_json problems = nlohmann::ordered_json::array();
    for (const service::ReturnedRow &row : sheet.problems) {
        problems.push_back({{"row", row.row},
                            {"serial", row.serial},
                            {"problem", row.problem},
                            {"column", row.column},
                            {"stored", row.stored}});
        if (!session.json)
            session.printLine(std::to_string(row.row) + ": " + row.serial + "  "
                              + std::string(problemText(session, row.problem))
                              + (row.column.empty() ? "" : " (" + row.column + ")"));
    }
    if (session.json)
        session.printJson(
            {{"rows", sheet.rows}, {"accepted", sheet.isAccepted()}, {"problems", std::move(problems)}});
    else
        session.printLine(sheet.isAccepted()
                              ? session.text("每一行都与导出时一致。", "Every row is as it was written.")
                              : session.text("整份文件不予采用,没有作任何改动。",
                                             "The file is refused as a whole; nothing was changed."));
    return {};
}

} // namespace

void addCaseExportCommands(CLI::App &group, Session &session)
{
    CLI::App &exporting = addCommand(
        group,
        {"export", "Write a list into a file for a spreadsheet (导出清单)",
         "case export overdue.xlsx --queue people --light late",
         "The whole list, not a page of it. Codes stay text, and every row carries a seal, by which a\n"
         "file that comes back damaged is refused. The file holds personal data."});
    const auto options = std::make_shared<Options>();
    exporting.add_option("file", options->file, "The file, .xlsx or .csv")->required();
    exporting.add_option("--format", options->format, "xlsx or csv, where the name does not say it");
    addCaseFilter(exporting, options->filter);
    exporting.callback(
        [&session, options] { runCommand(session, [&] { return exportList(session, *options); }); });
    CLI::App &checking = addCommand(
        group,
        {"check-sheet", "Is an exported file still as it was written (核对导出清单)",
         "case check-sheet overdue.xlsx",
         "Changes nothing. Exit code 1: a row is damaged; each is named, and what the store holds."});
    const auto file = std::make_shared<std::filesystem::path>();
    checking.add_option("file", *file, "The file that came back")->required();
    checking.callback([&session, file] { runCommand(session, [&] { return checkSheet(session, *file); }); });
}

} // namespace tongban::ctl
