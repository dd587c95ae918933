// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/recorded_act.h"

#include "core/base/canonical_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::permit {

namespace {

using nlohmann::json;

std::string textOf(const json &body, const char *key)
{
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t numberOf(const json &body, const char *key)
{
    const auto found = body.find(key);
    return found != body.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::vector<int> numbersOf(const json &body, const char *key)
{
    std::vector<int> numbers;
    const auto found = body.find(key);
    if (found != body.end() && found->is_array())
        for (const json &number : *found)
            if (number.is_number_integer())
                numbers.push_back(number.get<int>());
    return numbers;
}

std::optional<Date> dayOf(const json &body, const char *key)
{
    const auto day = parseIsoDate(textOf(body, key));
    return day ? std::optional<Date>(*day) : std::nullopt;
}

std::vector<Defect> defectsOf(const json &body)
{
    std::vector<Defect> defects;
    const auto found = body.find("defects");
    if (found == body.end() || !found->is_array())
        return defects;
    for (const json &defect : *found)
        if (defect.is_object())
            defects.push_back({textOf(defect, "code"), textOf(defect, "field"), textOf(defect, "basis"),
                               textOf(defect, "text_zh"), textOf(defect, "text_en"), dayOf(defect, "since")});
    return defects;
}

ActRequest requestIn(Act act, std::string_view reason, std::string_view basis, const json &body)
{
    ActRequest request;
    request.act = act;
    request.reason = reason;
    request.basis = basis;
    request.document = textOf(body, "document");
    if (const std::string signer = textOf(body, "signer"); !signer.empty())
        request.signer = Signature{signer, parseRole(textOf(body, "signer_role")).value_or(Role::Supervisor)};
    request.defects = defectsOf(body);
    request.dueOn = dayOf(body, act == Act::Suspend ? "planned_end" : "due_on");
    request.receiptVouched = numberOf(body, "receipt_vouched") != 0;
    request.materials = numbersOf(body, act == Act::AcceptConditionally ? "missing" : "materials");
    request.pinnedModel = textOf(body, "pinned_model");
    request.unrepairedBadCredit = false; // it was asked when the promise was made
    request.adviceAgainst = body.value("advice_against", json()) == json(true);
    request.workdays = static_cast<int>(numberOf(body, "workdays"));
    request.suspension = parseSuspensionKind(textOf(body, "kind")).value_or(SuspensionKind::Hearing);
    request.waybill = textOf(body, "waybill");
    request.receiver = textOf(body, "receiver");
    request.hall = textOf(body, "hall");
    request.window = textOf(body, "window");
    if (const auto detail = body.find("detail"); detail != body.end())
        if (auto text = canonicalJson(*detail))
            request.detail = *std::move(text);
    return request;
}

bool acceptsCase(Act act)
{
    return act == Act::Accept || act == Act::AcceptConditionally || act == Act::DeemAccepted;
}

/// The record rules: what it says happened, even where this program would not have let it.
CaseState forced(const CaseState &before, const ActRequest &request, State after, const ActContext &context)
{
    CaseState state = before;
    const bool isWaiting = after == State::EvidencePending || after == State::Suspended;
    if (isWaiting && before.state != after)
        state.waitingFrom.push_back(before.state);
    else if (!isWaiting)
        state.waitingFrom.clear();
    state.state = after;
    ++state.version;
    state.changedAt = context.now;
    const Date today = officialDate(context.now);
    if (acceptsCase(request.act) && !state.isAccepted()) {
        state.acceptedOn = today;
        state.acceptanceNo = context.nextAcceptanceNo;
        state.pinnedModel = request.pinnedModel;
    }
    const bool isGrant = request.act == Act::Grant;
    if (isGrant || request.act == Act::Refuse || request.act == Act::Countersign)
        state.decision = {isGrant ? DecisionKind::Granted : DecisionKind::Refused,
                          context.now,
                          std::string(context.actor),
                          context.role == Role::System,
                          request.basis,
                          std::string(context.power.powerEntry),
                          std::string(context.power.organisation)};
    if (context.role != Role::System && context.role != Role::Applicant && request.act != Act::IssuePaper
        && before.isAccepted() && !before.decision)
        state.touchedByHuman = true;
    return state;
}

CaseState emptyCase(const ReplayContext &context)
{
    CaseState state;
    state.item = context.item.code;
    state.itemVersion = context.item.version;
    state.district = context.district;
    state.receivedOn = officialDate(context.receivedAt);
    return state;
}

Result<json> bodyOf(std::string_view text)
{
    auto body = TRY(parseJson(text));
    if (!body.is_object())
        return fail(ErrorCode::Corrupted, "the body of an event is no object");
    return body;
}

} // namespace

Result<ActRequest> requestOf(std::string_view act, std::string_view reason, std::string_view basis,
                             std::string_view body)
{
    const auto known = parseAct(act);
    if (!known)
        return fail(ErrorCode::Corrupted, "the ledger holds an act that this program does not know");
    return requestIn(*known, reason, basis, TRY(bodyOf(body)));
}

Result<ReplayedAct> replay(const CaseState *before, const RecordedAct &record, const ReplayContext &context)
{
    const auto act = parseAct(record.act);
    const auto role = parseRole(record.role);
    const auto after = parseState(record.stateAfter);
    if (!act || !role || !after)
        return fail(ErrorCode::Corrupted,
                    "the ledger holds an act, role or state that this program does not know; update it");
    const json body = TRY(bodyOf(record.body));
    const ActRequest request = requestIn(*act, record.reason, record.basis, body);
    const ActContext how{context.procedure,
                         context.item,
                         context.power,
                         record.actor,
                         *role,
                         {},
                         record.at,
                         numberOf(body, "acceptance_no"),
                         true};
    ActResult done = before != nullptr
        ? apply(*before, request, how)
        : open(request, how, context.district, std::min(context.receivedAt, record.at));
    if (done && done->state.state == *after)
        return ReplayedAct{std::move(done->state), {}};
    std::vector<ActRefusal> doubts;
    if (done)
        doubts.push_back({ActProblem::UndefinedHere, std::string(name(done->state.state)), {}, 0});
    else
        doubts = std::move(done.error());
    return ReplayedAct{forced(before != nullptr ? *before : emptyCase(context), request, *after, how),
                       std::move(doubts)};
}

} // namespace tongban::permit
