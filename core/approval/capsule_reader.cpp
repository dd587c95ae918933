// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule.h"
#include "core/approval/rule_set_parts.h"
#include "core/feel/json.h"

namespace tongban::approval {

namespace {

using feel::Value;

Failure wrong(std::string_view where, std::string_view expected)
{
    return fail(ErrorCode::InvalidInput,
                "capsule, " + std::string(where) + ": " + std::string(expected) + " expected");
}

/// The members of one JSON object, by what they should be.
class Members
{
public:
    static Result<Members> of(const Value &value, std::string where)
    {
        if (!value.isContext())
            return wrong(where, "an object");
        return Members(value.context(), std::move(where));
    }

    std::string place(std::string_view name) const { return m_where + "/" + std::string(name); }

    Result<const Value *> value(std::string_view name) const
    {
        const Value *found = m_context.find(name);
        if (!found)
            return wrong(place(name), "a member of this name");
        return found;
    }

    Result<Members> object(std::string_view name) const
    {
        const Value *found = TRY(value(name));
        return of(*found, place(name));
    }

    Result<std::string> text(std::string_view name) const
    {
        const Value *found = TRY(value(name));
        if (!found->isString())
            return wrong(place(name), "a text");
        return std::string(found->string());
    }

    Result<int> number(std::string_view name) const
    {
        const Value *found = TRY(value(name));
        const auto integer = found->isNumber() ? found->number().integer() : std::nullopt;
        if (!integer || *integer < 0 || *integer > 1'000'000'000)
            return wrong(place(name), "a whole number");
        return static_cast<int>(*integer);
    }

    Result<bool> boolean(std::string_view name) const
    {
        const Value *found = TRY(value(name));
        if (found->kind() != feel::Kind::Boolean)
            return wrong(place(name), "true or false");
        return found->boolean();
    }

    Result<Timestamp> instant(std::string_view name) const
    {
        const std::string written = TRY(text(name));
        const auto parsed = parseIsoTimestamp(written);
        if (!parsed)
            return wrong(place(name), "an instant");
        return *parsed;
    }

    Result<std::span<const Value>> list(std::string_view name) const
    {
        const Value *found = TRY(value(name));
        if (!found->isList())
            return wrong(place(name), "a list");
        return found->list();
    }

    Result<Digest> digest(std::string_view name) const
    {
        const std::string written = TRY(text(name));
        const auto parsed = Digest::parse(written);
        if (!parsed)
            return wrong(place(name), "64 hexadecimal characters");
        return *parsed;
    }

private:
    Members(const feel::Context &context, std::string where) : m_context(context), m_where(std::move(where))
    {
    }

    const feel::Context &m_context;
    std::string m_where;
};

Result<CaseHeader> readHeader(const Members &members)
{
    CaseHeader header;
    header.applicantId = TRY(members.text("applicant_id"));
    header.applicantKind = TRY(members.text("applicant_kind"));
    header.channel = TRY(members.text("channel"));
    header.decidedAt = TRY(members.instant("decided_at"));
    header.district = TRY(members.number("district"));
    header.id = TRY(members.text("id"));
    header.item = TRY(members.text("item"));
    header.itemVersion = TRY(members.number("item_version"));
    header.receivedAt = TRY(members.instant("received_at"));
    header.round = TRY(members.number("round"));
    header.serial = TRY(members.text("serial"));
    return header;
}

Result<Circumstances> readCircumstances(const Members &members)
{
    using permit::AutomaticOutcome;
    Circumstances circumstances;
    circumstances.automaticItem = TRY(members.boolean("automatic_item"));
    circumstances.duplicate = TRY(members.boolean("duplicate"));
    circumstances.humanRequested = TRY(members.boolean("human_requested"));
    circumstances.insidePower = TRY(members.boolean("inside_power"));
    if (TRY(members.boolean("may_grant")))
        circumstances.automatic.add(AutomaticOutcome::Grant);
    if (TRY(members.boolean("may_notice")))
        circumstances.automatic.add(AutomaticOutcome::Notice);
    if (TRY(members.boolean("may_refuse")))
        circumstances.automatic.add(AutomaticOutcome::Refuse);
    for (const Value &no : TRY(members.list("missing_materials"))) {
        const auto integer = no.isNumber() ? no.number().integer() : std::nullopt;
        if (!integer || *integer < 0 || *integer > 1'000'000)
            return wrong(members.place("missing_materials"), "whole numbers");
        circumstances.missingMaterials.push_back(static_cast<int>(*integer));
    }
    return circumstances;
}

Result<EvidenceUse> readEvidence(const Members &members)
{
    EvidenceUse use;
    const auto status = parseEvidenceStatus(TRY(members.text("status")));
    if (!status)
        return wrong(members.place("status"), "answered, no_record or unknown");
    use.status = *status;
    use.key = TRY(members.text("key"));
    use.answeredAt = TRY(members.instant("answered_at"));
    const auto day = parseIsoDate(TRY(members.text("as_of")));
    if (!day)
        return wrong(members.place("as_of"), "a day");
    use.asOf = *day;
    if (use.status == EvidenceStatus::Answered)
        use.digest = TRY(members.digest("digest"));
    if (use.status == EvidenceStatus::Unknown) {
        const auto reason = parseUnknownReason(TRY(members.text("reason")));
        if (!reason)
            return wrong(members.place("reason"), "a reason");
        use.reason = *reason;
    }
    return use;
}

/// A fact's value as its type wants it; JSON has no dates. Null when it does not fit.
Value typed(const Value &value, FactType type)
{
    switch (type) {
    case FactType::Boolean: return value.kind() == feel::Kind::Boolean ? value : Value();
    case FactType::Number: return value.isNumber() ? value : Value();
    case FactType::String: return value.isString() ? value : Value();
    case FactType::Date:
        if (const auto day = value.isString() ? feel::Date::parse(value.string()) : std::nullopt)
            return Value(*day);
        return Value();
    case FactType::NumberList:
    case FactType::StringList: return value.isList() ? value : Value();
    }
    return Value();
}

Result<Fact> readFact(const Members &members, const FactDefinition &definition)
{
    if (TRY(members.text("name")) != definition.name)
        return wrong(members.place("name"), "\"" + definition.name + "\"");
    Fact fact;
    const Value *value = TRY(members.value("value"));
    if (value->isNull()) {
        const auto cause = parseFactCause(TRY(members.text("cause")));
        if (!cause || *cause == FactCause::None)
            return wrong(members.place("cause"), "a cause");
        fact.cause = *cause;
        return fact;
    }
    fact.value = typed(*value, definition.type);
    if (fact.value.isNull())
        return wrong(members.place("value"), "a value of type " + std::string(name(definition.type)));
    return fact;
}

template <typename T, typename Read>
Result<std::vector<T>> readList(const Members &top, std::string_view name, std::size_t size, Read read)
{
    const std::span<const Value> entries = TRY(top.list(name));
    if (entries.size() != size)
        return wrong(top.place(name), std::to_string(size) + " entries");
    std::vector<T> result;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Members members = TRY(Members::of(entries[i], top.place(name) + "/" + std::to_string(i)));
        result.push_back(TRY(read(members, i)));
    }
    return result;
}

} // namespace

Result<CapsuleContents> readCapsule(std::string_view text, const RuleSetLibrary &library)
{
    const Value document = TRY(feel::parseJson(text, feel::Type::any()));
    const Members top = TRY(Members::of(document, ""));
    if (TRY(top.text("format")) != kCapsuleFormat)
        return wrong("/format", std::string(kCapsuleFormat));
    const Members rules = TRY(top.object("rule_set"));
    const Digest model = TRY(rules.digest("model"));
    const Digest manifest = TRY(rules.digest("manifest"));
    CapsuleContents contents;
    contents.ruleSet = library.byDigests(model, manifest);
    if (!contents.ruleSet)
        return fail(ErrorCode::NotFound, "the rules with model " + model.hex() + " are not here");
    DecisionInputs &inputs = contents.inputs;
    const Members header = TRY(top.object("case"));
    inputs.header = TRY(readHeader(header));
    const Members circumstances = TRY(top.object("circumstances"));
    inputs.circumstances = TRY(readCircumstances(circumstances));
    inputs.calendar = TRY(top.text("calendar"));
    inputs.catalogue = TRY(top.text("catalogue"));
    inputs.facts.evidence =
        TRY(readList<EvidenceUse>(top, "evidence", contents.ruleSet->needs().size(),
                                  [](const Members &members, std::size_t) { return readEvidence(members); }));
    const auto &definitions = contents.ruleSet->manifest().facts;
    inputs.facts.values = TRY(readList<Fact>(
        top, "facts", definitions.size(),
        [&definitions](const Members &members, std::size_t i) { return readFact(members, definitions[i]); }));
    return contents;
}

} // namespace tongban::approval
