// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::sync {

/// Where a command of this device stands. Sending is not a state: after a crash nobody knows, and it is sent
/// again.
enum class CommandState {
    Saved, ///< 已存本机: durable here, the centre may or may not have it.
    Told, ///< 中心已确认: carried out, the centre said so.
    Confirmed, ///< The district's ledger, as pulled, holds it.
    Settled, ///< The centre reports it safe from the loss of a machine; may be forgotten after a while.
    Attention, ///< 需处理: final and not carried out; waits for a person.
    Closed, ///< A person has seen to it.
};

/// How a body begins that has got its token.
inline constexpr std::string_view kTokenStart = "{\"token\":";

/// What the centre said, final.
enum class Outcome { Applied, Conflict, Refused, Invalid, Quarantined };

std::string_view name(CommandState state);
std::string_view name(Outcome outcome);
std::optional<CommandState> parseState(std::string_view name);
/// Nothing for what is not final.
std::optional<Outcome> parseOutcome(std::string_view name);

/// A command with everything that is to survive a crash.
struct Entry {
    Uuid id = Uuid::fromBytes({}); ///< Never changes: what the centre knows it by.
    std::int64_t sequence = 0; ///< For this device and district; changes only by renumbering.
    int generation = 0; ///< How often the device had got a new identity when the number was given.
    std::string body; ///< Sent byte for byte the same each time.
    CommandState state = CommandState::Saved;
    /// A claim of this outbox: its token is put into the body before the first sending. Until the centre has
    /// answered the claim, this command and those behind it wait.
    std::optional<Uuid> tokenFrom;
    bool mayBeSent = false; ///< Written before the first attempt; from then on it cannot be withdrawn.
    std::optional<Outcome> outcome;
    std::string detail;
    std::int64_t n = 0; ///< Place in the district's ledger; 0 = none.
    std::int64_t version = 0;
    std::int64_t token = 0;
    /// The outcome before the centre forgot it; a different one afterwards is shown.
    std::optional<Outcome> outcomeBefore;

    bool operator==(const Entry &) const = default;
};

/// An answer as it came, see docs/centre.md.
struct Reply {
    std::optional<Uuid> id;
    std::string outcome;
    std::string detail;
    std::int64_t n = 0;
    std::int64_t version = 0;
    std::int64_t token = 0;
};

/// What to do after answers or a failure. Every value but Stopped leaves the outbox to go on by itself.
enum class Next {
    GoOn, ///< Send the next batch if there is one.
    RetryLater, ///< Wait until retryAt().
    NewDevice, ///< Two devices have this identity, or this one was set back: takeNewDevice().
    CentreOlder, ///< The centre does not know what it once said: ask for the common place, then rewind().
    Stopped, ///< Login, rights or device are gone; stoppedBy() says which. Nothing is discarded.
};

/// What rewinding found, for people.
struct ChangedOutcome {
    Uuid id = Uuid::fromBytes({});
    Outcome before = Outcome::Applied;
    Outcome after = Outcome::Applied;
};

/// The commands of one device for one district, in order, and the rules by which they reach the centre:
/// nothing a person entered is dropped, each is sent until there is a final outcome, one that fails does not
/// stop those behind it, and an answer is believed only about the command it names. Pure: the caller makes
/// every change durable before it acts on it, and sends. One thread at a time.
class Outbox
{
public:
    Outbox() = default;
    /// What was stored. Corrupted when the numbers are not 1 apart and ascending.
    static Result<Outbox> restore(std::vector<Entry> entries, std::int64_t nextSequence, int generation = 0);

    /// Puts a command at the end. Conflict when the id is there.
    Result<> add(const Uuid &id, std::string body, const std::optional<Uuid> &tokenFrom = {});

    /// Takes a command back that was never under way; those behind it move up. Conflict when it may be sent.
    Result<> withdraw(const Uuid &id);

    /// What to send now: from the lowest command without an outcome, at most `most`; empty while waiting.
    /// Marks them: store that before sending.
    std::vector<Entry> takeBatch(Timestamp now, std::size_t most);

    /// Takes the answers to a batch.
    Next takeReplies(std::span<const Reply> replies, Timestamp now, SeededRandom &random);

    /// The connection broke, or the centre was busy: nothing is known, everything is sent again.
    Next takeFailure(Timestamp now, SeededRandom &random);

    /// The ledger was pulled up to here / is safe up to here.
    void ledgerReached(std::int64_t n);
    void settledThrough(std::int64_t n);

    /// A person has seen to a command. Conflict unless it waits for attention.
    Result<> close(const Uuid &id);

    /// This device got a new identity: what has no outcome starts again at 1 under it. What the twin has sent
    /// already answers as before, because the ids stay.
    void takeNewDevice();

    /// The centre was set back to `common` (the highest place both know) and expects `sequence` next: what it
    /// carried out and lost is sent again.
    void rewind(std::int64_t common, std::int64_t sequence);

    /// Outcomes that came out differently after rewind(), since the last call.
    std::vector<ChangedOutcome> takeChangedOutcomes();

    std::span<const Entry> entries() const { return m_entries; }
    std::int64_t nextSequence() const { return m_nextSequence; }
    int generation() const { return m_generation; }
    std::int64_t expectedSequence() const
    {
        return m_expected;
    } ///< As last said by the centre, for rewind().
    Timestamp retryAt() const { return m_retryAt; }
    const std::string &stoppedBy() const { return m_stoppedBy; }
    bool isDrained() const; ///< Every command has an outcome.

private:
    Entry *find(const Uuid &id);
    bool fillToken(Entry &entry);
    void takeFinal(Entry &entry, const Reply &reply, Outcome outcome);
    void setAside(Entry &entry, const Reply &reply);
    Next takeExpected(const Reply &reply);
    Next takeDenied(const Reply &reply, Timestamp now, SeededRandom &random);
    void renumberUnsent(std::int64_t first);
    Next waitLonger(Timestamp now, SeededRandom &random);
    bool wasLost(const Entry &entry, std::int64_t common, std::int64_t sequence) const;

    std::vector<Entry> m_entries; ///< In the order in which they were made.
    std::vector<ChangedOutcome> m_changed;
    std::int64_t m_nextSequence = 1;
    std::int64_t m_expected = 0;
    int m_generation = 0;
    int m_failures = 0;
    Timestamp m_retryAt{};
    std::string m_stoppedBy;
};

/// Full jitter: a random wait up to 1 s, 2 s, 4 s, ... and never more than 5 minutes.
std::chrono::milliseconds backOff(int failures, SeededRandom &random);

} // namespace tongban::sync
