// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_filter.h"
#include "app/ctl/claim_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/desk_commands.h"
#include "app/ctl/person.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/acts/batch.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    CaseFilterOptions filter;
    PersonOptions person;
    service::BatchRequest request;
    bool dryRun = false;
};

struct Counts {
    int good = 0;
    int refused = 0;
};

void tell(const Session &session, const service::BatchRow &row, Table &table, Counts &counts)
{
    ++(row.isGood() ? counts.good : counts.refused);
    const std::string_view sentence = claimProblemText(row.problem, session.language);
    if (session.json)
        session.printJson({{"serial", row.serial},
                           {"applicant", row.applicantName},
                           {"problem", row.problem},
                           {"sentence", sentence},
                           {"holder_name", row.holderName}});
    else
        table.addRow({row.serial, row.applicantName, std::string(sentence), row.holderName});
}

/// Stopped between two cases, what is done stays done.
Result<> doRows(Session &session, service::Workspace &workspace, const Options &options,
                const service::BatchPreview &preview, Table &table, Counts &counts)
{
    const service::SignedIn person = TRY(personOf(workspace, options.person));
    for (const service::BatchRow &row : preview.rows) {
        if (session.stop().load()) {
            session.setExitCode(ExitCode::Interrupted);
            session.note(session.text("已停止;已办的都保留着。", "Stopped; what was done is kept."));
            return {};
        }
        tell(session, TRY(service::doBatchRow(workspace, options.request, row.serial, person)), table,
             counts);
    }
    return {};
}

Result<> run(Session &session, const Options &options)
{
    TRY(session.prepare());
    const service::CaseQuery query = TRY(caseQuery(options.filter));
    const auto workspace =
        TRY(session.openWorkspace(options.dryRun ? service::OpenMode::Read : service::OpenMode::Write));
    const service::SignedIn person = TRY(personOf(*workspace, options.person));
    const service::BatchPreview preview =
        TRY(service::previewBatch(*workspace, options.request.verb, query, person));
    if (preview.isTooMany())
        return fail(ErrorCode::InvalidInput,
                    "the list has " + std::to_string(preview.total) + " cases and at most "
                        + std::to_string(service::kMostBatch) + " are taken at once; name fewer");
    Table table({{std::string(session.text("办件编号", "number"))},
                 {std::string(session.text("申请人", "applicant"))},
                 {std::string(session.text("未办原因", "why not"))},
                 {std::string(session.text("承办人", "in work"))}});
    Counts counts;
    if (options.dryRun)
        for (const service::BatchRow &row : preview.rows)
            tell(session, row, table, counts);
    else
        TRY(doRows(session, *workspace, options, preview, table, counts));
    if (counts.refused > 0 && session.exitCode() == ExitCode::Success)
        session.setExitCode(ExitCode::Findings);
    if (session.json)
        return {};
    if (!table.isEmpty())
        session.print(table.text());
    session.printLine(
        std::string(options.dryRun ? session.text("可办 ", "can be done: ") : session.text("已办 ", "done: "))
        + std::to_string(counts.good) + session.text(",未办 ", ", not: ").data()
        + std::to_string(counts.refused));
    return {};
}

CLI::App &addVerb(CLI::App &group, Session &session, service::BatchVerb verb, const CommandHelp &help,
                  const std::shared_ptr<Options> &options)
{
    CLI::App &command = addCommand(group, help);
    options->request.verb = verb;
    addCaseFilter(command, options->filter);
    addPersonOptions(command, options->person);
    command.add_flag("--dry-run", options->dryRun, "Only say what stands in the way; change nothing");
    command.callback([&session, options] { runCommand(session, [&] { return run(session, *options); }); });
    return command;
}

} // namespace

void addBatchCommand(CLI::App &app, Session &session)
{
    CLI::App &group =
        addGroup(app, "batch", "The same for every case of a list, where it can be taken back (批量)");
    const std::string remarks = "At most 500 cases; one that cannot be done stops none of the others. Exit "
                                "code 1: some\nwere not done, each with what stood in its way.";
    const auto claim = std::make_shared<Options>();
    CLI::App &claiming =
        addVerb(group, session, service::BatchVerb::Claim,
                {"claim", "Claim them (批量认领)",
                 "batch claim --queue people --district 440304 --holder - --actor liming", remarks},
                claim);
    claiming.add_option("--why", claim->request.reason, "Why cases are taken out of turn, where they are");
    const auto release = std::make_shared<Options>();
    addVerb(group, session, service::BatchVerb::PutBack,
            {"release", "Put them back for others (批量交回)",
             "batch release --queue people --holder liming --actor liming", remarks},
            release);
    const auto print = std::make_shared<Options>();
    CLI::App &printing = addVerb(group, session, service::BatchVerb::PrintReceipts,
                                 {"receipts", "Their receipts as PDF files (批量打印回执)",
                                  "batch receipts --received-from 2026-11-23 --folder receipts --actor "
                                  "wangfang",
                                  remarks},
                                 print);
    printing.add_option("--folder", print->request.folder, "Where the files go")->required();
}

} // namespace tongban::ctl
