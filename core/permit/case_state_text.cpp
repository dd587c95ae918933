// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"
#include "core/permit/case_state.h"
#include "core/permit/raw_json.h"

#include <charconv>

namespace tongban::permit {

namespace {

using Type = RawValue::Type;

bool take(const RawValue &value, std::string &out)
{
    out = value.text;
    return value.type == Type::Text;
}

template <typename Number>
bool takeNumber(const RawValue &value, Number &out)
{
    const char *end = value.text.data() + value.text.size();
    return value.type == Type::Number && std::from_chars(value.text.data(), end, out).ptr == end;
}

bool take(const RawValue &value, std::int64_t &out)
{
    return takeNumber(value, out);
}

bool take(const RawValue &value, int &out)
{
    return takeNumber(value, out);
}

bool take(const RawValue &value, bool &out)
{
    out = value.type == Type::True;
    return out;
}

bool take(const RawValue &value, Date &out)
{
    const Result<Date> day = parseIsoDate(value.text);
    if (day)
        out = *day;
    return value.type == Type::Text && day.has_value();
}

bool take(const RawValue &value, Timestamp &out)
{
    std::int64_t ms = 0;
    if (!takeNumber(value, ms))
        return false;
    out = fromUnixMilliseconds(ms);
    return true;
}

template <typename Enum>
bool takeName(const RawValue &value, Enum &out, std::optional<Enum> (*parse)(std::string_view))
{
    const std::optional<Enum> found = parse(value.text);
    if (found)
        out = *found;
    return value.type == Type::Text && found.has_value();
}

template <typename T>
bool takeOptional(const RawValue &value, std::optional<T> &out)
{
    return take(value, out.emplace());
}

class StateParser
{
public:
    StateParser(std::string_view text, std::string &buffer) : m_scanner(text, buffer) { }

    bool parse(CaseState &state)
    {
        RawValue root;
        return m_scanner.value(root)
            && object(root,
                      [&](std::string_view key, const RawValue &value) { return member(state, key, value); })
            && m_scanner.finish();
    }

private:
    template <typename Member>
    bool object(const RawValue &begun, const Member &takeMember)
    {
        if (begun.type != Type::Object)
            return false;
        std::string_view key;
        for (bool first = true; m_scanner.key(key, first); first = false) {
            RawValue value;
            if (!m_scanner.value(value) || !takeMember(key, value))
                return false;
        }
        return m_scanner.atEnd();
    }

    template <typename Element>
    bool array(const RawValue &begun, const Element &takeElement)
    {
        if (begun.type != Type::Array)
            return false;
        for (bool first = true; m_scanner.element(first); first = false) {
            RawValue value;
            if (!m_scanner.value(value) || !takeElement(value))
                return false;
        }
        return m_scanner.atEnd();
    }

    bool member(CaseState &state, std::string_view key, const RawValue &value)
    {
        switch (value.type) {
        case Type::Object: return part(state, key, value);
        case Type::Array: return list(state, key, value);
        case Type::True: return flag(state, key, value);
        case Type::Number: return number(state, key, value);
        case Type::Text: return text(state, key, value);
        case Type::Absent:
        case Type::Null:
        case Type::False: return false;
        }
        return false;
    }

    static bool flag(CaseState &state, std::string_view key, const RawValue &value)
    {
        if (key == "advice_against")
            return take(value, state.adviceAgainst);
        if (key == "rules_asked")
            return take(value, state.rulesAsked);
        if (key == "deemed_accepted")
            return take(value, state.deemedAccepted);
        if (key == "human_requested")
            return take(value, state.humanRequested);
        if (key == "promised")
            return take(value, state.promised);
        return key == "touched_by_human" && take(value, state.touchedByHuman);
    }

    static bool number(CaseState &state, std::string_view key, const RawValue &value)
    {
        if (key == "acceptance_no")
            return take(value, state.acceptanceNo);
        if (key == "changed_at")
            return take(value, state.changedAt);
        if (key == "district")
            return take(value, state.district);
        if (key == "item_version")
            return take(value, state.itemVersion);
        if (key == "round")
            return take(value, state.round);
        if (key == "version")
            return take(value, state.version);
        return key == "visits" && take(value, state.visits);
    }

    static bool text(CaseState &state, std::string_view key, const RawValue &value)
    {
        if (key == "accepted_on")
            return takeOptional(value, state.acceptedOn);
        if (key == "applied_on")
            return takeOptional(value, state.appliedOn);
        if (key == "item")
            return take(value, state.item);
        if (key == "pinned_model")
            return take(value, state.pinnedModel);
        if (key == "promise_document")
            return take(value, state.promiseDocument);
        if (key == "received_on")
            return takeOptional(value, state.receivedOn);
        if (key == "state")
            return takeName(value, state.state, parseState);
        if (key == "step")
            return takeName(value, state.step.emplace(), parseStep);
        if (key == "taken_in_late")
            return takeOptional(value, state.takenInLate);
        return key == "step_since" && take(value, state.stepSince);
    }

