// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/facts.h"

#include "core/approval/flat_object.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/resident_id.h"

#include <array>

namespace tongban::approval {

namespace {

constexpr std::string_view kApplicantKey = "applicant_id";

constexpr std::array<FactCause, 12> kCauses{
    FactCause::None,      FactCause::NoAnswer,      FactCause::Timeout,    FactCause::Unavailable,
    FactCause::Malformed, FactCause::Contradictory, FactCause::Stale,      FactCause::NotConfigured,
    FactCause::NoRecord,  FactCause::FieldEmpty,    FactCause::KeyMissing, FactCause::NotDerivable};

/// Empty when the form lacks it.
std::string_view keyValue(const permit::Application &application, std::string_view key)
{
    if (key == kApplicantKey)
        return application.applicant.id;
    const permit::FieldValue *field = application.field(key);
    return field ? std::string_view(field->text()) : std::string_view();
}

Fact known(feel::Value value)
{
    return Fact{std::move(value), FactCause::None};
}

Fact unknown(FactCause cause)
{
    return Fact{feel::Value(), cause};
}

Fact absentOr(const FactDefinition &definition, FactCause cause)
{
    return definition.absent ? known(*definition.absent) : unknown(cause);
}

feel::Value dayValue(Date day)
{
    return feel::Value(feel::Date::of(day));
}

Fact formFact(const FactDefinition &definition, const permit::FieldValue &field)
{
    if (field.text().empty())
        return absentOr(definition, FactCause::FieldEmpty);
    switch (definition.type) {
    case FactType::String: return known(feel::Value(field.text()));
    case FactType::Number:
        if (const auto digits = field.number()) {
            if (const auto number = feel::Decimal::parse(*digits))
                return known(feel::Value(*number));
        }
        break;
    case FactType::Boolean:
        if (const auto truth = field.boolean())
            return known(feel::Value(*truth));
        break;
    case FactType::Date:
        if (const auto day = field.date())
            return known(dayValue(*day));
        break;
    case FactType::NumberList:
    case FactType::StringList: break;
    }
    return unknown(FactCause::Malformed);
}

Fact applicationFact(const FactDefinition &definition, const permit::Application &application)
{
    if (definition.field == "applicant.kind")
        return known(feel::Value(permit::name(application.applicant.kind)));
    if (definition.field == "applicant.id")
        return known(feel::Value(application.applicant.id));
    if (definition.field == "applicant.name")
        return known(feel::Value(application.applicant.name));
    const permit::FieldValue *field = application.field(definition.field);
    return field ? formFact(definition, *field) : absentOr(definition, FactCause::FieldEmpty);
}

Fact caseFact(const FactDefinition &definition, const permit::Application &application, Timestamp decidedAt)
{
    if (definition.field == "received_on")
        return known(dayValue(application.receivedOn()));
    if (definition.field == "decided_on")
        return known(dayValue(officialDate(decidedAt)));
    if (definition.field == "item")
        return known(feel::Value(application.item));
    if (definition.field == "district")
        return known(feel::Value(std::to_string(application.district)));
    if (definition.field == "channel")
        return known(feel::Value(permit::name(application.channel)));
    return known(feel::Value(application.promise));
}

Fact derivedFact(const FactDefinition &definition, const permit::Application &application)
{
    if (application.applicant.kind != permit::ApplicantKind::Person)
        return unknown(FactCause::NotDerivable);
    const auto id = ResidentId::parse(application.applicant.id, application.receivedOn());
    if (!id)
        return unknown(FactCause::NotDerivable);
    if (definition.field == "sex")
        return known(feel::Value(id->sex() == Sex::Male ? "male" : "female"));
    return known(feel::Value(ageOn(id->birthDate(), application.receivedOn())));
}

/// What one need gave: either a cause that makes all its facts unknown, or an answer to read from.
struct NeedAnswer {
    const EvidenceAnswer *answer = nullptr;
    FactCause cause = FactCause::None;
    Date day{};
    FlatObject body;
};

/// A record tells every field that was agreed on. Null says that the record leaves the field open, which only
/// some fields may be; a field that is left out, or open where it may not be, says nothing at all.
Fact registerFact(const FactDefinition &definition, const NeedAnswer &need, bool mayBeOpen, Date decidedOn)
{
    if (need.cause != FactCause::None)
        return unknown(need.cause);
    if (definition.maxAgeDays && (decidedOn - need.day).count() > *definition.maxAgeDays)
        return unknown(FactCause::Stale);
    if (need.answer->status == EvidenceStatus::NoRecord)
        return absentOr(definition, FactCause::NoRecord);
    const auto token = need.body.find(definition.field);
    if (!token)
        return unknown(FactCause::Malformed);
    TokenValue value = readToken(*token, definition.type);
    switch (value.state) {
    case TokenValue::State::Value: return known(std::move(value.value));
    case TokenValue::State::Empty: return unknown(mayBeOpen ? FactCause::FieldEmpty : FactCause::Malformed);
    case TokenValue::State::Malformed: break;
    }
    return unknown(FactCause::Malformed);
}

} // namespace

struct FactBuilder::Scratch {
    std::vector<NeedAnswer> needs;
};

FactBuilder::FactBuilder() : m_scratch(std::make_unique<Scratch>()) { }
FactBuilder::~FactBuilder() = default;
FactBuilder::FactBuilder(FactBuilder &&) noexcept = default;
FactBuilder &FactBuilder::operator=(FactBuilder &&) noexcept = default;

std::string_view name(FactCause cause)
{
    switch (cause) {
    case FactCause::None: return "none";
    case FactCause::NoAnswer: return "no_answer";
    case FactCause::Timeout: return "timeout";
    case FactCause::Unavailable: return "unavailable";
    case FactCause::Malformed: return "malformed";
    case FactCause::Contradictory: return "contradictory";
    case FactCause::Stale: return "stale";
    case FactCause::NotConfigured: return "not_configured";
    case FactCause::NoRecord: return "no_record";
    case FactCause::FieldEmpty: return "field_empty";
    case FactCause::KeyMissing: return "key_missing";
    case FactCause::NotDerivable: return "not_derivable";
    }
    return "no_answer";
}

std::optional<FactCause> parseFactCause(std::string_view text)
{
    for (const FactCause cause : kCauses) {
        if (name(cause) == text)
            return cause;
    }
    return std::nullopt;
}

FactCause causeOf(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::NoAnswer: return FactCause::NoAnswer;
    case UnknownReason::Timeout: return FactCause::Timeout;
    case UnknownReason::Unavailable: return FactCause::Unavailable;
    case UnknownReason::Malformed: return FactCause::Malformed;
    case UnknownReason::Contradictory: return FactCause::Contradictory;
    case UnknownReason::Stale: return FactCause::Stale;
    case UnknownReason::NotConfigured: return FactCause::NotConfigured;
    }
    return FactCause::NoAnswer;
}

