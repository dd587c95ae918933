// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/outbox.h"

#include <algorithm>

namespace tongban::sync {

std::string_view name(CommandState state)
{
    switch (state) {
    case CommandState::Saved: return "saved";
    case CommandState::Told: return "told";
    case CommandState::Confirmed: return "confirmed";
    case CommandState::Settled: return "settled";
    case CommandState::Attention: return "attention";
    case CommandState::Closed: return "closed";
    }
    return {};
}

std::string_view name(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied: return "applied";
    case Outcome::Conflict: return "conflict";
    case Outcome::Refused: return "refused";
    case Outcome::Invalid: return "invalid";
    case Outcome::Quarantined: return "quarantined";
    }
    return {};
}

std::optional<CommandState> parseState(std::string_view text)
{
    for (const auto state : {CommandState::Saved, CommandState::Told, CommandState::Confirmed,
                             CommandState::Settled, CommandState::Attention, CommandState::Closed})
        if (name(state) == text)
            return state;
    return std::nullopt;
}

std::optional<Outcome> parseOutcome(std::string_view text)
{
    for (const auto outcome :
         {Outcome::Applied, Outcome::Conflict, Outcome::Refused, Outcome::Invalid, Outcome::Quarantined})
        if (name(outcome) == text)
            return outcome;
    return std::nullopt;
}

Result<Outbox> Outbox::restore(std::vector<Entry> entries, std::int64_t nextSequence, int generation)
{
    Outbox outbox;
    outbox.m_generation = generation;
    outbox.m_nextSequence = nextSequence;
    std::int64_t expected = 0;
    for (const Entry &entry : entries) {
        outbox.m_generation = std::max(outbox.m_generation, entry.generation);
        if (entry.state != CommandState::Saved)
            continue;
        if (expected != 0 && entry.sequence != expected)
            return fail(ErrorCode::Corrupted,
                        "the outbox skips from " + std::to_string(expected) + " to "
                            + std::to_string(entry.sequence));
        expected = entry.sequence + 1;
    }
    if (expected != 0 && expected != nextSequence)
        return fail(ErrorCode::Corrupted, "the outbox does not end before its next number");
    outbox.m_entries = std::move(entries);
    return outbox;
}

Entry *Outbox::find(const Uuid &id)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

Result<> Outbox::add(const Uuid &id, std::string body, const std::optional<Uuid> &tokenFrom)
{
    if (find(id) != nullptr)
        return fail(ErrorCode::Conflict, "the command is in the outbox already");
    Entry &entry = m_entries.emplace_back();
    entry.id = id;
    entry.sequence = m_nextSequence++;
    entry.generation = m_generation;
    entry.body = std::move(body);
    entry.tokenFrom = tokenFrom;
    return {};
}

Result<> Outbox::withdraw(const Uuid &id)
{
    const Entry *entry = find(id);
    if (entry == nullptr)
        return fail(ErrorCode::NotFound, "no such command");
    if (entry->mayBeSent || entry->state != CommandState::Saved)
        return fail(ErrorCode::Conflict, "the command may have reached the centre");
    const std::int64_t sequence = entry->sequence;
    std::erase_if(m_entries, [&](const Entry &other) { return other.id == id; });
    // Commands go out in order, so nothing behind it was under way either.
    for (Entry &other : m_entries)
        if (other.state == CommandState::Saved && other.sequence > sequence)
            --other.sequence;
    --m_nextSequence;
    return {};
}

/// The body is fixed from here on: what was sent once is sent the same again, but for what a restored centre
/// has lost, which it cannot know. A claim that was not granted leaves the act without a token, and the
/// centre says why it cannot be.
bool Outbox::fillToken(Entry &entry)
{
    if (!entry.tokenFrom || (entry.mayBeSent && !entry.outcomeBefore) || entry.body.starts_with(kTokenStart))
        return true;
    const Entry *claim = find(*entry.tokenFrom);
    if (claim != nullptr && claim->state == CommandState::Saved)
        return false;
    if (claim != nullptr && claim->token > 0 && entry.body.starts_with("{\""))
        entry.body.replace(0, 1, std::string(kTokenStart) + std::to_string(claim->token) + ",");
    return true;
}

