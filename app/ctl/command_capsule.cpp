// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "core/service/audit/audit.h"
#include "core/service/audit/capsules.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct ExportOptions {
    std::vector<std::string> words;
    bool all = false;
};

Result<> exportTo(Session &session, const ExportOptions &options)
{
    TRY(session.prepare());
    if (options.words.size() != (options.all ? 1U : 2U))
        return fail(ErrorCode::InvalidInput,
                    "say 'capsule export NUMBER FOLDER' or 'capsule export --all FOLDER'");
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const std::string &folder = options.words.back();
    const auto done = TRY(options.all ? service::exportAllCapsules(
                              *workspace, folder, progressOf(session, session.text("正在导出", "Exporting")))
                                      : service::exportCapsules(*workspace, options.words.front(), folder));
    session.printJson(
        {{"written", done.written}, {"different", done.different}, {"finished", done.finished}});
    if (!done.finished)
        session.setExitCode(ExitCode::Interrupted);
    else if (done.different > 0)
        session.setExitCode(ExitCode::Findings);
    return {};
}

struct VerifyOptions {
    std::vector<std::string> files;
    bool recorded = false;
};

/// What a person should know beside the verdict.
std::string verdictText(const Session &session, const service::VerifiedCapsule &capsule,
                        const std::optional<bool> &recorded)
{
    const approval::CapsuleCheck &check = capsule.check;
    if (!check.isGenuine())
        return std::string(session.text(":不一致! ", ": DIFFERENT! ")) + check.where + " " + check.message;
    std::string text(session.text(":重新执行,逐字节一致。", ": decided again, equal in every byte."));
    text += capsule.isByShippedRules
        ? session.text("规则取自本机。", " By this machine's own rules.")
        : session.text("规则取自文件旁的 models 文件夹,不在本机规则之中。",
                       " By the rules in 'models' beside the file, which are not among this machine's own.");
    if (recorded && *recorded)
        text += session.text("与行为记录一致。", " It is the one in the record of acts.");
    else if (recorded)
        text += session.text("行为记录中没有这个决定!", " The record of acts has NO such decision!");
    return text;
}

Result<> verify(Session &session, const VerifyOptions &options)
{
    TRY(session.prepare());
    auto verifier = TRY(service::CapsuleVerifier::create(session.resources));
    std::unique_ptr<service::Workspace> workspace;
    if (options.recorded)
        workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    for (const std::string &file : options.files) {
        const service::VerifiedCapsule capsule = TRY(verifier.verify(file));
        const approval::CapsuleCheck &check = capsule.check;
        std::optional<bool> recorded;
        if (workspace && check.isGenuine())
            recorded = TRY(service::isRecorded(*workspace, capsule));
        if (session.json) {
            nlohmann::ordered_json line{{"file", file},
                                        {"verdict", approval::name(check.verdict)},
                                        {"where", check.where},
                                        {"message", check.message},
                                        {"capsule", check.capsule.hex()},
                                        {"shipped_rules", capsule.isByShippedRules}};
            if (recorded)
                line["recorded"] = *recorded;
            session.printJson(line);
        } else {
            session.printLine(file + verdictText(session, capsule, recorded));
        }
        if (!check.isGenuine() || !recorded.value_or(true))
            session.setExitCode(ExitCode::Findings);
    }
    return {};
}

Result<> auditVerify(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const service::AuditReport report =
        TRY(service::auditChains(*workspace, progressOf(session, session.text("正在核对", "Checking"))));
    for (const service::ChainFinding &finding : report.findings)
        session.printJson({{"fault", finding.fault},
                           {"district", finding.district},
                           {"n", finding.n},
                           {"detail", finding.detail}});
    if (session.json)
        session.printJson({{"events", report.events},
                           {"cases", report.cases},
                           {"witnesses", report.witnesses},
                           {"findings", report.findingCount},
                           {"finished", report.finished}});
    else
        session.printLine(std::string(session.text("行为记录 ", "Acts ")) + std::to_string(report.events)
                          + std::string(session.text(" 条,问题 ", ", findings "))
                          + std::to_string(report.findingCount));
    if (!report.finished)
        session.setExitCode(ExitCode::Interrupted);
    else if (!report.isSound())
        session.setExitCode(ExitCode::Findings);
    return {};
}

} // namespace

void addCapsuleCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "capsule", "Decisions as files that can be decided again (决定胶囊)");
    CLI::App &exporting =
        addCommand(group,
                   {"export", "Write the capsules of a case, or of all (导出胶囊)",
                    "capsule export 2026-440305-0000123-A /tmp/capsules",
                    "Each is made anew and compared with the hash kept at the decision; one that differs "
                    "is\nnot written. Exit code 1: one differed."});
    const auto options = std::make_shared<ExportOptions>();
    exporting.add_option("words", options->words, "NUMBER FOLDER, or FOLDER with --all")->required();
    exporting.add_flag("--all", options->all, "Every decision of the store");
    exporting.callback(
        [&session, options] { runCommand(session, [&] { return exportTo(session, *options); }); });
    CLI::App &verifying = addCommand(
        group,
        {"verify", "Decide again and compare every byte (验证胶囊)", "capsule verify /tmp/capsules/*.json",
         "Needs no workspace; with --recorded it also looks for the act in the "
         "workspace's record, because a\n"
         "whole decision can be made up, but not its act. Exit code 1: a file is "
         "not what was decided."});
    const auto checked = std::make_shared<VerifyOptions>();
    verifying.add_option("files", checked->files, "Capsule files")->required();
    verifying.add_flag("--recorded", checked->recorded, "Compare with the workspace's record of acts too");
    verifying.callback(
        [&session, checked] { runCommand(session, [&] { return verify(session, *checked); }); });
}

void addAuditCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "audit", "The record of acts (行为记录)");
    CLI::App &verifying =
        addCommand(group,
                   {"verify", "Recompute every chain of acts (核对行为记录)", "audit verify",
                    "Exit code 1: the record was edited, cut off or put in another order."});
    verifying.callback([&session] { runCommand(session, [&] { return auditVerify(session); }); });
}

} // namespace tongban::ctl