bool mayBecomeKnown(FactCause cause)
{
    switch (cause) {
    case FactCause::NoAnswer:
    case FactCause::Timeout:
    case FactCause::Unavailable:
    case FactCause::Malformed:
    case FactCause::Contradictory:
    case FactCause::Stale: return true;
    case FactCause::None:
    case FactCause::NotConfigured:
    case FactCause::NoRecord:
    case FactCause::FieldEmpty:
    case FactCause::KeyMissing:
    case FactCause::NotDerivable: return false;
    }
    return false;
}

bool isUnanswered(FactCause cause)
{
    switch (cause) {
    case FactCause::NoAnswer:
    case FactCause::Timeout:
    case FactCause::Unavailable:
    case FactCause::Malformed:
    case FactCause::Contradictory:
    case FactCause::Stale:
    case FactCause::NotConfigured:
    case FactCause::KeyMissing: return true;
    case FactCause::None:
    case FactCause::NoRecord:
    case FactCause::FieldEmpty:
    case FactCause::NotDerivable: return false;
    }
    return true;
}

std::vector<EvidenceQuery> queriesFor(const RuleSet &ruleSet, const permit::Application &application)
{
    std::vector<EvidenceQuery> queries;
    queries.reserve(ruleSet.needs().size());
    for (const EvidenceNeed &need : ruleSet.needs()) {
        const std::string_view key = keyValue(application, need.key);
        if (!key.empty())
            queries.push_back(EvidenceQuery{need.source, need.record, std::string(key)});
    }
    return queries;
}