std::vector<Entry> Outbox::takeBatch(Timestamp now, std::size_t most)
{
    std::vector<Entry> batch;
    if (now < m_retryAt || !m_stoppedBy.empty())
        return batch;
    for (Entry &entry : m_entries) {
        if (batch.size() == most)
            break;
        if (entry.state != CommandState::Saved)
            continue;
        if (!fillToken(entry))
            break;
        entry.mayBeSent = true;
        batch.push_back(entry);
    }
    return batch;
}

void Outbox::takeFinal(Entry &entry, const Reply &reply, Outcome outcome)
{
    if (entry.outcomeBefore && *entry.outcomeBefore != outcome)
        m_changed.push_back({entry.id, *entry.outcomeBefore, outcome});
    entry.outcomeBefore.reset();
    entry.outcome = outcome;
    entry.detail = reply.detail;
    entry.n = reply.n;
    entry.version = reply.version;
    entry.token = reply.token;
    entry.state = outcome == Outcome::Applied ? CommandState::Told : CommandState::Attention;
}

Next Outbox::takeReplies(std::span<const Reply> replies, Timestamp now, SeededRandom &random)
{
    Next next = Next::GoOn;
    bool hasProgress = false;
    for (const Reply &reply : replies) {
        if (reply.outcome == "denied")
            return takeDenied(reply, now, random);
        Entry *entry = reply.id ? find(*reply.id) : nullptr;
        // An answer to something never asked says nothing; a second answer to the same command is the same.
        if (entry == nullptr || entry->state != CommandState::Saved)
            continue;
        if (const auto outcome = parseOutcome(reply.outcome)) {
            takeFinal(*entry, reply, *outcome);
            hasProgress = true;
        } else if (reply.outcome == "key_reuse") {
            setAside(*entry, reply);
            hasProgress = true;
        } else if (reply.outcome == "device_fork") {
            return Next::NewDevice;
        } else if (reply.outcome == "expected") {
            next = takeExpected(reply);
        }
    }
    if (next != Next::GoOn)
        return next;
    if (!hasProgress && !isDrained())
        return waitLonger(now, random);
    m_failures = 0;
    m_retryAt = {};
    return Next::GoOn;
}

Next Outbox::takeFailure(Timestamp now, SeededRandom &random)
{
    return waitLonger(now, random);
}

Next Outbox::waitLonger(Timestamp now, SeededRandom &random)
{
    m_retryAt = now + backOff(m_failures, random);
    ++m_failures;
    return Next::RetryLater;
}

void Outbox::ledgerReached(std::int64_t n)
{
    for (Entry &entry : m_entries)
        if (entry.state == CommandState::Told && entry.n <= n)
            entry.state = CommandState::Confirmed;
}

void Outbox::settledThrough(std::int64_t n)
{
    for (Entry &entry : m_entries)
        if (entry.state == CommandState::Confirmed && entry.n <= n)
            entry.state = CommandState::Settled;
}

Result<> Outbox::close(const Uuid &id)
{
    Entry *entry = find(id);
    if (entry == nullptr)
        return fail(ErrorCode::NotFound, "no such command");
    if (entry->state != CommandState::Attention)
        return fail(ErrorCode::Conflict, "the command does not wait for a person");
    entry->state = CommandState::Closed;
    return {};
}

bool Outbox::isDrained() const
{
    return std::ranges::none_of(m_entries,
                                [](const Entry &entry) { return entry.state == CommandState::Saved; });
}

std::chrono::milliseconds backOff(int failures, SeededRandom &random)
{
    constexpr std::uint64_t kFirst = 1000;
    constexpr std::uint64_t kMost = 300'000;
    const std::uint64_t longest = std::min(kMost, kFirst << std::clamp(failures, 0, 9));
    return std::chrono::milliseconds(1 + random.below(longest));
}

} // namespace tongban::sync
