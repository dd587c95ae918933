// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/case_state.h"

#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/permit/enum_names.h"

namespace tongban::permit {

namespace {

constexpr NamesUpTo<SuspensionKind::ExpertReview> kSuspensions{
    "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal", "expert_review"};
constexpr NamesUpTo<DecisionKind::Refused> kDecisions{"granted", "refused"};
constexpr NamesUpTo<RatingLevel::VeryDissatisfied> kRatings{
    "very_satisfied", "satisfied", "basically_satisfied", "dissatisfied", "very_dissatisfied"};

/// Writes members in the order of the calls, which is that of their names, and leaves out what is at its
/// beginning value.
class StateWriter
{
public:
    explicit StateWriter(std::string &out) : m_writer(out) { }

    void write(const CaseState &state)
    {
        m_writer.beginObject();
        number("acceptance_no", state.acceptanceNo, 0);
        day("accepted_on", state.acceptedOn);
        flag("advice_against", state.adviceAgainst);
        day("applied_on", state.appliedOn);
        number("changed_at", unixMilliseconds(state.changedAt), 0);
        if (state.conditional)
            conditional(*state.conditional);
        if (state.decision)
            decision(*state.decision);
        flag("deemed_accepted", state.deemedAccepted);
        if (state.delivery)
            delivery(*state.delivery);
        number("district", state.district, 0);
        if (state.extension)
            extension(*state.extension);
        flag("human_requested", state.humanRequested);
        text("item", state.item);
        number("item_version", state.itemVersion, 0);
        notices(state.notices);
        text("pinned_model", state.pinnedModel);
        text("promise_document", state.promiseDocument);
        flag("promised", state.promised);
        if (state.proposal)
            proposal(*state.proposal);
        if (state.rating)
            rating(*state.rating);
        day("received_on", state.receivedOn);
        number("round", state.round, 1);
        flag("rules_asked", state.rulesAsked);
        text("state", name(state.state));
        if (state.step) {
            text("step", name(*state.step));
            day("step_since", state.stepSince);
        }
        suspensions(state.suspensions);
        day("taken_in_late", state.takenInLate);
        flag("touched_by_human", state.touchedByHuman);
        number("version", state.version, 0);
        number("visits", state.visits, 0);
        waiting(state.waitingFrom);
        m_writer.endObject();
    }

    void write(const Defect &defect)
    {
        m_writer.beginObject();
        text("basis", defect.basis);
        text("code", defect.code);
        text("field", defect.field);
        day("since", defect.since);
        text("text_en", defect.textEn);
        text("text_zh", defect.textZh);
        m_writer.endObject();
    }

private:
    void text(std::string_view key, std::string_view value)
    {
        if (value.empty())
            return;
        m_writer.key(key);
        m_writer.string(value);
    }

    void number(std::string_view key, std::int64_t value, std::int64_t beginning)
    {
        if (value == beginning)
            return;
        m_writer.key(key);
        m_writer.number(value);
    }

    void flag(std::string_view key, bool value)
    {
        if (!value)
            return;
        m_writer.key(key);
        m_writer.boolean(true);
    }

    void day(std::string_view key, std::optional<Date> value)
    {
        if (value)
            text(key, isoDate(*value));
    }

    void instant(std::string_view key, std::optional<Timestamp> value)
    {
        if (!value)
            return;
        m_writer.key(key);
        m_writer.number(unixMilliseconds(*value));
    }

    void conditional(const ConditionalAcceptance &value)
    {
        m_writer.key("conditional");
        m_writer.beginObject();
        day("due_on", value.dueOn);
        m_writer.key("missing");
        m_writer.beginArray();
        for (const int no : value.missing)
            m_writer.number(no);
        m_writer.endArray();
        text("promise", value.promise);
        m_writer.endObject();
    }

    void decision(const DecisionMade &value)
    {
        m_writer.key("decision");
        m_writer.beginObject();
        text("actor", value.actor);
        instant("at", value.at);
        flag("automatic", value.automatic);
        text("basis", value.basis);
        text("kind", name(value.kind));
        text("organisation", value.organisation);
        text("power_entry", value.powerEntry);
        m_writer.endObject();
    }

