// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens when numbers do not fit: a device that was cloned or set back, a centre that was restored.

#include "core/sync/outbox.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tongban::sync {

namespace {

std::int64_t numberOf(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

void Outbox::renumberUnsent(std::int64_t first)
{
    m_nextSequence = first;
    for (Entry &entry : m_entries)
        if (entry.state == CommandState::Saved) {
            entry.generation = m_generation;
            entry.sequence = m_nextSequence++;
        }
}

/// The centre knows the key for another body: this command can never be carried out under it. It waits for a
/// person, and its number goes to the next one, which the centre has not taken yet.
void Outbox::setAside(Entry &entry, const Reply &reply)
{
    const std::int64_t first = entry.sequence;
    entry.state = CommandState::Attention;
    entry.detail = reply.outcome;
    std::int64_t next = first;
    for (Entry &other : m_entries)
        if (other.state == CommandState::Saved && other.sequence > first)
            other.sequence = next++;
    m_nextSequence = next;
}

/// Never an acknowledgement of what lies below the number: those are sent again until they are answered.
Next Outbox::takeExpected(const Reply &reply)
{
    m_expected = numberOf(reply.detail);
    const auto lowest = std::ranges::find(m_entries, CommandState::Saved, &Entry::state);
    if (m_expected > m_nextSequence)
        return Next::NewDevice; // The centre has commands that this outbox never knew: it was set back.
    if (lowest != m_entries.end() && m_expected < lowest->sequence)
        return Next::CentreOlder;
    return Next::GoOn;
}

Next Outbox::takeDenied(const Reply &reply, Timestamp now, SeededRandom &random)
{
    if (reply.detail == "too_many_refusals")
        return waitLonger(now, random);
    m_stoppedBy = reply.detail.empty() ? "denied" : reply.detail;
    return Next::Stopped;
}

void Outbox::takeNewDevice()
{
    ++m_generation;
    renumberUnsent(1);
    m_failures = 0;
    m_retryAt = {};
}

/// What was not carried out waits for a person or was seen to: it is not tried again behind his back.
bool Outbox::wasLost(const Entry &entry, std::int64_t common, std::int64_t sequence) const
{
    if (entry.outcome != Outcome::Applied)
        return false;
    if (entry.n > 0)
        return entry.n > common;
    return entry.generation == m_generation && entry.sequence >= sequence;
}

void Outbox::rewind(std::int64_t common, std::int64_t sequence)
{
    for (Entry &entry : m_entries) {
        if (!wasLost(entry, common, sequence))
            continue;
        entry.outcomeBefore = entry.outcome;
        entry.outcome.reset();
        entry.detail.clear();
        entry.n = 0;
        entry.version = 0;
        entry.token = 0;
        entry.state = CommandState::Saved;
        if (entry.tokenFrom && entry.body.starts_with(kTokenStart))
            entry.body.erase(1, entry.body.find(',')); // "token":17, goes, the brace stays
    }
    renumberUnsent(sequence);
    m_failures = 0;
    m_retryAt = {};
}

std::vector<ChangedOutcome> Outbox::takeChangedOutcomes()
{
    return std::exchange(m_changed, {});
}

} // namespace tongban::sync
