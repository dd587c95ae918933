// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/outbox_desk.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/service/acts/act_command.h"
#include "core/service/cases/case_line.h"
#include "core/service/centre/replica_writer.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace tongban::service {

using sync::CommandState;

namespace {

/// An act whose claim was not granted is told to lack one; why the claim was not is what a person wants.
Result<std::string> detailOf(storage::Store &store, const storage::OutboxRow &row)
{
    if (!row.entry.tokenFrom || !row.entry.detail.starts_with("claim_"))
        return row.entry.detail;
    const auto claim = store.outbox().byId(*row.entry.tokenFrom);
    const bool isCause = claim && claim->entry.outcome && claim->entry.outcome != sync::Outcome::Applied;
    return isCause ? claim->entry.detail : row.entry.detail;
}

Result<OutboxLine> lineOf(storage::Store &store, const storage::OutboxRow &row)
{
    OutboxLine line;
    line.no = row.no;
    line.id = row.entry.id.text();
    line.act = row.kind;
    line.caseId = row.caseId.text();
    line.district = row.district;
    line.state = sync::name(row.entry.state);
    line.mayBeSent = row.entry.mayBeSent;
    if (row.entry.outcome)
        line.outcome = sync::name(*row.entry.outcome);
    line.detail = TRY(detailOf(store, row));
    line.madeAt = row.madeAt;
    line.toldAt = row.toldAt;
    line.note = row.note;
    auto stored = store.cases().byId(row.caseId);
    if (stored)
        line.serial = std::move(stored->record.serial);
    else if (stored.error().code != ErrorCode::NotFound)
        return Failure(std::move(stored).error());
    return line;
}

Result<storage::OutboxRow> waitingForPerson(storage::Store &store, std::string_view id)
{
    storage::OutboxRow row = TRY(store.outbox().byId(TRY(Uuid::parse(id))));
    if (row.entry.state != CommandState::Attention)
        return fail(ErrorCode::Conflict, "the act does not wait for a person");
    return row;
}

/// The claim that was made for the act was not granted either: it is seen to with the act.
Result<> closeClaimOf(storage::Store &store, const storage::OutboxRow &row, std::string_view note)
{
    if (!row.entry.tokenFrom)
        return {};
    const auto claim = store.outbox().byId(*row.entry.tokenFrom);
    if (!claim || claim->entry.state != CommandState::Attention)
        return {};
    return store.outbox().close(claim->entry.id, note);
}

/// Whether an act to the same case was made after this one and waits behind it.
bool hasSuccessor(const std::vector<storage::OutboxRow> &ofCase, const storage::OutboxRow &row)
{
    return std::ranges::any_of(ofCase, [&](const storage::OutboxRow &other) {
        return other.no > row.no && other.kind != kClaimKind && other.entry.state == CommandState::Saved;
    });
}

/// Those behind move up: numbers have no gaps.
Result<> removeCommand(storage::Store &store, const storage::OutboxRow &row)
{
    auto replica = TRY(store.replica().of(row.district));
    if (!replica)
        return fail(ErrorCode::Internal, "the outbox names a district that was not joined");
    TRY(store.outbox().remove(row.entry.id));
    for (storage::OutboxRow &other : TRY(store.outbox().open(row.district)))
        if (other.entry.state == CommandState::Saved && other.entry.sequence > row.entry.sequence) {
            --other.entry.sequence;
            TRY(store.outbox().save(other.entry, other.toldAt));
        }
    --replica->nextSequence;
    return store.replica().put(*replica);
}

} // namespace

Result<std::vector<OutboxLine>> outboxLines(Workspace &workspace, bool all)
{
    constexpr int kPage = 500;
    storage::Store &store = *workspace.parts().store;
    std::vector<OutboxLine> lines;
    std::int64_t after = 0;
    while (true) {
        const auto page = TRY(store.outbox().list(all, after, kPage));
        for (const storage::OutboxRow &row : page)
            lines.push_back(TRY(lineOf(store, row)));
        if (page.size() < static_cast<std::size_t>(kPage))
            return lines;
        after = page.back().no;
    }
}

Result<std::optional<OutboxCount>> outboxCount(Workspace &workspace)
{
    if (!workspace.parts().joined)
        return std::nullopt;
    const storage::OutboxCounts counts = TRY(workspace.parts().store->outbox().counts());
    return OutboxCount{counts.saved + counts.told, counts.attention};
}

Result<> withdrawCommand(Workspace &workspace, std::string_view id)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    const storage::OutboxRow row = TRY(store.outbox().byId(TRY(Uuid::parse(id))));
    if (row.entry.mayBeSent || row.entry.state != CommandState::Saved)
        return fail(ErrorCode::Conflict, "the act may have reached the centre");
    if (hasSuccessor(TRY(store.outbox().ofCase(row.caseId)), row))
        return fail(ErrorCode::Conflict, "a later act rests on this one; withdraw that one first");
    TRY(removeCommand(store, row));
    // The claim was made for this act alone.
    if (row.entry.tokenFrom)
        if (const auto claim = store.outbox().byId(*row.entry.tokenFrom); claim && !claim->entry.mayBeSent)
            TRY(removeCommand(store, *claim));
    TRY(ReplicaWriter(workspace).refresh(row.caseId));
    return transaction.commit();
}

