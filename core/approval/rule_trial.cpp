// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_trial.h"

#include "core/approval/fact_story.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/text.h"
#include "core/dmn/evaluator.h"

#include <algorithm>
#include <chrono>

namespace tongban::approval {

namespace {

constexpr std::string_view kNothing = "null"; ///< FEEL's own word.

std::vector<std::string> parts(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view separator : {std::string_view("、"), std::string_view(";")})
        for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator, at))
            plain.replace(at, separator.size(), ",");
    std::vector<std::string> found;
    std::size_t from = 0;
    while (from <= plain.size()) {
        const std::size_t comma = std::min(plain.find(',', from), plain.size());
        const std::string_view part = trimmed(std::string_view(plain).substr(from, comma - from));
        if (!part.empty())
            found.emplace_back(part);
        from = comma + 1;
    }
    return found;
}

std::optional<feel::Value> readOne(FactType type, std::string_view text)
{
    switch (type) {
    case FactType::Boolean:
        if (text == "true" || text == "false")
            return feel::Value(text == "true");
        return std::nullopt;
    case FactType::Number:
    case FactType::NumberList:
        if (const auto number = feel::Decimal::parse(text))
            return feel::Value(*number);
        return std::nullopt;
    case FactType::Date:
        if (const auto day = feel::Date::parse(text))
            return feel::Value(*day);
        return std::nullopt;
    case FactType::String:
    case FactType::StringList: return feel::Value(text);
    }
    return std::nullopt;
}

std::string oneText(const feel::Value &value)
{
    switch (value.kind()) {
    case feel::Kind::Boolean: return value.boolean() ? "true" : "false";
    case feel::Kind::Number: return value.number().text();
    case feel::Kind::Date: return value.date().text();
    case feel::Kind::String: return std::string(value.string());
    default: return {};
    }
}

/// `status`: by the engine's judgement, which leaves a rule open that matched only because a value is
/// missing.
TriedTable tell(const RuleSet &ruleSet, const FactStory &story, const TableStatus &status,
                const dmn::TableTrace &trace)
{
    const dmn::DecisionTable &table = ruleSet.parts().model->table(trace.table());
    TriedTable tried;
    tried.number = trace.table();
    for (std::size_t column = 0; column < table.inputs.size(); ++column) {
        const auto fact = ruleSet.factNamed(table.inputs[column].expression.text);
        const feel::Value value = column < trace.inputs().size() ? trace.inputs()[column] : feel::Value();
        tried.seen.push_back(valueWords(value, story.language(), story.vocabulary(fact, false)));
    }
    for (std::size_t rule = 0; rule < trace.ruleCount(); ++rule) {
        TriedRow row;
        const char standing = status.rules[rule];
        if (standing == 'y')
            row.standing = TriedRow::Standing::Fired;
        else if (standing == '?')
            row.standing = TriedRow::Standing::Open;
        if (row.standing == TriedRow::Standing::Open)
            row.openColumns = trace.nullColumns(rule);
        if (row.standing == TriedRow::Standing::Missed
            && trace.failedColumn(rule) != dmn::TableTrace::kNoColumn)
            row.missedBy = trace.failedColumn(rule);
        tried.rows.push_back(std::move(row));
    }
    return tried;
}

} // namespace

Result<Fact> readFact(const FactDefinition &definition, std::string_view text)
{
    const std::string plain = halfWidth(trimmed(text));
    Fact fact;
    if (plain.empty()) {
        fact.cause = FactCause::NoAnswer;
        return fact;
    }
    if (plain == kNothing) {
        fact.cause = FactCause::FieldEmpty;
        return fact;
    }
    if (definition.type != FactType::NumberList && definition.type != FactType::StringList) {
        // Words stay as they are typed; only what is read as a number or a day may be full-width.
        const auto value =
            readOne(definition.type, definition.type == FactType::String ? trimmed(text) : plain);
        if (!value)
            return fail(ErrorCode::InvalidInput, "not a " + std::string(name(definition.type)));
        fact.value = *value;
        return fact;
    }
    std::vector<feel::Value> elements;
    for (const std::string &part : parts(plain)) {
        auto element = readOne(definition.type, part);
        if (!element)
            return fail(ErrorCode::InvalidInput, "not a " + std::string(name(definition.type)));
        elements.push_back(*std::move(element));
    }
    fact.value = feel::Value(std::move(elements));
    return fact;
}

std::string factText(const Fact &fact)
{
    if (!fact.isKnown())
        return isUnanswered(fact.cause) ? std::string() : std::string(kNothing);
    if (fact.value.kind() != feel::Kind::List)
        return oneText(fact.value);
    std::string text;
    for (const feel::Value &element : fact.value.list())
        text += (text.empty() ? "" : ", ") + oneText(element);
    return text;
}

Trial tryRules(const RuleSet &ruleSet, const std::vector<Fact> &values, Date day, Language language)
{
    DecisionInputs inputs;
    inputs.facts.values = values;
    inputs.facts.values.resize(ruleSet.manifest().facts.size(), Fact{feel::Value(), FactCause::NoAnswer});
    inputs.facts.evidence.resize(ruleSet.needs().size());
    for (EvidenceUse &use : inputs.facts.evidence)
        use.asOf = day;
    inputs.circumstances.automatic.add(permit::AutomaticOutcome::Grant);
    inputs.circumstances.automatic.add(permit::AutomaticOutcome::Notice);
    DecisionEngine engine;
    const Decision &decision = engine.decide(ruleSet, inputs);
    const FactStory story(ruleSet, inputs, language);
    Trial trial;
    trial.outcome = decision.outcome;
    trial.reason = decision.reason;
    trial.conclusion = decision.conclusion;
    trial.findings = decision.findings;
    for (const std::size_t fact : decision.undetermined)
        trial.unknown.push_back(story.factName(fact));
    const auto traces = engine.lastRun().trace().tables();
    for (std::size_t i = 0; i < decision.tables.size(); ++i)
        trial.tables.push_back(tell(ruleSet, story, decision.tables[i], traces[i]));
    return trial;
}

} // namespace tongban::approval