    bool list(CaseState &state, std::string_view key, const RawValue &begun)
    {
        if (key == "notices")
            return array(begun,
                         [&](const RawValue &value) { return notice(state.notices.emplace_back(), value); });
        if (key == "suspensions")
            return array(begun, [&](const RawValue &value) {
                return suspension(state.suspensions.emplace_back(), value);
            });
        if (key != "waiting_from")
            return false;
        return array(begun, [&](const RawValue &value) {
            return takeName(value, state.waitingFrom.emplace_back(), parseState);
        });
    }

    bool part(CaseState &state, std::string_view key, const RawValue &begun)
    {
        if (key == "conditional")
            return conditional(state.conditional.emplace(), begun);
        if (key == "decision")
            return decision(state.decision.emplace(), begun);
        if (key == "delivery")
            return delivery(state.delivery.emplace(), begun);
        if (key == "extension")
            return extension(state.extension.emplace(), begun);
        if (key == "rating")
            return rating(state.rating.emplace(), begun);
        return key == "proposal" && proposal(state.proposal.emplace(), begun);
    }

    bool conditional(ConditionalAcceptance &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "due_on")
                return take(value, out.dueOn);
            if (key == "missing")
                return array(value, [&](const RawValue &no) { return take(no, out.missing.emplace_back()); });
            return key == "promise" && take(value, out.promise);
        });
    }

    bool decision(DecisionMade &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "actor")
                return take(value, out.actor);
            if (key == "at")
                return take(value, out.at);
            if (key == "automatic")
                return take(value, out.automatic);
            if (key == "basis")
                return take(value, out.basis);
            if (key == "kind")
                return takeName(value, out.kind, parseDecisionKind);
            if (key == "organisation")
                return take(value, out.organisation);
            return key == "power_entry" && take(value, out.powerEntry);
        });
    }

    bool delivery(Delivery &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "attempt")
                return take(value, out.attempt);
            if (key == "delivered_at")
                return takeOptional(value, out.deliveredAt);
            if (key == "mode")
                return takeName(value, out.mode, parseDeliveryMode);
            if (key == "receiver")
                return take(value, out.receiver);
            if (key == "returned_at")
                return takeOptional(value, out.returnedAt);
            if (key == "sent_at")
                return take(value, out.sentAt);
            return key == "waybill" && take(value, out.waybill);
        });
    }

    bool extension(Extension &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "by")
                return take(value, out.by);
            if (key == "granted_on")
                return take(value, out.grantedOn);
            return key == "workdays" && take(value, out.workdays);
        });
    }

    bool notice(Notice &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "defects")
                return array(
                    value, [&](const RawValue &inner) { return defect(out.defects.emplace_back(), inner); });
            if (key == "due_on")
                return take(value, out.dueOn);
            if (key == "given_at")
                return take(value, out.givenAt);
            if (key == "ordinal")
                return take(value, out.ordinal);
            return key == "signer" && take(value, out.signer);
        });
    }

    bool defect(Defect &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "basis")
                return take(value, out.basis);
            if (key == "code")
                return take(value, out.code);
            if (key == "field")
                return take(value, out.field);
            if (key == "since")
                return takeOptional(value, out.since);
            if (key == "text_en")
                return take(value, out.textEn);
            return key == "text_zh" && take(value, out.textZh);
        });
    }

    bool proposal(RefusalProposal &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "at")
                return take(value, out.at);
            if (key == "basis")
                return take(value, out.basis);
            if (key == "proposer")
                return take(value, out.proposer);
            return key == "reason" && take(value, out.reason);
        });
    }

    bool rating(Rating &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "at")
                return take(value, out.at);
            if (key == "hall")
                return take(value, out.hall);
            if (key == "level")
                return takeName(value, out.level, parseRatingLevel);
            if (key == "rectified_on")
                return takeOptional(value, out.rectifiedOn);
            return key == "window" && take(value, out.window);
        });
    }

    bool suspension(Suspension &out, const RawValue &begun)
    {
        return object(begun, [&](std::string_view key, const RawValue &value) {
            if (key == "document")
                return take(value, out.document);
            if (key == "from")
                return take(value, out.from);
            if (key == "kind")
                return takeName(value, out.kind, parseSuspensionKind);
            if (key == "planned_end")
                return takeOptional(value, out.plannedEnd);
            return key == "through" && takeOptional(value, out.through);
        });
    }

    RawJson m_scanner;
};

} // namespace

Result<CaseState> parseCaseState(std::string_view text)
{
    CaseState state;
    std::string buffer;
    if (findInvalidUtf8(text) || !StateParser(text, buffer).parse(state))
        return fail(ErrorCode::Corrupted, "a case's standing is not what was written");
    return state;
}

} // namespace tongban::permit
