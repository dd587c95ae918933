// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/refusal_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/papers/papers.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string key;
    std::string kind;
    std::string out;
    std::string actor;
    std::string role = "clerk";
    int ordinal = 0;
    bool preview = false;
};

Result<> list(Session &session, const std::string &key)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto press = TRY(service::PaperPress::load(workspace->resources().folder));
    Table table({{std::string(session.text("文书编号", "number"))},
                 {std::string(session.text("种类", "kind"))},
                 {std::string(session.text("名称", "title"))},
                 {std::string(session.text("所载行为日期", "stated"))},
                 {std::string(session.text("已打印", "printed"))}});
    for (const service::PaperLine &line : TRY(service::papersOf(*workspace, *press, key))) {
        const std::string kind(document::name(line.kind));
        const std::string day = isoDate(officialDate(line.statedAt));
        if (session.json)
            session.printJson({{"number", line.number},
                               {"kind", kind},
                               {"ordinal", line.ordinal},
                               {"title", session.text(line.titleZh, line.titleEn)},
                               {"act", line.act},
                               {"stated_at", isoTimestamp(line.statedAt)},
                               {"prints", line.prints},
                               {"printed_by", line.printedBy},
                               {"printed_at", line.prints == 0 ? "" : isoTimestamp(line.printedAt)}});
        else
            table.addRow({line.number, kind, std::string(session.text(line.titleZh, line.titleEn)), day,
                          std::to_string(line.prints)});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

Result<service::PaperRequest> requestOf(const Session &session, const Options &options)
{
    service::PaperRequest request;
    const auto kind = document::parsePaperKind(options.kind);
    if (!kind)
        return fail(ErrorCode::InvalidInput,
                    "unknown paper '" + options.kind
                        + "'; receipt, acceptance, declined, notice, extension, grant, refusal, certificate, "
                          "delivery");
    request.kind = *kind;
    request.ordinal = options.ordinal;
    request.language = session.language == Language::Chinese ? document::PaperLanguage::Chinese
                                                             : document::PaperLanguage::English;
    return request;
}

/// Before anything is recorded: a paper that was issued but went nowhere would be a gap in the count.
Result<> checkTarget(const std::string &out)
{
    if (out.empty())
        return {}; // this folder, under the paper's number
    const std::filesystem::path folder = std::filesystem::absolute(out).parent_path();
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored))
        return {};
    return fail(ErrorCode::NotFound, "there is no folder " + folder.string());
}

Result<service::MadePaper> make(Session &session, const Options &options)
{
    const service::PaperRequest request = TRY(requestOf(session, options));
    if (options.preview) {
        const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
        const auto press = TRY(service::PaperPress::load(workspace->resources().folder));
        return service::previewPaper(*workspace, *press, options.key, request);
    }
    const auto role = permit::parseRole(options.role);
    if (!role)
        return fail(ErrorCode::InvalidInput,
                    "unknown role '" + options.role + "'; see resources/workflow/roles.csv");
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const auto press = TRY(service::PaperPress::load(workspace->resources().folder));
    return service::issuePaper(*workspace, *press, options.key, request, {options.actor, *role, {}});
}

Result<> print(Session &session, const Options &options)
{
    TRY(session.prepare());
    TRY(checkTarget(options.out));
    const service::MadePaper made = TRY(make(session, options));
    if (!made.refusals.empty()) {
        session.setExitCode(ExitCode::Conflict);
        session.printLine(session.text("不能出具,没有作任何改动:", "Refused, nothing was changed:"));
        for (const permit::ActRefusal &refusal : made.refusals)
            session.printLine("  - " + refusalText(refusal, session.language));
        return {};
    }
    const std::string file = options.out.empty() ? made.number + ".pdf" : options.out;
    TRY(replaceFile(file, made.pdf));
    if (session.json) {
        session.printJson({{"number", made.number},
                           {"reprint", made.reprint},
                           {"digest", made.digest},
                           {"pages", made.paper.pages.size()},
                           {"file", file}});
    } else {
        session.printLine(made.number + "  " + file);
        if (made.reprint > 0)
            session.printLine(std::string(session.text("补打 ", "Reprint ")) + std::to_string(made.reprint));
    }
    if (!made.warning.empty())
        session.note(made.warning);
    for (const char32_t character : made.paper.unprintable) {
        std::string sign;
        appendCodePoint(sign, character);
        session.note(std::string(session.text("字体没有这个字,已按编码印出:",
                                              "The font lacks this character; its code was printed: "))
                     + sign);
    }
    return {};
}

} // namespace

void addPaperCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "paper", "Papers of a case as PDF (文书)");
    CLI::App &listing =
        addCommand(group,
                   {"list", "What papers a case can have, and how often each was printed (文书清单)",
                    "paper list 2026-440305-0000123-A", ""});
    const auto key = std::make_shared<std::string>();
    listing.add_option("number", *key, "Case number or id")->required();
    listing.callback([&session, key] { runCommand(session, [&] { return list(session, *key); }); });
    CLI::App &printing = addCommand(
        group,
        {"print", "Issue or reprint one paper (出具文书)",
         "paper print 2026-440305-0000123-A --kind receipt --actor wangfang",
         "The printing is recorded before the file is written; from the second time on the paper says\n"
         "which reprint it is. The language of the paper is that of --language."});
    const auto options = std::make_shared<Options>();
    printing.add_option("number", options->key, "Case number or id")->required();
    printing
        .add_option("--kind", options->kind,
                    "receipt, acceptance, declined, notice, extension, grant, refusal, certificate, delivery")
        ->required();
    printing.add_option("--out", options->out, "PDF file (default: the paper's number in this folder)");
    printing.add_option("--ordinal", options->ordinal, "Which of several, 1 the first (default: the latest)")
        ->check(CLI::Range(1, 999));
    CLI::Option *actor = printing.add_option("--actor", options->actor, "Account of the person");
    printing.add_option("--role", options->role, "clerk, approver, supervisor")->capture_default_str();
    CLI::Option *preview =
        printing.add_flag("--preview", options->preview, "Show it marked as a preview; nothing is recorded");
    printing.callback([&session, options, actor, preview] {
        if (actor->count() == 0 && preview->count() == 0)
            throw CLI::RequiredError("--actor (or --preview)");
        runCommand(session, [&] { return print(session, *options); });
    });
}

} // namespace tongban::ctl
