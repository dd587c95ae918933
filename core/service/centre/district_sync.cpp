// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/district_sync.h"

#include "core/central/device.h"
#include "core/central/push.h"
#include "core/service/centre/claim_sync.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/bulk_load.h"

#include <algorithm>
#include <array>
#include <map>

namespace tongban::service {

using sync::CommandState;
using sync::Next;

namespace {

std::uint64_t systemSeed()
{
    std::array<std::uint8_t, 8> bytes{};
    SystemRandom().fill(bytes);
    std::uint64_t seed = 0;
    for (const std::uint8_t byte : bytes)
        seed = seed << 8U | byte;
    return seed;
}

std::vector<sync::Reply> repliesOf(std::vector<central::Answer> answers)
{
    std::vector<sync::Reply> replies;
    for (central::Answer &answer : answers)
        replies.push_back({answer.id, std::move(answer.outcome), std::move(answer.detail), answer.n,
                           answer.version, answer.token});
    return replies;
}

} // namespace

DistrictSync::DistrictSync(Workspace &workspace, central::Connection &connection, const SyncOptions &options,
                           SyncReport &report, central::PullForm form)
    : m_workspace(workspace), m_store(*workspace.parts().store), m_connection(connection), m_options(options),
      m_report(report), m_form(form), m_writer(workspace), m_random(systemSeed())
{
}

bool DistrictSync::isUnreachable(const Error &error)
{
    if (error.code == ErrorCode::Denied)
        m_report.stoppedBy = error.detail;
    else if (error.code == ErrorCode::Unavailable)
        m_report.unreachable = error.detail;
    else
        return false;
    return true;
}

Result<storage::ReplicaRow> DistrictSync::replica()
{
    const auto row = TRY(m_store.replica().of(m_district));
    if (!row)
        return fail(ErrorCode::Internal, "the district was not joined");
    return *row;
}

Result<storage::EventPosition> DistrictSync::place()
{
    for (const storage::EventPosition &head : TRY(m_store.events().heads()))
        if (head.district == m_district)
            return head;
    return storage::EventPosition{m_district, 0, {}};
}

Result<> DistrictSync::run(int district, const central::CentralHead *head)
{
    m_district = district;
    if (head != nullptr) {
        m_head = head->position;
        m_epoch = head->epoch;
        m_settledN = head->settledN;
        if (mustRepair(TRY(replica()), *head, TRY(place())))
            TRY(repair());
    }
    const std::int64_t sentBefore = m_report.sent;
    if (m_report.isFinished())
        TRY(push());
    if (!m_report.isFinished() || head == nullptr)
        return {};
    // A quiet district costs one answer of the centre and no write here, however often it is looked at.
    const bool isQuiet = m_report.sent == sentBefore && TRY(isUpToDate(*head));
    return isQuiet ? Result<>() : pull();
}

Result<bool> DistrictSync::isUpToDate(const central::CentralHead &head)
{
    const storage::EventPosition mine = TRY(place());
    const storage::ReplicaRow row = TRY(replica());
    // What the centre called done and the copy does not hold may have been lost there.
    if (TRY(m_store.outbox().counts()).told > 0)
        return false;
    return mine.n == head.position.n && mine.n == row.centralN
        && (mine.n == 0 || mine.hash == head.position.hash) && row.epoch == head.epoch
        && row.settledN == head.settledN;
}

/// Claims whose tokens later commands want may have been settled long ago: they are looked at, not sent.
Result<DistrictSync::Loaded> DistrictSync::load(std::vector<storage::OutboxRow> rows)
{
    Loaded loaded;
    loaded.replica = TRY(replica());
    std::set<Uuid> there;
    std::vector<sync::Entry> entries;
    for (const storage::OutboxRow &row : rows)
        there.insert(row.entry.id);
    for (const storage::OutboxRow &row : rows)
        if (row.entry.tokenFrom && row.entry.state == CommandState::Saved
            && there.insert(*row.entry.tokenFrom).second)
            if (auto claim = m_store.outbox().byId(*row.entry.tokenFrom))
                entries.push_back(std::move(claim->entry));
    for (const storage::OutboxRow &row : rows)
        entries.push_back(row.entry);
    loaded.outbox = TRY(
        sync::Outbox::restore(std::move(entries), loaded.replica.nextSequence, loaded.replica.generation));
    loaded.rows = std::move(rows);
    return loaded;
}

/// Writes down what has changed since load(), and how the cases stand that it concerns.
Result<> DistrictSync::keep(Loaded &loaded)
{
    std::map<Uuid, const sync::Entry *> now;
    for (const sync::Entry &entry : loaded.outbox.entries())
        now[entry.id] = &entry;
    const Timestamp at = m_workspace.clock().now();
    std::set<Uuid> concerned;
    for (const storage::OutboxRow &row : loaded.rows) {
        const sync::Entry &entry = *now.at(row.entry.id);
        if (entry == row.entry)
            continue;
        const bool isAnswered = row.entry.state == CommandState::Saved && entry.state != row.entry.state;
        TRY(m_store.outbox().save(entry, isAnswered ? std::optional(at) : row.toldAt));
        if (isAnswered && entry.state == CommandState::Told)
            ++m_report.applied;
        if (isAnswered && entry.state == CommandState::Attention)
            ++m_report.attention;
        if (entry.state != row.entry.state && entry.state != CommandState::Told)
            concerned.insert(row.caseId);
    }
    for (const sync::ChangedOutcome &changed : loaded.outbox.takeChangedOutcomes())
        m_report.changed.push_back({changed.id.text(), std::string(sync::name(changed.before)),
                                    std::string(sync::name(changed.after))});
    loaded.replica.nextSequence = loaded.outbox.nextSequence();
    loaded.replica.generation = loaded.outbox.generation();
    TRY(m_store.replica().put(loaded.replica));
    for (const Uuid &caseId : concerned)
        TRY(m_writer.refresh(caseId));
    return {};
}

/// One batch out and its answers back; false when there was nothing to send or it has to wait.
Result<bool> DistrictSync::sendRound()
{
    std::vector<central::Command> commands;
    Uuid device = Uuid::fromBytes({});
    {
        auto transaction = TRY(m_store.begin());
        Loaded loaded = TRY(load(TRY(m_store.outbox().open(m_district))));
        device = loaded.replica.device;
        for (sync::Entry &entry : loaded.outbox.takeBatch(
                 m_workspace.clock().now(), static_cast<std::size_t>(m_options.commandsPerRound)))
            commands.push_back({entry.id, entry.sequence, std::move(entry.body)});
        if (commands.empty())
            return false;
        TRY(keep(loaded));
        // From here on they may have reached the centre, and that is written down.
        TRY(transaction.commit());
    }
    auto answers = central::push(m_connection, m_district, device, commands);
    if (!answers) {
        if (isUnreachable(answers.error()))
            return false;
        return Failure(std::move(answers).error());
    }
    m_report.sent += static_cast<std::int64_t>(commands.size());
    return takeAnswers(repliesOf(*std::move(answers)));
}

Result<bool> DistrictSync::takeAnswers(const std::vector<sync::Reply> &replies)
{
    auto transaction = TRY(m_store.begin());
    Loaded loaded = TRY(load(TRY(m_store.outbox().open(m_district))));
    const Next next = loaded.outbox.takeReplies(replies, m_workspace.clock().now(), m_random);
    TRY(keep(loaded));
    if (next == Next::Stopped)
        m_report.stoppedBy = loaded.outbox.stoppedBy();
    TRY(closeConflicts(loaded));
    TRY(endLostClaims(loaded));
    TRY(transaction.commit());
    return goOn(next);
}

/// A worker that came second drops what it wanted to do; nobody has to look at that.
Result<> DistrictSync::closeConflicts(const Loaded &loaded)
{
    if (m_workspace.parts().joined->kind != "worker")
        return {};
    for (const sync::Entry &entry : loaded.outbox.entries())
        if (entry.state == CommandState::Attention && entry.outcome == sync::Outcome::Conflict) {
            TRY(m_store.outbox().close(entry.id, "worker"));
            --m_report.attention;
        }
    return {};
}

/// A claim that somebody else was faster with: nobody has to look at that, who works on the case says it.
Result<> DistrictSync::endLostClaims(const Loaded &loaded)
{
    for (const storage::OutboxRow &row : loaded.rows) {
        if (row.entry.state != CommandState::Saved || !standsAlone(row, loaded.rows))
            continue;
        const storage::OutboxRow now = TRY(m_store.outbox().byId(row.entry.id));
        if (now.entry.state != CommandState::Attention)
            continue;
        TRY(m_store.outbox().close(row.entry.id, "claim"));
        TRY(giveUpClaim(m_workspace, row.caseId, now.entry.detail));
        --m_report.attention;
        ++m_report.claimChanges;
    }
    return {};
}

Result<bool> DistrictSync::goOn(Next next)
{
    switch (next) {
    case Next::GoOn: return true;
    case Next::RetryLater: m_report.unreachable = "the centre is busy"; return false;
    case Next::Stopped: return false;
    case Next::NewDevice: TRY(takeNewIdentity()); return m_report.isFinished();
    case Next::CentreOlder: TRY(repair()); return m_report.isFinished();
    }
    return false;
}

Result<> DistrictSync::push()
{
    while (!m_options.progress.stopRequested())
        if (!TRY(sendRound()))
            break;
    return {};
}

/// The new identity is this desktop's in every district: which of the twins the others know does not matter.
Result<> DistrictSync::takeNewIdentity()
{
    SystemRandom random;
    const Uuid before = TRY(replica()).device;
    const Uuid after = Uuid::v7(m_workspace.clock().now(), random);
    if (const auto done = central::succeedDevice(m_connection, before, after); !done) {
        if (isUnreachable(done.error()))
            return {};
        return done;
    }
    auto transaction = TRY(m_store.begin());
    Loaded loaded = TRY(load(TRY(m_store.outbox().open(m_district))));
    loaded.outbox.takeNewDevice();
    loaded.replica.device = after;
    TRY(keep(loaded));
    TRY(transaction.commit());
    ++m_report.newIdentities;
    return {};
}

Result<> DistrictSync::apply(PreparedPage &page)
{
    const std::int64_t n = page.events.back().event.n;
    const Timestamp at = page.events.back().event.at;
    const auto count = static_cast<std::int64_t>(page.events.size());
    auto transaction = TRY(m_store.begin());
    TRY(m_writer.write(page));
    storage::ReplicaRow row = TRY(replica());
    row.epoch = m_epoch;
    row.centralN = std::max(row.centralN, n);
    row.pulledAt = m_workspace.clock().now();
    TRY(m_store.replica().put(row));
    TRY(m_workspace.parts().keepStamp(at));
    TRY(transaction.commit());
    m_report.pulled += count;
    m_options.progress.say(m_report.pulled, 0);
    return {};
}

/// Whether what is missing is so much more than what is here that the copy is better made without the
/// indexes.
Result<bool> DistrictSync::isFirstCopy(std::int64_t mine)
{
    constexpr std::int64_t kManyEvents = 20'000;
    const std::int64_t missing = m_head.n - mine;
    return missing >= kManyEvents && TRY(m_store.cases().count()) <= missing / 10;
}

Result<std::set<std::string>> DistrictSync::modelsHere()
{
    std::set<std::string> digests;
    for (const storage::RuleSetText &kept : TRY(m_store.models().list()))
        digests.insert(kept.model.hex());
    return digests;
}

/// Page after page until the ledger's end. A place in it never changes, so that a copy which was cut off goes
/// on where it stands and is the same as one that was not.
Result<> DistrictSync::copyPages()
{
    constexpr int kFirstCopyPage = 5000; // more the centre gives nobody
    int limit = std::min(m_options.eventsPerPage, kFirstCopyPage);
    if (m_options.aheadOfIndexes && TRY(isFirstCopy(TRY(place()).n))) {
        TRY(storage::BulkLoad::begin(m_store.database()));
        limit = kFirstCopyPage;
    }
    PageFetcher ahead(m_workspace, m_connection, limit, m_form, TRY(modelsHere()));
    while (!m_options.progress.stopRequested()) {
        if (!ahead.isAsked())
            ahead.ask(TRY(place()));
        auto page = ahead.take();
        if (!page && page.error().code == ErrorCode::Corrupted && m_repairs == 0) {
            ahead.drop();
            TRY(repair());
            if (!m_report.isFinished())
                return {};
            continue;
        }
        if (!page)
            return isUnreachable(page.error()) ? Result<>() : Result<>(Failure(std::move(page).error()));
        if (page->events.empty())
            break;
        const storage::StoredEvent &last = page->events.back().event;
        const bool isLast = page->isLast;
        if (!isLast)
            ahead.ask({m_district, last.n, last.hash});
        TRY(apply(*page));
        ahead.giveBack(*std::move(page));
        if (isLast)
            break;
    }
    return {};
}

/// Each hash was checked on the way; that they lead to the head the centre named is the last word.
Result<> DistrictSync::checkHead()
{
    if (m_head.n == 0 || TRY(place()).n < m_head.n)
        return {};
    const auto there = TRY(m_store.events().page(m_district, m_head.n - 1, 1));
    if (there.empty() || there.front().hash != m_head.hash)
        return fail(ErrorCode::Corrupted,
                    "the copy of district " + std::to_string(m_district) + " is not the centre's ledger");
    return {};
}

Result<> DistrictSync::pull()
{
    TRY(copyPages());
    if (m_options.progress.stopRequested() || !m_report.isFinished())
        return {};
    if (m_repairs == 0)
        TRY(checkHead());
    auto transaction = TRY(m_store.begin());
    storage::ReplicaRow row = TRY(replica());
    row.epoch = m_epoch;
    row.settledN = m_settledN;
    row.centralN = TRY(place()).n;
    row.pulledAt = m_workspace.clock().now();
    TRY(m_store.replica().put(row));
    TRY(m_store.outbox().confirmThrough(m_district, row.centralN));
    TRY(m_store.outbox().settleThrough(m_district, m_settledN));
    TRY(transaction.commit());
    return resendLost();
}

} // namespace tongban::service
