// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/administration/catalogues.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string folder;
    std::string from;
    std::string document;
    bool dryRun = false;
    bool replace = false;
    bool mark = false;
};

void print(Session &session, const std::vector<permit::TableProblem> &problems)
{
    for (const permit::TableProblem &problem : problems) {
        if (session.json)
            session.printJson({{"file", problem.file},
                               {"line", problem.line},
                               {"column", problem.column},
                               {"reason", problem.reason}});
        else
            session.printLine(permit::describe(problem));
    }
    if (!problems.empty())
        session.setExitCode(ExitCode::Findings);
}

Result<> check(Session &session, const Options &options)
{
    TRY(session.prepare());
    const std::filesystem::path folder =
        options.folder.empty() ? session.resources / "catalogue" : std::filesystem::path(options.folder);
    const auto review = TRY(service::reviewCatalogue(folder, session.resources));
    print(session, review.problems);
    if (!review.catalogue) {
        if (!session.json)
            session.printLine(std::string(session.text("问题 ", "Problems: "))
                              + std::to_string(review.problems.size())
                              + std::string(session.text(" 处,不能导入。", "; it cannot be imported.")));
        return {};
    }
    const auto items = review.catalogue->items().size();
    if (session.json)
        session.printJson({{"versions", items}, {"digest", review.catalogue->digest().hex()}});
    else
        session.printLine(std::string(session.text("没有问题:事项版本 ", "No problem: versions of items "))
                          + std::to_string(items) + "  " + review.catalogue->digest().hex());
    return {};
}

std::string_view word(permit::CatalogueChangeKind kind, const Session &session)
{
    switch (kind) {
    case permit::CatalogueChangeKind::NewItem: return session.text("新增事项", "new item");
    case permit::CatalogueChangeKind::NewVersion: return session.text("新版本", "new version");
    case permit::CatalogueChangeKind::Ended: return session.text("停止收件", "ends");
    case permit::CatalogueChangeKind::PowerGiven: return session.text("事权下放", "power given");
    case permit::CatalogueChangeKind::PowerEnded: return session.text("下放终止", "power ends");
    }
    return {};
}

void print(const Session &session, const service::CatalogueImport &import)
{
    for (const permit::CatalogueChange &change : import.changes) {
        if (session.json)
            session.printJson({{"change", permit::name(change.kind)},
                               {"item", change.item},
                               {"version", change.version},
                               {"from", isoDate(change.from)},
                               {"what", change.what}});
        else
            session.printLine(std::string(word(change.kind, session)) + "  " + change.item
                              + (change.version > 0 ? "/" + std::to_string(change.version) : "") + "  "
                              + isoDate(change.from) + (change.what.empty() ? "" : "  " + change.what));
    }
    if (session.json) {
        session.printJson({{"changes", import.changes.size()},
                           {"unchanged", import.unchanged},
                           {"digest", import.digest},
                           {"stored", import.stored}});
        return;
    }
    session.printLine(std::string(session.text("变更 ", "Changes: ")) + std::to_string(import.changes.size())
                      + std::string(session.text(" 项,未变事项 ", ", items unchanged: "))
                      + std::to_string(import.unchanged));
    session.printLine(import.stored
                          ? session.text("已写入工作区。", "Stored in the workspace.")
                          : session.text("只是预览,没有作任何改动。", "A preview; nothing was changed."));
}

Result<> import(Session &session, const Options &options)
{
    TRY(session.prepare());
    service::CatalogueImportOptions request;
    request.folder = options.folder;
    request.from = TRY(parseIsoDate(options.from));
    request.document = options.document;
    request.dryRun = options.dryRun;
    request.replace = options.replace;
    const auto workspace =
        TRY(session.openWorkspace(options.dryRun ? service::OpenMode::Read : service::OpenMode::Write));
    const auto done = TRY(service::importCatalogue(*workspace, request));
    if (!done.problems.empty()) {
        print(session, done.problems);
        if (!session.json)
            session.printLine(
                session.text("有问题,没有作任何改动。", "There are problems; nothing was changed."));
        return {};
    }
    print(session, done);
    return {};
}

Result<> exportTo(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const std::size_t files = TRY(service::exportCatalogue(*workspace, options.folder, options.mark));
    if (session.json)
        session.printJson({{"folder", options.folder}, {"files", files}});
    else
        session.printLine(std::string(session.text("已写出 ", "Written: ")) + std::to_string(files)
                          + std::string(session.text(" 个文件到 ", " files to ")) + options.folder);
    return {};
}

} // namespace

void addCatalogueFileCommands(CLI::App &group, Session &session)
{
    const auto options = std::make_shared<Options>();
    CLI::App &checking = addCommand(group,
                                    {"check", "Name every inconsistency by file, line and column (目录检查)",
                                     "catalogue check /srv/catalogue",
                                     "Exit code 1: there are problems. Needs no workspace."});
    checking.add_option("folder", options->folder,
                        "Folder with the eight CSV files (default: the shipped reference)");
    checking.callback([&session, options] { runCommand(session, [&] { return check(session, *options); }); });

    CLI::App &importing = addCommand(
        group,
        {"import", "Put a catalogue in force from a day on (目录导入)",
         "catalogue import /srv/catalogue --from 2027-01-01 --dry-run",
         "The folder holds the whole catalogue as it is to be from that day on. What differs becomes a new\n"
         "version of its item; the versions and delegations before that day stay, so that cases which came\n"
         "in earlier keep theirs. An item is ended by its status and document, never by leaving it out."});
    importing.add_option("folder", options->folder, "Folder with the eight CSV files")->required();
    importing.add_option("--from", options->from, "First day, 2027-01-01; after today once there are cases")
        ->required();
    importing.add_option("--document", options->document, "The paper that orders the change");
    importing.add_flag("--dry-run", options->dryRun, "Only show what would change");
    importing.add_flag("--replace", options->replace,
                       "In place of the whole catalogue, history too; only before the first case");
    importing.callback(
        [&session, options] { runCommand(session, [&] { return import(session, *options); }); });

    CLI::App &exporting = addCommand(group,
                                     {"export", "Write the workspace's catalogue as CSV files (目录导出)",
                                      "catalogue export /srv/catalogue --excel", ""});
    exporting.add_option("folder", options->folder, "Where to")->required();
    exporting.add_flag("--excel", options->mark,
                       "With the mark that makes spreadsheets read the files as UTF-8");
    exporting.callback(
        [&session, options] { runCommand(session, [&] { return exportTo(session, *options); }); });
}

} // namespace tongban::ctl
