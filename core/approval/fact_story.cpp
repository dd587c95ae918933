// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/fact_story.h"

#include "core/approval/evidence_words.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/identifier.h"

namespace tongban::approval {

namespace {

constexpr std::size_t kShownFront = 6;
constexpr std::size_t kShownBack = 4;

} // namespace

std::string FactStory::nameWords(std::string_view name) const
{
    if (m_language == Language::Chinese)
        return std::string(name);
    if (const auto fact = m_ruleSet.factNamed(name))
        return m_ruleSet.manifest().facts[*fact].en;
    for (const Term &term : m_ruleSet.manifest().terms) {
        if (term.name == name)
            return term.en;
    }
    return std::string(name);
}

std::string FactStory::factName(std::size_t fact) const
{
    const FactDefinition &definition = m_ruleSet.manifest().facts[fact];
    return say(definition.name, definition.en);
}

std::string FactStory::factValue(std::size_t fact) const
{
    const Fact &value = m_inputs.facts.values[fact];
    if (!value.isKnown())
        return say("未知(", "unknown (") + causeWords(value.cause) + say(")", ")");
    std::string words = valueWords(value.value, m_language, vocabulary(fact, false));
    // The page is printed and handed over; numbers of other people stand in it too.
    const std::string &field = m_ruleSet.manifest().facts[fact].field;
    if (field.ends_with("_id") || field.ends_with(".id"))
        words = masked(words, kShownFront, kShownBack);
    return words + unitWords(m_ruleSet.manifest().facts[fact].unit, m_language);
}

std::string FactStory::factSource(std::size_t fact) const
{
    const FactDefinition &definition = m_ruleSet.manifest().facts[fact];
    switch (definition.origin) {
    case FactOrigin::Application: return say("申请表", "application form");
    case FactOrigin::Case: return say("办件信息", "the case");
    case FactOrigin::Derived: return say("按证件号码计算", "computed from the applicant's number");
    case FactOrigin::Register: break;
    }
    const EvidenceUse &use = m_inputs.facts.evidence[m_ruleSet.needOf(fact)];
    std::string words =
        recordWords(m_ruleSet.parts().dictionary, definition.source, definition.record, m_language);
    if (use.status == EvidenceStatus::Unknown)
        return words;
    if (use.status == EvidenceStatus::NoRecord)
        words += say(",答复无记录", ", answered that it holds no record");
    return words + say(",截至 ", ", as of ") + isoDate(use.asOf);
}

std::string FactStory::causeWords(FactCause cause) const
{
    return std::string(approval::causeWords(cause, m_language));
}

std::string FactStory::codeWords(std::string_view code, std::optional<std::size_t> fact) const
{
    if (!fact)
        return std::string(code);
    const FactDefinition &definition = m_ruleSet.manifest().facts[*fact];
    if (definition.field == "applicant.kind" && code == "person")
        return say("个人", "person");
    if (definition.field == "applicant.kind" && code == "enterprise")
        return say("企业", "enterprise");
    if (const EvidenceField *field = m_ruleSet.parts().dictionary.fieldOf(definition)) {
        for (const CodeWord &word : field->words) {
            if (word.value == code)
                return say(word.zh, word.en);
        }
    }
    return std::string(code);
}

CellVocabulary FactStory::vocabulary(std::optional<std::size_t> fact, bool comparesDays) const
{
    CellVocabulary vocabulary;
    vocabulary.code = [this, fact](std::string_view code) {
        return codeWords(code, fact);
    };
    vocabulary.name = [this](std::string_view name) {
        return nameWords(name);
    };
    vocabulary.comparesDays = comparesDays;
    return vocabulary;
}

std::string FactStory::articleWords(std::string_view article) const
{
    const std::size_t space = article.find(' ');
    if (space != std::string_view::npos) {
        for (const LegalSource &source : m_ruleSet.manifest().legalSources) {
            if (source.id == article.substr(0, space))
                return "《" + source.title + "》" + std::string(article.substr(space + 1));
        }
    }
    return std::string(article);
}

} // namespace tongban::approval