namespace {

/// Finds the answer to a need; `guess` is where it stands when the answers are in the order of the questions.
const EvidenceAnswer *answerTo(const EvidenceNeed &need, std::string_view key,
                               std::span<const EvidenceAnswer> answers, std::size_t guess)
{
    const auto fits = [&need, key](const EvidenceQuery &query) {
        return query.record == need.record && query.source == need.source && query.key == key;
    };
    if (guess < answers.size() && fits(answers[guess].query))
        return &answers[guess];
    for (const EvidenceAnswer &answer : answers) {
        if (fits(answer.query))
            return &answer;
    }
    return nullptr;
}

/// Fills `need` and `use` from what was answered under `key`.
void takeAnswer(const EvidenceAnswer *answer, std::string_view key, Timestamp decidedAt, NeedAnswer &need,
                EvidenceUse &use)
{
    need.answer = answer;
    need.body.clear();
    use.status = answer ? answer->status : EvidenceStatus::Unknown;
    use.reason = answer && use.status == EvidenceStatus::Unknown ? answer->reason : UnknownReason::NoAnswer;
    use.key = key;
    use.asOf = answer ? answer->day() : officialDate(decidedAt);
    use.answeredAt = answer ? answer->answeredAt : decidedAt;
    use.digest = use.status == EvidenceStatus::Answered ? answer->digest : Digest();
    need.day = use.asOf;
    if (key.empty())
        need.cause = FactCause::KeyMissing;
    else if (use.status == EvidenceStatus::Unknown)
        need.cause = causeOf(use.reason);
    else if (use.status == EvidenceStatus::Answered && !need.body.parse(answer->body))
        need.cause = FactCause::Malformed;
    else
        need.cause = FactCause::None;
}

} // namespace

void FactBuilder::build(const RuleSet &ruleSet, const permit::Application &application,
                        std::span<const EvidenceAnswer> answers, Timestamp decidedAt, Facts &facts)
{
    const std::vector<EvidenceNeed> &needs = ruleSet.needs();
    m_scratch->needs.resize(needs.size());
    facts.evidence.resize(needs.size());
    std::size_t asked = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const std::string_view key = keyValue(application, needs[i].key);
        const EvidenceAnswer *answer = key.empty() ? nullptr : answerTo(needs[i], key, answers, asked);
        asked += key.empty() ? 0 : 1;
        takeAnswer(answer, key, decidedAt, m_scratch->needs[i], facts.evidence[i]);
    }

    const std::vector<FactDefinition> &definitions = ruleSet.manifest().facts;
    const Date decidedOn = officialDate(decidedAt);
    facts.values.resize(definitions.size());
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        const FactDefinition &definition = definitions[i];
        switch (definition.origin) {
        case FactOrigin::Application: facts.values[i] = applicationFact(definition, application); break;
        case FactOrigin::Case: facts.values[i] = caseFact(definition, application, decidedAt); break;
        case FactOrigin::Derived: facts.values[i] = derivedFact(definition, application); break;
        case FactOrigin::Register:
            facts.values[i] = registerFact(definition, m_scratch->needs[ruleSet.needOf(i)],
                                           ruleSet.parts().mayBeOpen[i], decidedOn);
            break;
        }
    }
}

} // namespace tongban::approval
