// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/rule_desk.h"

#include "core/approval/evidence_words.h"
#include "core/base/calendar.h"
#include "core/permit/application_reader.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

using approval::Language;

RuleVersion versionOf(const approval::Manifest &manifest)
{
    return {manifest.version, manifest.effectiveFrom, manifest.effectiveTo, manifest.status};
}

std::string sourceWords(const Resources &resources, const approval::FactDefinition &fact, Language language)
{
    const bool isChinese = language == Language::Chinese;
    switch (fact.origin) {
    case approval::FactOrigin::Application: return isChinese ? "申请表" : "application form";
    case approval::FactOrigin::Case: return isChinese ? "办件信息" : "the case";
    case approval::FactOrigin::Derived:
        return isChinese ? "按证件号码计算" : "computed from the applicant's number";
    case approval::FactOrigin::Register: break;
    }
    return approval::recordWords(resources.dictionary, fact.source, fact.record, language);
}

/// The words of a code that no dictionary has, because the program itself sets it.
std::vector<approval::CodeWord> ownWords(const approval::FactDefinition &fact)
{
    if (fact.field == "applicant.kind")
        return {{"person", "个人", "person"}, {"enterprise", "企业", "enterprise"}};
    return {};
}

TrialField fieldOf(const Resources &resources, const approval::FactDefinition &fact, Language language)
{
    TrialField field;
    field.label = language == Language::Chinese ? fact.name : fact.en;
    field.type = fact.type;
    field.unit = fact.unit;
    field.source = sourceWords(resources, fact, language);
    const approval::EvidenceField *known = resources.dictionary.fieldOf(fact);
    const bool isSingle = fact.type == approval::FactType::String;
    field.words = known != nullptr && isSingle ? known->words : ownWords(fact);
    return field;
}

RuleSheet sheetOf(Workspace &workspace, const approval::RuleSetLibrary &library,
                  const approval::RuleSet &rules, Language language)
{
    const approval::Manifest &manifest = rules.manifest();
    RuleSheet sheet;
    sheet.code = rules.code();
    sheet.title = language == Language::Chinese ? manifest.titleZh : manifest.titleEn;
    sheet.version = versionOf(manifest);
    for (const approval::RuleSetPtr &other : library.all())
        if (other->code() == rules.code())
            sheet.versions.push_back(versionOf(other->manifest()));
    sheet.modelDigest = rules.modelDigest().hex();
    sheet.manifestDigest = rules.manifestDigest().hex();
    sheet.signedBy = manifest.signedBy;
    sheet.impactAssessment = manifest.impactAssessment;
    sheet.laws = manifest.legalSources;
    sheet.tables = approval::readRules(rules, language);
    for (const approval::FactDefinition &fact : manifest.facts)
        sheet.fields.push_back(fieldOf(workspace.resources(), fact, language));
    return sheet;
}

} // namespace

Result<RuleSheet> ruleSheet(Workspace &workspace, std::string_view code, Date day, Language language)
{
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const approval::RuleSetPtr rules = library.inForce(code, day);
    if (!rules)
        return fail(ErrorCode::NotFound, "no rules " + std::string(code) + " on " + isoDate(day));
    return sheetOf(workspace, library, *rules, language);
}

Result<RuleSheet> ruleSheet(Workspace &workspace, std::string_view code, int version, Language language)
{
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const approval::RuleSetPtr rules = library.version(code, version);
    if (!rules)
        return fail(ErrorCode::NotFound, "no rules " + std::string(code) + "/" + std::to_string(version));
    return sheetOf(workspace, library, *rules, language);
}

Result<TrialAnswer> tryValues(Workspace &workspace, std::string_view code, int version,
                              const std::vector<std::string> &values, Language language)
{
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const approval::RuleSetPtr rules = library.version(code, version);
    if (!rules)
        return fail(ErrorCode::NotFound, "no rules " + std::string(code) + "/" + std::to_string(version));
    TrialAnswer answer;
    std::vector<approval::Fact> facts;
    for (std::size_t i = 0; i < rules->manifest().facts.size(); ++i) {
        const std::string_view text = i < values.size() ? std::string_view(values[i]) : std::string_view();
        const Result<approval::Fact> fact = approval::readFact(rules->manifest().facts[i], text);
        if (fact)
            facts.push_back(*fact);
        else
            answer.unreadable.push_back(i);
    }
    if (answer.unreadable.empty())
        answer.trial = approval::tryRules(*rules, facts, officialDate(workspace.clock().now()), language);
    return answer;
}

Result<CaseValues> valuesOfCase(Workspace &workspace, std::string_view key)
{
    storage::Store &store = *workspace.parts().store;
    const storage::StoredCase stored = TRY(findCase(store, key));
    const auto rows = TRY(store.decisions().ofCase(stored.record.no));
    if (rows.empty())
        return fail(ErrorCode::NotFound, "no decision by rules for " + stored.record.serial);
    permit::ApplicationReader reader;
    const approval::RuleSetLibrary library = TRY(everyRuleSet(workspace));
    const RemadeInputs remade = TRY(remakeInputs(library, stored.record, rows.back(), reader));
    CaseValues values{stored.record.serial, remade.ruleSet->code(), remade.ruleSet->version(), {}};
    for (const approval::Fact &fact : remade.inputs.facts.values)
        values.values.push_back(approval::factText(fact));
    return values;
}

} // namespace tongban::service
