// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/approval/rule_listing.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct Options {
    std::string code;
    int version = 0;
    std::string on;
};

Result<Date> dayOf(const Session &session, const Options &options)
{
    if (options.on.empty())
        return officialDate(session.clock().now());
    return parseIsoDate(options.on);
}

std::string validity(const approval::Manifest &manifest)
{
    return isoDate(manifest.effectiveFrom) + " – "
        + (manifest.effectiveTo ? isoDate(*manifest.effectiveTo) : "");
}

std::string_view word(approval::PublicationStatus status, const Session &session)
{
    switch (status) {
    case approval::PublicationStatus::Draft: return session.text("草稿", "draft");
    case approval::PublicationStatus::Published: return session.text("已公布", "published");
    case approval::PublicationStatus::Withdrawn: return session.text("已撤回", "withdrawn");
    }
    return {};
}

nlohmann::ordered_json json(const approval::RuleSet &ruleSet, bool inForce)
{
    const approval::Manifest &manifest = ruleSet.manifest();
    return {{"rule_set", ruleSet.code()},
            {"version", ruleSet.version()},
            {"title_zh", manifest.titleZh},
            {"title_en", manifest.titleEn},
            {"area", manifest.area},
            {"status", approval::name(manifest.status)},
            {"effective_from", isoDate(manifest.effectiveFrom)},
            {"effective_to", manifest.effectiveTo ? isoDate(*manifest.effectiveTo) : ""},
            {"in_force", inForce},
            {"model", ruleSet.modelDigest().hex()},
            {"manifest", ruleSet.manifestDigest().hex()}};
}

Result<> list(Session &session, const Options &options)
{
    TRY(session.prepare());
    const Date day = TRY(dayOf(session, options));
    const auto resources = TRY(service::Resources::load(session.resources));
    Table table({{std::string(session.text("规则集", "rule set"))},
                 {std::string(session.text("名称", "title"))},
                 {std::string(session.text("领域", "area"))},
                 {std::string(session.text("有效期", "valid"))},
                 {std::string(session.text("状态", "status"))},
                 {std::string(session.text("当日适用", "in force"))},
                 {std::string(session.text("规则", "rules")), Table::Align::Right}});
    for (const approval::RuleSetPtr &ruleSet : resources->ruleSets->all()) {
        const approval::Manifest &manifest = ruleSet->manifest();
        const bool inForce = resources->ruleSets->inForce(ruleSet->code(), day) == ruleSet;
        const std::size_t rules = approval::listRules(*ruleSet).size();
        if (session.json) {
            auto line = json(*ruleSet, inForce);
            line["rules"] = rules;
            session.printJson(line);
            continue;
        }
        table.addRow({ruleSet->code() + "/" + std::to_string(ruleSet->version()),
                      std::string(session.text(manifest.titleZh, manifest.titleEn)), manifest.area,
                      validity(manifest), std::string(word(manifest.status, session)),
                      std::string(inForce ? session.text("是", "yes") : session.text("否", "no")),
                      std::to_string(rules)});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

Result<approval::RuleSetPtr> wanted(const Session &session, const approval::RuleSetLibrary &library,
                                    const Options &options)
{
    const Date day = TRY(dayOf(session, options));
    const auto found = options.version > 0 ? library.version(options.code, options.version)
                                           : library.inForce(options.code, day);
    if (!found)
        return fail(ErrorCode::NotFound,
                    "no "
                        + (options.version > 0 ? "version " + std::to_string(options.version)
                                               : "version in force on " + isoDate(day))
                        + " of rule set '" + options.code + "'; see 'tongbanctl rules list'");
    return found;
}

void print(const Session &session, const approval::RuleSet &ruleSet)
{
    const approval::Manifest &manifest = ruleSet.manifest();
    session.printLine(ruleSet.code() + "/" + std::to_string(ruleSet.version()) + "  "
                      + std::string(session.text(manifest.titleZh, manifest.titleEn)) + "  "
                      + std::string(word(manifest.status, session)) + "  " + validity(manifest));
    session.printLine(std::string(session.text("影响评估:", "Impact assessment: "))
                      + manifest.impactAssessment);
    session.printLine(std::string(session.text("模型摘要:", "Digest of the model: "))
                      + ruleSet.modelDigest().hex());
    session.printLine(session.text("\n法律依据:", "\nLaws:"));
    for (const approval::LegalSource &source : manifest.legalSources)
        session.printLine("  《" + source.title + "》  " + source.status + "  " + source.checked + "  "
                          + source.note);
    session.printLine(
        session.text("\n规则(条件不符合时的处理):", "\nRules (what follows when a condition is not met):"));
    std::string table;
    for (const approval::RuleLine &line : approval::listRules(ruleSet)) {
        if (line.table != table)
            session.printLine("  " + line.table);
        table = line.table;
        session.printLine("    " + std::to_string(line.rule) + ". " + line.code + "  " + line.handling + "  "
                          + line.article + "  " + std::string(session.text(line.textZh, line.textEn)));
    }
}

Result<> show(Session &session, const Options &options)
{
    TRY(session.prepare());
    const auto resources = TRY(service::Resources::load(session.resources));
    const approval::RuleSetPtr ruleSet = TRY(wanted(session, *resources->ruleSets, options));
    if (!session.json) {
        print(session, *ruleSet);
        return {};
    }
    const Date day = TRY(dayOf(session, options));
    auto document = json(*ruleSet, resources->ruleSets->inForce(ruleSet->code(), day) == ruleSet);
    nlohmann::ordered_json rules = nlohmann::ordered_json::array();
    for (const approval::RuleLine &line : approval::listRules(*ruleSet))
        rules.push_back({{"table", line.table},
                         {"rule", line.rule},
                         {"code", line.code},
                         {"handling", line.handling},
                         {"article", line.article},
                         {"basis", line.basis},
                         {"zh", line.textZh},
                         {"en", line.textEn}});
    document["rules"] = std::move(rules);
    session.printJson(document);
    return {};
}

} // namespace

void addRulesCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "rules", "The published rule sets (审批规则)");
    const auto options = std::make_shared<Options>();
    CLI::App &listing = addCommand(group,
                                   {"list", "All rule sets and which version applies on a day (规则清单)",
                                    "rules list --on 2026-07-01", ""});
    listing.add_option("--on", options->on, "The day, 2026-11-23 (default: today)");
    listing.callback([&session, options] { runCommand(session, [&] { return list(session, *options); }); });
    CLI::App &showing = addCommand(
        group, {"show", "One rule set: laws, rules, articles (规则详情)", "rules show quota-renewal", ""});
    showing.add_option("code", options->code, "Code of the rule set, e.g. quota-renewal")->required();
    showing.add_option("--version", options->version, "This version (default: the one in force)")
        ->check(CLI::PositiveNumber);
    showing.add_option("--on", options->on, "The version in force on this day (default: today)");
    showing.callback([&session, options] { runCommand(session, [&] { return show(session, *options); }); });
}

} // namespace tongban::ctl