    void delivery(const Delivery &value)
    {
        m_writer.key("delivery");
        m_writer.beginObject();
        number("attempt", value.attempt, 1);
        instant("delivered_at", value.deliveredAt);
        text("mode", name(value.mode));
        text("receiver", value.receiver);
        instant("returned_at", value.returnedAt);
        instant("sent_at", value.sentAt);
        text("waybill", value.waybill);
        m_writer.endObject();
    }

    void extension(const Extension &value)
    {
        m_writer.key("extension");
        m_writer.beginObject();
        text("by", value.by);
        day("granted_on", value.grantedOn);
        number("workdays", value.workdays, 0);
        m_writer.endObject();
    }

    void notices(const std::vector<Notice> &values)
    {
        if (values.empty())
            return;
        m_writer.key("notices");
        m_writer.beginArray();
        for (const Notice &notice : values) {
            m_writer.beginObject();
            m_writer.key("defects");
            m_writer.beginArray();
            for (const Defect &defect : notice.defects)
                write(defect);
            m_writer.endArray();
            day("due_on", notice.dueOn);
            instant("given_at", notice.givenAt);
            number("ordinal", notice.ordinal, 0);
            text("signer", notice.signer);
            m_writer.endObject();
        }
        m_writer.endArray();
    }

    void proposal(const RefusalProposal &value)
    {
        m_writer.key("proposal");
        m_writer.beginObject();
        instant("at", value.at);
        text("basis", value.basis);
        text("proposer", value.proposer);
        text("reason", value.reason);
        m_writer.endObject();
    }

    void rating(const Rating &value)
    {
        m_writer.key("rating");
        m_writer.beginObject();
        instant("at", value.at);
        text("hall", value.hall);
        text("level", name(value.level));
        day("rectified_on", value.rectifiedOn);
        text("window", value.window);
        m_writer.endObject();
    }

    void suspensions(const std::vector<Suspension> &values)
    {
        if (values.empty())
            return;
        m_writer.key("suspensions");
        m_writer.beginArray();
        for (const Suspension &suspension : values) {
            m_writer.beginObject();
            text("document", suspension.document);
            day("from", suspension.from);
            text("kind", name(suspension.kind));
            day("planned_end", suspension.plannedEnd);
            day("through", suspension.through);
            m_writer.endObject();
        }
        m_writer.endArray();
    }

    void waiting(const std::vector<State> &values)
    {
        if (values.empty())
            return;
        m_writer.key("waiting_from");
        m_writer.beginArray();
        for (const State state : values)
            m_writer.string(name(state));
        m_writer.endArray();
    }

    CanonicalWriter m_writer;
};

} // namespace

std::string canonicalText(const CaseState &state)
{
    std::string out;
    out.reserve(320);
    StateWriter(out).write(state);
    return out;
}

std::string canonicalText(std::span<const Defect> defects)
{
    std::string out = "[";
    for (const Defect &defect : defects) {
        if (out.size() > 1)
            out += ',';
        StateWriter(out).write(defect);
    }
    return out + ']';
}

std::string_view name(SuspensionKind kind)
{
    return nameIn(kSuspensions, kind);
}

std::string_view name(DecisionKind kind)
{
    return nameIn(kDecisions, kind);
}

std::string_view name(RatingLevel level)
{
    return nameIn(kRatings, level);
}

std::optional<RatingLevel> parseRatingLevel(std::string_view name)
{
    return valueIn<RatingLevel>(kRatings, name);
}

std::optional<SuspensionKind> parseSuspensionKind(std::string_view name)
{
    return valueIn<SuspensionKind>(kSuspensions, name);
}

std::optional<DecisionKind> parseDecisionKind(std::string_view name)
{
    return valueIn<DecisionKind>(kDecisions, name);
}

std::string standingDigest(std::string_view stateText)
{
    std::string digest = sha256(stateText).hex();
    digest.resize(digest.size() / 2);
    return digest;
}

} // namespace tongban::permit
