// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/case_text.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/refusal_text.h"
#include "app/ctl/session.h"
#include "core/service/cases/cases.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    std::string act;
    std::string actor;
    std::string role = "clerk";
    std::string organisation;
    std::string signer;
    std::string signerRole = "supervisor";
    std::string due;
    std::string suspension;
    std::vector<std::string> defects;
    permit::ActRequest request;
    service::SupplementRequest supplement;
};

/// "material:2|《...》第八条|缺少营业执照"
Result<permit::Defect> readDefect(const std::string &text)
{
    const std::size_t first = text.find('|');
    const std::size_t second = first == std::string::npos ? first : text.find('|', first + 1);
    if (second == std::string::npos)
        return fail(ErrorCode::InvalidInput, "a defect is written CODE|BASIS|TEXT");
    permit::Defect defect;
    defect.code = text.substr(0, first);
    defect.basis = text.substr(first + 1, second - first - 1);
    defect.textZh = text.substr(second + 1);
    return defect;
}

Result<permit::Role> readRole(const std::string &name)
{
    const auto role = permit::parseRole(name);
    if (!role)
        return fail(ErrorCode::InvalidInput, "unknown role '" + name + "'; see resources/workflow/roles.csv");
    return *role;
}

Result<permit::ActRequest> requestOf(const Options &options)
{
    permit::ActRequest request = options.request;
    const auto act = permit::parseAct(options.act);
    if (!act)
        return fail(ErrorCode::InvalidInput,
                    "unknown act '" + options.act + "'; see resources/workflow/workflow.csv");
    request.act = *act;
    if (!options.signer.empty())
        request.signer = permit::Signature{options.signer, TRY(readRole(options.signerRole))};
    if (!options.due.empty())
        request.dueOn = TRY(parseIsoDate(options.due));
    if (!options.suspension.empty()) {
        const auto kind = permit::parseSuspensionKind(options.suspension);
        if (!kind)
            return fail(ErrorCode::InvalidInput, "unknown kind of suspension '" + options.suspension + "'");
        request.suspension = *kind;
    }
    for (const std::string &text : options.defects)
        request.defects.push_back(TRY(readDefect(text)));
    request.materials = options.supplement.materials;
    return request;
}

void printJson(const Session &session, const service::ActOutcome &outcome)
{
    nlohmann::ordered_json refusals = nlohmann::ordered_json::array();
    for (const permit::ActRefusal &refusal : outcome.refusals)
        refusals.push_back({{"problem", permit::name(refusal.problem)},
                            {"text", refusal.text},
                            {"sentence", refusalText(refusal, session.language)}});
    session.printJson({{"state", outcome.state},
                       {"n", outcome.n},
                       {"refusals", std::move(refusals)},
                       {"warning", outcome.warning}});
}

Result<> act(Session &session, const Options &options)
{
    TRY(session.prepare());
    const permit::Role role = TRY(readRole(options.role));
    permit::ActRequest request = TRY(requestOf(options));
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const service::Actor actor{options.actor, role, options.organisation, options.request.hall,
                               options.request.window};
    const auto outcome =
        TRY(service::actOnCase(*workspace, options.key, actor, std::move(request), options.supplement));
    if (!outcome.refusals.empty())
        session.setExitCode(ExitCode::Conflict);
    if (session.json) {
        printJson(session, outcome);
        return {};
    }
    const std::string state = stateWord(*workspace->resources().workflow, outcome.state, session.language);
    if (outcome.refusals.empty()) {
        session.printLine(std::string(session.text("已办理,现状态:", "Done; the case is now: ")) + state);
        if (!outcome.warning.empty())
            session.note(
                std::string(session.text("注意:已办理并保存,但:", "Note: it is done and kept, but: "))
                + outcome.warning);
        return {};
    }
    session.printLine(std::string(session.text("不能办理,没有作任何改动;现状态:",
                                               "Refused, nothing was changed; the case is: "))
                      + state);
    for (const permit::ActRefusal &refusal : outcome.refusals)
        session.printLine("  - " + refusalText(refusal, session.language));
    return {};
}

void addActOptions(CLI::App &command, Options &options)
{
    command.add_option("number", options.key, "Case number or id")->required();
    command.add_option("act", options.act, "accept, give_notice, grant, refer, ...")->required();
    command.add_option("--actor", options.actor, "Account of the person")->required();
    command.add_option("--role", options.role, "applicant, clerk, approver, supervisor")
        ->capture_default_str();
    command.add_option("--organisation", options.organisation,
                       "For which body (default: the one that holds the power)");
    command.add_option("--reason", options.request.reason, "Why");
    command.add_option("--basis", options.request.basis, "Law or document it rests on");
    command.add_option("--document", options.request.document, "Number of the paper");
    command.add_option("--signer", options.signer, "Account of the second person");
    command.add_option("--signer-role", options.signerRole, "Role of the second person")
        ->capture_default_str();
    command.add_option("--due", options.due,
                       "Until when, 2026-12-15 (notice, conditional acceptance, suspension)");
    command.add_option("--defect", options.defects, "What is missing, CODE|BASIS|TEXT (notice)");
    command.add_option("--workdays", options.request.workdays, "Of an extension");
    command.add_option("--suspension", options.suspension, "hearing, testing, expert_review, ...");
    command.add_option("--material", options.supplement.materials,
                       "Numbers of documents: that came (supplement), that follow (conditional acceptance)");
    command.add_option("--waybill", options.request.waybill, "Of the courier");
    command.add_option("--receiver", options.request.receiver, "Who took the result");
    command.add_option("--hall", options.request.hall,
                       "Hall of the window where this is done, by its code in the catalogue");
    command.add_option("--window", options.request.window,
                       "Its number; a window acts only on the items that it serves");
}

} // namespace

void addCaseActCommand(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"act", "Do one act of the workflow table (办理)",
         "case act 2026-440305-0000123-A grant --actor liming --role approver --reason 符合条件 --basis "
         "行政许可法第三十八条",
         "The act is durable when the command returns. Exit code 4: the table does not allow it; every\n"
         "reason is named and nothing was changed."});
    const auto options = std::make_shared<Options>();
    addActOptions(command, *options);
    command.callback([&session, options] { runCommand(session, [&] { return act(session, *options); }); });
}

} // namespace tongban::ctl