Result<> closeCommand(Workspace &workspace, std::string_view id, std::string_view note)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    const storage::OutboxRow row = TRY(waitingForPerson(store, id));
    TRY(store.outbox().close(row.entry.id, note));
    TRY(closeClaimOf(store, row, note));
    return transaction.commit();
}

Result<std::string> redoCommand(Workspace &workspace, std::string_view id)
{
    storage::Store &store = *workspace.parts().store;
    const Timestamp at = TRY(workspace.stamp());
    auto transaction = TRY(store.begin());
    const storage::OutboxRow old = TRY(waitingForPerson(store, id));
    auto replica = TRY(store.replica().of(old.district));
    if (!replica)
        return fail(ErrorCode::Internal, "the outbox names a district that was not joined");
    const auto stored = store.cases().byId(old.caseId);
    SystemRandom random;
    const auto add = [&](const std::string &kind, std::string body) -> Result<Uuid> {
        storage::OutboxRow row;
        row.entry.id = Uuid::v7(at, random);
        row.entry.sequence = replica->nextSequence++;
        row.entry.generation = replica->generation;
        row.entry.body = std::move(body);
        row.district = old.district;
        row.caseId = old.caseId;
        row.kind = kind;
        row.madeAt = at;
        if (kind != kClaimKind && old.entry.tokenFrom) {
            const auto open = TRY(store.outbox().ofCase(old.caseId));
            row.entry.tokenFrom = open.back().entry.id;
        }
        TRY(store.outbox().add(row));
        return row.entry.id;
    };
    if (old.entry.tokenFrom)
        TRY(add(std::string(kClaimKind),
                TRY(commandAnew(TRY(store.outbox().byId(*old.entry.tokenFrom)).entry.body, 0))));
    const std::int64_t version = stored ? stored->standing.version : 0;
    const Uuid made = TRY(add(old.kind, TRY(commandAnew(old.entry.body, version))));
    TRY(store.outbox().close(old.entry.id, "redone as " + made.text()));
    TRY(closeClaimOf(store, old, "redone as " + made.text()));
    TRY(store.replica().put(*replica));
    TRY(ReplicaWriter(workspace).refresh(old.caseId));
    if (old.kind != kClaimKind) {
        const auto now = store.cases().byId(old.caseId);
        if (!now || now->standing.version == version)
            return fail(ErrorCode::Conflict, "the case no longer stands so that this act could be done");
    }
    TRY(transaction.commit());
    return made.text();
}

Result<CommandConflict> commandConflict(Workspace &workspace, std::string_view id)
{
    storage::Store &store = *workspace.parts().store;
    const storage::OutboxRow row = TRY(store.outbox().byId(TRY(Uuid::parse(id))));
    CommandConflict conflict;
    conflict.line = TRY(lineOf(store, row));
    conflict.meant = row.entry.body;
    conflict.doneBehind = TRY(store.outbox().appliedAfter(row.no));
    if (auto waiting = readActCommand(row.entry.body); waiting && row.kind != kClaimKind) {
        conflict.request = std::move(waiting->request);
        conflict.role = permit::name(waiting->role);
    }
    if (const auto body = parseJson(row.entry.body); body && body->is_object())
        conflict.seenVersion = body->value("version", std::int64_t{0});
    const auto stored = store.cases().byId(row.caseId);
    if (!stored)
        return conflict;
    conflict.state = stored->standing.state;
    conflict.outcome = stored->standing.outcome;
    const auto events = TRY(store.events().ofCase(row.caseId));
    if (!events.empty()) {
        conflict.lastAct = events.back().act;
        conflict.lastActor = events.back().actor;
        conflict.lastAt = events.back().at;
    }
    const auto seen = static_cast<std::size_t>(conflict.seenVersion);
    if (seen > 0 && seen <= events.size())
        conflict.seenState = events[seen - 1].stateAfter;
    for (std::size_t i = seen; i < events.size(); ++i)
        conflict.since.push_back(storyEvent(events[i]));
    return conflict;
}

Result<std::int64_t> exportOutbox(Workspace &workspace, const std::filesystem::path &file)
{
    storage::Store &store = *workspace.parts().store;
    std::string text;
    std::int64_t count = 0;
    for (const storage::ReplicaRow &replica : TRY(store.replica().all()))
        for (const storage::OutboxRow &row : TRY(store.outbox().openOrAbove(replica.district, 0))) {
            if (row.entry.state != CommandState::Saved && row.entry.state != CommandState::Told)
                continue;
            const nlohmann::ordered_json line{{"district", row.district},
                                              {"device", replica.device.text()},
                                              {"sequence", row.entry.sequence},
                                              {"id", row.entry.id.text()},
                                              {"kind", row.kind},
                                              {"state", sync::name(row.entry.state)},
                                              {"made_at", isoTimestamp(row.madeAt)},
                                              {"body", row.entry.body}};
            text += line.dump() + '\n';
            ++count;
        }
    TRY(replaceFile(file, text));
    return count;
}

} // namespace tongban::service
