// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/replica_writer.h"

#include "core/service/acts/act_command.h"
#include "core/service/acts/annexes.h"
#include "core/service/acts/standing.h"
#include "core/service/cases/case_search.h"
#include "core/service/centre/waiting_acts.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>

namespace tongban::service {

using sync::CommandState;

ReplicaWriter::ReplicaWriter(Workspace &workspace)
    : m_workspace(workspace), m_store(*workspace.parts().store), m_folder(workspace), m_records(workspace)
{
}

Result<ReplicaWriter::Waiting> ReplicaWriter::waitingOf(const Uuid &caseId, std::int64_t through)
{
    Waiting waiting = TRY(m_store.outbox().ofCase(caseId));
    std::erase_if(waiting, [&](const storage::OutboxRow &row) { return !isOnTop(row, through); });
    return waiting;
}

/// The state of a stored case as the ledger alone tells it.
Result<FoldedCase> ReplicaWriter::fromLedger(const storage::StoredCase &stored)
{
    FoldedCase folded;
    folded.record = stored.record;
    folded.isStored = true;
    for (const storage::StoredEvent &event : TRY(m_store.events().ofCase(stored.record.id)))
        TRY(m_folder.follow(folded, event));
    return folded;
}

/// Two desktops may have taken in the same paper before either knew: the centre has one of them. A number of
/// another district's case stays theirs.
Result<> ReplicaWriter::makeRoom(storage::CaseRecord &record)
{
    if (!m_numbers.emplace(record.channel, record.externalNo).second) {
        record.externalNo += '@' + record.id.text();
        return {};
    }
    const auto there = TRY(m_store.cases().findExternal(record.channel, record.externalNo));
    if (!there)
        return {};
    const storage::StoredCase other = TRY(m_store.cases().byNo(*there));
    if (other.record.id == record.id)
        return {};
    const bool isRecorded =
        !TRY(m_store.events().ofCase(other.record.id)).empty() || m_cases.contains(other.record.id);
    if (!isRecorded && TRY(m_store.replica().removeUnrecorded(*there)))
        return forgetName(m_store, *there, other.record.applicantName);
    record.externalNo += '@' + record.id.text();
    return {};
}

Result<FoldedCase> ReplicaWriter::opened(const central::PulledEvent &pulled)
{
    FoldedCase folded;
    folded.record = m_folder.recordOf(pulled);
    TRY(makeRoom(folded.record));
    return folded;
}

/// What the fetcher made of it, with the doubts it had.
Result<FoldedCase> ReplicaWriter::openedIn(PreparedPage &page, const central::PulledEvent &pulled)
{
    PreparedCase &prepared = page.opened.at(pulled.event.caseId);
    for (const auto &[n, problem] : prepared.doubts)
        TRY(m_store.replica().addDoubt(pulled.event.district, n, problem));
    FoldedCase folded = std::move(prepared.folded);
    folded.isAhead = true;
    TRY(makeRoom(folded.record));
    return folded;
}

Result<FoldedCase> ReplicaWriter::knownCase(const central::PulledEvent &pulled, storage::StoredCase stored,
                                            PreparedPage &page)
{
    const storage::StoredEvent &event = pulled.event;
    // What this desktop never acted on stands as the ledger left it; only the rest has to be looked at.
    if (stored.standing.reason == reason::kNotTakenByCentre
        || !TRY(m_store.outbox().ofCase(event.caseId)).empty()) {
        const auto events = TRY(m_store.events().ofCase(event.caseId));
        if (events.empty() && !pulled.application.empty()) {
            // Taken in here before the centre counted it.
            FoldedCase renewed = TRY(openedIn(page, pulled));
            renewed.record.no = stored.record.no;
            renewed.isStored = renewed.isRenewed = true;
            return renewed;
        }
        if (!TRY(waitingOf(event.caseId, event.n - 1)).empty()
            || static_cast<std::size_t>(stored.standing.version) != events.size())
            return fromLedger(stored);
    }
    FoldedCase folded;
    folded.state = TRY(permit::parseCaseState(stored.standing.details));
    folded.reason = stored.standing.reason;
    folded.record = std::move(stored.record);
    folded.isStored = true;
    return folded;
}

Result<FoldedCase *> ReplicaWriter::caseOf(const central::PulledEvent &pulled, PreparedPage &page)
{
    const Uuid &caseId = pulled.event.caseId;
    if (const auto known = m_cases.find(caseId); known != m_cases.end())
        return &known->second;
    auto stored = m_store.cases().byId(caseId);
    if (stored)
        return &m_cases.emplace(caseId, TRY(knownCase(pulled, *std::move(stored), page))).first->second;
    if (stored.error().code != ErrorCode::NotFound)
        return Failure(std::move(stored).error());
    if (pulled.application.empty())
        return fail(ErrorCode::Corrupted,
                    "the centre tells of a case that it never opened, at " + std::to_string(pulled.event.n));
    return &m_cases.emplace(caseId, TRY(openedIn(page, pulled))).first->second;
}

Result<> ReplicaWriter::store(FoldedCase &folded)
{
    const storage::CaseStanding standing =
        folded.standing ? *std::move(folded.standing) : m_folder.standing(folded);
    if (!folded.isStored) {
        folded.record.no = TRY(m_store.cases().insert(folded.record, standing));
        folded.isStored = true;
        return {};
    }
    if (folded.isRenewed)
        TRY(m_store.replica().renew(folded.record));
    if (folded.state->itemVersion != 0)
        TRY(m_store.cases().setItemVersion(folded.record.no, folded.record.itemVersion));
    return m_store.replica().replaceStanding(folded.record.no, standing);
}

/// Rules under a number that stands for others here are left out; the decisions made by them say so.
Result<> ReplicaWriter::keepModels(const PreparedPage &page)
{
    for (const central::PublishedModel &model : page.models) {
        const auto put = m_store.models().put(model.ruleSet, model.version, model.model, model.manifest,
                                              m_workspace.clock().now());
        if (!put && put.error().code != ErrorCode::Conflict)
            return Failure(put.error());
    }
    return {};
}

Result<> ReplicaWriter::keepRecords(const PreparedPage &page)
{
    for (const central::PulledEvent &pulled : page.events) {
        if (pulled.record.empty())
            continue;
        const storage::StoredEvent &event = pulled.event;
        const std::string doubt =
            TRY(m_records.take(m_cases.at(event.caseId).record.no, event, pulled.record));
        if (!doubt.empty())
            TRY(m_store.replica().addDoubt(event.district, event.n, doubt));
    }
    return {};
}

Result<> ReplicaWriter::write(PreparedPage &page)
{
    if (page.events.empty())
        return {};
    m_cases.clear();
    m_numbers.clear();
    std::vector<storage::PreparedEvent> prepared;
    prepared.reserve(page.events.size());
    for (const central::PulledEvent &pulled : page.events) {
        FoldedCase &folded = *TRY(caseOf(pulled, page));
        prepared.push_back({draftOf(pulled.event), pulled.digest});
        if (folded.isAhead)
            continue;
        const std::string doubt = TRY(m_folder.follow(folded, pulled.event));
        if (!doubt.empty())
            TRY(m_store.replica().addDoubt(pulled.event.district, pulled.event.n, doubt));
    }
    const storage::StoredEvent &last = page.events.back().event;
    const auto places = TRY(m_store.events().append(prepared));
    if (places.back().n != last.n || places.back().hash != last.hash)
        return fail(ErrorCode::Corrupted, "what the centre tells does not follow what is kept here");
    TRY(m_store.outbox().confirmThrough(last.district, last.n));
    for (auto &[id, folded] : m_cases) {
        for (const storage::OutboxRow &row : TRY(waitingOf(id, last.n)))
            m_folder.putOnTop(folded, row);
        TRY(store(folded));
    }
    TRY(keepAnnexes(page));
    TRY(keepModels(page));
    return keepRecords(page);
}

/// What was done here stands there already, and the centre may tell it otherwise: then all is written anew.
Result<> ReplicaWriter::keepAnnexes(const PreparedPage &page)
{
    std::set<Uuid> anew;
    for (const central::PulledEvent &pulled : page.events) {
        const storage::StoredEvent &event = pulled.event;
        if (!leavesAnnex(event.act) || anew.contains(event.caseId))
            continue;
        const std::int64_t no = m_cases.at(event.caseId).record.no;
        if (TRY(m_store.outbox().ofCase(event.caseId)).empty()) {
            TRY(keepAnnex(m_store.annexes(), no, event));
            continue;
        }
        TRY(rewriteAnnexes(m_store, no, TRY(actsOf(m_workspace, TRY(m_store.cases().byNo(no))))));
        anew.insert(event.caseId);
    }
    return {};
}

/// A case that only the outbox knows: as it was taken in here.
Result<> ReplicaWriter::showWaiting(const Uuid &caseId, const Waiting &waiting)
{
    const auto first = readActCommand(waiting.front().entry.body);
    if (!first || first->application.empty())
        return {};
    central::PulledEvent opening;
    opening.event.caseId = caseId;
    opening.event.district = waiting.front().district;
    opening.event.at = waiting.front().madeAt;
    opening.application = first->application;
    opening.itemVersion = first->itemVersion;
    FoldedCase folded = TRY(opened(opening));
    for (const storage::OutboxRow &row : waiting)
        m_folder.putOnTop(folded, row);
    if (!folded.state)
        return {};
    TRY(store(folded));
    return rewriteAnnexes(m_store, folded.record.no,
                          TRY(actsOf(m_workspace, TRY(m_store.cases().byNo(folded.record.no)))));
}

Result<> ReplicaWriter::refresh(const Uuid &caseId)
{
    m_cases.clear();
    m_numbers.clear();
    auto stored = m_store.cases().byId(caseId);
    if (!stored && stored.error().code != ErrorCode::NotFound)
        return Failure(std::move(stored).error());
    const auto events = TRY(m_store.events().ofCase(caseId));
    const std::int64_t through = events.empty() ? 0 : events.back().n;
    const Waiting waiting = TRY(waitingOf(caseId, through));
    if (!stored)
        return waiting.empty() ? Result<>() : showWaiting(caseId, waiting);
    TRY(m_records.dropUnnamed(stored->record.no, events, TRY(m_store.outbox().ofCase(caseId))));
    FoldedCase folded = TRY(fromLedger(*stored));
    if (events.empty()) {
        folded.record.serial = provisionalSerial(caseId);
        folded.isRenewed = true;
    }
    for (const storage::OutboxRow &row : waiting)
        m_folder.putOnTop(folded, row);
    if (!folded.state)
        return leaveOut(*stored);
    TRY(store(folded));
    return rewriteAnnexes(m_store, folded.record.no, TRY(actsOf(m_workspace, *stored)));
}

/// Neither the ledger nor the outbox has it any more. What a person has put with it keeps it, out of every
/// queue.
Result<> ReplicaWriter::leaveOut(const storage::StoredCase &stored)
{
    if (TRY(m_store.replica().removeUnrecorded(stored.record.no)))
        return forgetName(m_store, stored.record.no, stored.record.applicantName);
    storage::CaseStanding standing = stored.standing;
    standing.queue.clear();
    standing.open = false;
    standing.reason = reason::kNotTakenByCentre;
    return m_store.replica().replaceStanding(stored.record.no, standing);
}

} // namespace tongban::service
