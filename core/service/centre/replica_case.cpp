// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/replica_case.h"

#include "core/base/canonical_json.h"
#include "core/permit/duplicate.h"
#include "core/permit/serial.h"
#include "core/service/acts/act_command.h"
#include "core/service/acts/standing.h"
#include "core/service/cases/case_lookup.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

/// Of an item that this program's catalogue does not have yet: the case is shown, nothing is computed.
const permit::Item &unknownItem()
{
    static const permit::Item item{};
    return item;
}

std::string textAt(const nlohmann::json &document, const char *group, const char *key)
{
    const auto found = document.find(group);
    if (found == document.end() || !found->is_object())
        return {};
    const auto value = found->find(key);
    return value != found->end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::string textAt(const nlohmann::json &document, const char *key)
{
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The same for every desktop, whatever came in between.
std::string reasonAfter(permit::Act act, permit::Role role, std::string_view told,
                        const permit::CaseState &state, const std::string &before)
{
    if (act == permit::Act::IssuePaper)
        return before;
    if (act == permit::Act::RequestHuman)
        return std::string(reason::kHumanRequested);
    if (role == permit::Role::System && (act == permit::Act::Refer || act == permit::Act::AwaitEvidence))
        return std::string(told);
    if (before.empty() && queueOf(state) == queue::kPeople)
        return std::string(reason::kTakenByPerson);
    return before;
}

} // namespace

std::string provisionalSerial(const Uuid &caseId)
{
    return std::string(kProvisionalSerial) + caseId.text().substr(24);
}

bool isOnTop(const storage::OutboxRow &row, std::int64_t through)
{
    if (row.kind == kClaimKind)
        return false;
    return row.entry.state == sync::CommandState::Saved
        || (row.entry.state == sync::CommandState::Told && row.entry.n > through);
}

storage::CaseRecord CaseFolder::recordOf(const central::PulledEvent &opening)
{
    const storage::StoredEvent &event = opening.event;
    storage::CaseRecord record;
    record.id = event.caseId;
    record.district = event.district;
    record.itemVersion = opening.itemVersion;
    record.application = opening.application;
    record.receivedAt = event.at;
    const int year = static_cast<int>(std::chrono::year_month_day{officialDate(event.at)}.year());
    const auto serial = permit::CaseSerial::create(year, event.district, opening.caseNo);
    record.serial = serial ? serial->text() : provisionalSerial(event.caseId);
    if (const auto older = Uuid::parse(detailOf(event, "duplicate_of")))
        record.duplicateOf = *older;
    if (const auto application = m_reader.readStored(opening.application)) {
        record.channel = permit::name(application->channel);
        record.externalNo = application->externalNo;
        record.item = application->item;
        record.receivedAt = application->receivedAt;
        record.applicantId = application->applicant.id;
        record.applicantName = application->applicant.name;
        record.duplicateKey = permit::duplicateKey(*application);
        return record;
    }
    // Not of the published form: somebody sent it past the program. The centre took it all the same.
    const auto document = parseJson(opening.application);
    if (document && document->is_object()) {
        record.channel = textAt(*document, "channel");
        record.externalNo = textAt(*document, "external_no");
        record.item = textAt(*document, "item");
        record.applicantId = textAt(*document, "applicant", "id");
        record.applicantName = textAt(*document, "applicant", "name");
    }
    return record;
}

const permit::Item &CaseFolder::itemOf(const storage::CaseRecord &record) const
{
    const permit::Item *item = m_workspace.catalogue().version(record.item, record.itemVersion);
    return item != nullptr ? *item : unknownItem();
}

CaseFolder::Rules CaseFolder::rulesFor(const FoldedCase &folded, permit::Act act, Date day)
{
    const storage::CaseRecord &record = folded.record;
    Rules rules;
    // An appointment becomes an application under the item of that day.
    if (folded.state && act == permit::Act::Apply)
        rules.item = m_workspace.catalogue().item(record.item, day);
    if (rules.item == nullptr)
        rules.item = &itemOf(record);
    const Date opened = folded.state ? openedOn(*folded.state, record) : officialDate(record.receivedAt);
    rules.power = m_workspace.catalogue().whoDecides(*rules.item, record.district, opened);
    return rules;
}

Result<std::string> CaseFolder::follow(FoldedCase &folded, const storage::StoredEvent &event)
{
    const auto act = permit::parseAct(event.act);
    const auto role = permit::parseRole(event.role);
    const permit::RecordedAct record{event.act, event.stateAfter, event.actor, event.role,
                                     event.at,  event.reason,     event.basis, event.body};
    const Rules rules = rulesFor(folded, act.value_or(permit::Act::Apply), officialDate(event.at));
    const permit::Procedure procedure = m_workspace.resources().procedure();
    permit::ReplayedAct replayed = TRY(permit::replay(
        folded.state ? &*folded.state : nullptr, record,
        {procedure, *rules.item, rules.power, folded.record.district, folded.record.receivedAt}));
    folded.reason = reasonAfter(*act, *role, event.reason, replayed.state, folded.reason);
    folded.state = std::move(replayed.state);
    if (folded.state->itemVersion != 0)
        folded.record.itemVersion = folded.state->itemVersion;
    return replayed.doubts.empty() ? std::string()
                                   : std::string(permit::name(replayed.doubts.front().problem));
}

std::optional<permit::ActEvent> CaseFolder::putOnTop(FoldedCase &folded, const storage::OutboxRow &row)
{
    auto waiting = readActCommand(row.entry.body);
    if (!waiting)
        return std::nullopt;
    const Rules rules = rulesFor(folded, waiting->request.act, officialDate(row.madeAt));
    const permit::Procedure procedure = m_workspace.resources().procedure();
    if (const auto pinned =
            m_workspace.resources().ruleSets->inForce(rules.item->ruleSet, officialDate(row.madeAt)))
        waiting->request.pinnedModel = pinned->modelDigest().hex();
    const Timestamp at = folded.state ? std::max(row.madeAt, folded.state->changedAt) : row.madeAt;
    const permit::ActContext context{procedure,     *rules.item, rules.power, "this-desktop",
                                     waiting->role, {},          at,          0};
    permit::ActResult done = folded.state ? permit::apply(*folded.state, waiting->request, context)
                                          : permit::open(waiting->request, context, folded.record.district,
                                                         std::min(at, folded.record.receivedAt));
    if (!done)
        return std::nullopt;
    folded.reason =
        reasonAfter(waiting->request.act, waiting->role, waiting->request.reason, done->state, folded.reason);
    folded.state = std::move(done->state);
    folded.standing.reset();
    return std::move(done->event);
}

storage::CaseStanding CaseFolder::standing(const FoldedCase &folded) const
{
    return standingOf(*folded.state, itemOf(folded.record), m_workspace.resources(), folded.reason);
}

} // namespace tongban::service
