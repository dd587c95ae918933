// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/outbox.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>

using namespace tongban;
using namespace tongban::sync;

namespace {

constexpr Timestamp kStart = fromUnixMilliseconds(1'790'000'000'000);

Uuid idOf(int number)
{
    Uuid::Bytes bytes{};
    bytes[14] = static_cast<std::uint8_t>(number / 256);
    bytes[15] = static_cast<std::uint8_t>(number % 256);
    return Uuid::fromBytes(bytes);
}

/// The rules of api.push for one district, as docs/centre.md tells them, over plain maps.
class Centre
{
public:
    std::vector<Reply> push(int device, const std::vector<Entry> &batch)
    {
        std::vector<Reply> replies;
        for (const Entry &entry : batch) {
            const auto known = m_answers.find(entry.id);
            if (known != m_answers.end()) {
                replies.push_back(known->second);
                continue;
            }
            std::int64_t &last = m_last[device];
            if (entry.sequence != last + 1) {
                replies.push_back(
                    {entry.id, entry.sequence > last ? "expected" : "device_fork", std::to_string(last + 1)});
                break;
            }
            ++last;
            Reply reply{entry.id, entry.body == "good" ? "applied" : "conflict", {}};
            if (entry.body == "good") {
                m_log.push_back(entry.id);
                reply.n = static_cast<std::int64_t>(m_log.size());
            }
            m_answers.emplace(entry.id, reply);
            replies.push_back(reply);
        }
        return replies;
    }

    std::int64_t expected(int device) { return m_last[device] + 1; }
    const std::vector<Uuid> &log() const { return m_log; }

private:
    std::map<Uuid, Reply> m_answers;
    std::map<int, std::int64_t> m_last;
    std::vector<Uuid> m_log;
};

/// A device, what it has on its disk, and a centre that may be set back to an earlier day.
class World
{
public:
    void make(bool isGood) { QVERIFY_OK(outbox.add(idOf(++m_made), isGood ? "good" : "bad")); }

    /// One attempt: the answer may be lost, come twice, or come in another order.
    void attempt(bool isLost, bool isTwice, bool isReversed, std::size_t most)
    {
        m_now += std::chrono::minutes(6);
        const std::vector<Entry> batch = outbox.takeBatch(m_now, most);
        if (batch.empty())
            return;
        std::vector<Reply> replies = centre.push(m_device, batch);
        if (isLost) {
            outbox.takeFailure(m_now, m_random);
            return;
        }
        if (isReversed)
            std::ranges::reverse(replies);
        follow(outbox.takeReplies(replies, m_now, m_random));
        if (isTwice)
            follow(outbox.takeReplies(replies, m_now, m_random));
    }

    void crash()
    {
        const std::vector<Entry> disk(outbox.entries().begin(), outbox.entries().end());
        Result<Outbox> restored = Outbox::restore(disk, outbox.nextSequence());
        QVERIFY_OK(restored);
        outbox = std::move(*restored);
    }

    void keepBackup() { m_backup = centre; }
    void setCentreBack() { centre = m_backup; }

    void heal()
    {
        // A centre that was set back is noticed when the heads are asked for, before anything is pushed.
        follow(Next::CentreOlder);
        for (int i = 0; i < 200 && !outbox.isDrained(); ++i)
            attempt(false, false, false, 7);
    }

    Outbox outbox;
    Centre centre;

private:
    void follow(Next next)
    {
        if (next == Next::NewDevice) {
            ++m_device;
            outbox.takeNewDevice();
        } else if (next == Next::CentreOlder) {
            outbox.rewind(common(), centre.expected(m_device));
        }
    }

    /// The highest place at which both have the same command.
    std::int64_t common() const
    {
        std::int64_t highest = 0;
        for (const Entry &entry : outbox.entries())
            if (entry.n > highest && entry.n <= static_cast<std::int64_t>(centre.log().size())
                && centre.log()[static_cast<std::size_t>(entry.n - 1)] == entry.id)
                highest = entry.n;
        return highest;
    }

    Centre m_backup;
    SeededRandom m_random{1};
    Timestamp m_now = kStart;
    int m_device = 1;
    int m_made = 0;
};

/// One random step in the life of a world.
void step(World &world, int kind, int size)
{
    switch (kind) {
    case 0:
    case 1:
    case 2: world.make(size % 3 != 0); break;
    case 3: world.attempt(false, false, false, static_cast<std::size_t>(1 + size % 5)); break;
    case 4: world.attempt(true, false, false, static_cast<std::size_t>(1 + size % 5)); break;
    case 5: world.attempt(false, true, false, static_cast<std::size_t>(1 + size % 5)); break;
    case 6: world.attempt(false, false, true, static_cast<std::size_t>(1 + size % 5)); break;
    case 7: world.crash(); break;
    case 8: world.keepBackup(); break;
    case 9: world.setCentreBack(); break;
    default: break;
    }
}

std::vector<Reply> answers(const std::vector<Entry> &batch, const std::string &outcome,
                           const std::string &detail = {})
{
    std::vector<Reply> replies;
    for (const Entry &entry : batch)
        replies.push_back({entry.id, outcome, detail});
    return replies;
}

} // namespace

class TstOutbox : public QObject
{
    Q_OBJECT

private slots:
    void everythingArrivesOnceAndInOrderWhateverTheNetworkDoes();
    void nothingIsLostWhenTheCentreIsSetBack();
    void whatMayBeUnderWayCannotBeWithdrawn();
    void withdrawingClosesTheGap();
    void aCommandThatFailedDoesNotStopThoseBehindIt();
    void expectedIsNoAcknowledgement();
    void aKeyUsedForSomethingElseWaitsForAPerson();
    void aRefusedLoginDiscardsNothing();
    void waitingGrowsAndNeverPassesFiveMinutes();
    void aCommandIsSafeOnlyWhenTheLedgerAndTheCentreSaySo();
    void whatAPersonSawToIsNotTriedAgainAfterARestore();
    void aDifferentOutcomeAfterARestoreIsReported();
    void anOutboxWithAHoleIsNotBelieved();
};

void TstOutbox::everythingArrivesOnceAndInOrderWhateverTheNetworkDoes()
{
    const bool holds = rc::check("once and in order", [] {
        World world;
        for (const auto &[kind, size] : *rc::gen::container<std::vector<std::pair<int, int>>>(
                 rc::gen::pair(rc::gen::inRange(0, 8), rc::gen::inRange(0, 100))))
            step(world, kind, size);
        world.heal();
        RC_ASSERT(world.outbox.isDrained());
        std::vector<Uuid> good;
        for (const Entry &entry : world.outbox.entries()) {
            RC_ASSERT(entry.outcome.has_value());
            if (entry.body == "good")
                good.push_back(entry.id);
            RC_ASSERT((entry.state == CommandState::Told) == (entry.body == "good"));
        }
        RC_ASSERT(world.centre.log() == good);
    });
    QVERIFY(holds);
}

void TstOutbox::nothingIsLostWhenTheCentreIsSetBack()
{
    const bool holds = rc::check("nothing lost", [] {
        World world;
        for (const auto &[kind, size] : *rc::gen::container<std::vector<std::pair<int, int>>>(
                 rc::gen::pair(rc::gen::inRange(0, 10), rc::gen::inRange(0, 100))))
            step(world, kind, size);
        world.heal();
        RC_ASSERT(world.outbox.isDrained());
        for (const Entry &entry : world.outbox.entries()) {
            const auto times = std::ranges::count(world.centre.log(), entry.id);
            RC_ASSERT(times == (entry.body == "good" ? 1 : 0));
        }
    });
    QVERIFY(holds);
}

void TstOutbox::whatMayBeUnderWayCannotBeWithdrawn()
{
    Outbox outbox;
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    QCOMPARE(outbox.takeBatch(kStart, 10).size(), std::size_t{1});
    QVERIFY_FAILS(outbox.withdraw(idOf(1)), ErrorCode::Conflict);
    QVERIFY_FAILS(outbox.withdraw(idOf(2)), ErrorCode::NotFound);
}

void TstOutbox::withdrawingClosesTheGap()
{
    Outbox outbox;
    for (int i = 1; i <= 3; ++i)
        QVERIFY_OK(outbox.add(idOf(i), "a"));
    QVERIFY_OK(outbox.withdraw(idOf(2)));
    QCOMPARE(outbox.entries().size(), std::size_t{2});
    QCOMPARE(outbox.entries()[1].sequence, std::int64_t{2});
    QCOMPARE(outbox.nextSequence(), std::int64_t{3});
    QVERIFY_FAILS(outbox.add(idOf(1), "again"), ErrorCode::Conflict);
}

void TstOutbox::aCommandThatFailedDoesNotStopThoseBehindIt()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    QVERIFY_OK(outbox.add(idOf(2), "b"));
    QCOMPARE(outbox.takeReplies(answers(outbox.takeBatch(kStart, 1), "quarantined"), kStart, random),
             Next::GoOn);
    QCOMPARE(outbox.entries()[0].state, CommandState::Attention);
    const std::vector<Entry> rest = outbox.takeBatch(kStart, 10);
    QCOMPARE(rest.size(), std::size_t{1});
    QCOMPARE(rest[0].id, idOf(2));
    QVERIFY_OK(outbox.close(idOf(1)));
    QVERIFY_FAILS(outbox.close(idOf(2)), ErrorCode::Conflict);
}

void TstOutbox::expectedIsNoAcknowledgement()
{
    Outbox outbox;
    SeededRandom random(1);
    for (int i = 1; i <= 3; ++i)
        QVERIFY_OK(outbox.add(idOf(i), "a"));
    outbox.takeBatch(kStart, 3);
    const std::vector<Reply> third{{idOf(3), "expected", "3"}};
    QCOMPARE(outbox.takeReplies(third, kStart, random), Next::RetryLater);
    QCOMPARE(outbox.takeBatch(outbox.retryAt(), 10).front().id, idOf(1));
    const std::vector<Reply> beyond{{idOf(1), "expected", "9"}};
    QCOMPARE(outbox.takeReplies(beyond, kStart, random), Next::NewDevice);
}

void TstOutbox::aKeyUsedForSomethingElseWaitsForAPerson()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    QVERIFY_OK(outbox.add(idOf(2), "b"));
    outbox.takeBatch(kStart, 2);
    const std::vector<Reply> replies{{idOf(1), "key_reuse", {}}, {idOf(2), "expected", "1"}};
    QCOMPARE(outbox.takeReplies(replies, kStart, random), Next::GoOn);
    QCOMPARE(outbox.entries()[0].state, CommandState::Attention);
    QCOMPARE(outbox.takeBatch(kStart, 2).front().sequence, std::int64_t{1});
}

void TstOutbox::aRefusedLoginDiscardsNothing()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    outbox.takeBatch(kStart, 1);
    const std::vector<Reply> replies{{std::nullopt, "denied", "device_revoked"}};
    QCOMPARE(outbox.takeReplies(replies, kStart, random), Next::Stopped);
    QCOMPARE(outbox.stoppedBy(), std::string("device_revoked"));
    QVERIFY(outbox.takeBatch(kStart, 1).empty());
    QCOMPARE(outbox.entries().size(), std::size_t{1});
    QCOMPARE(outbox.entries()[0].state, CommandState::Saved);
}

void TstOutbox::waitingGrowsAndNeverPassesFiveMinutes()
{
    SeededRandom random(7);
    for (int failures = 0; failures < 100; ++failures) {
        const auto wait = backOff(failures, random);
        QVERIFY(wait.count() >= 1);
        QVERIFY(wait <= std::min(std::chrono::milliseconds(std::chrono::minutes(5)),
                                 std::chrono::milliseconds(1000LL << std::min(failures, 9))));
    }
    Outbox outbox;
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    QCOMPARE(outbox.takeFailure(kStart, random), Next::RetryLater);
    QVERIFY(outbox.retryAt() > kStart);
    QVERIFY(outbox.takeBatch(kStart, 1).empty());
    QCOMPARE(outbox.takeBatch(outbox.retryAt(), 1).size(), std::size_t{1});
}

void TstOutbox::aCommandIsSafeOnlyWhenTheLedgerAndTheCentreSaySo()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    outbox.takeBatch(kStart, 1);
    const std::vector<Reply> replies{{idOf(1), "applied", {}, 5, 2, 0}};
    QCOMPARE(outbox.takeReplies(replies, kStart, random), Next::GoOn);
    outbox.settledThrough(9);
    QCOMPARE(outbox.entries()[0].state, CommandState::Told);
    outbox.ledgerReached(4);
    QCOMPARE(outbox.entries()[0].state, CommandState::Told);
    outbox.ledgerReached(5);
    QCOMPARE(outbox.entries()[0].state, CommandState::Confirmed);
    outbox.settledThrough(5);
    QCOMPARE(outbox.entries()[0].state, CommandState::Settled);
}

void TstOutbox::whatAPersonSawToIsNotTriedAgainAfterARestore()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    QCOMPARE(outbox.takeReplies(answers(outbox.takeBatch(kStart, 1), "conflict"), kStart, random),
             Next::GoOn);
    QVERIFY_OK(outbox.close(idOf(1)));
    outbox.rewind(0, 1);
    QVERIFY(outbox.isDrained());
}

void TstOutbox::aDifferentOutcomeAfterARestoreIsReported()
{
    Outbox outbox;
    SeededRandom random(1);
    QVERIFY_OK(outbox.add(idOf(1), "a"));
    outbox.takeBatch(kStart, 1);
    const std::vector<Reply> applied{{idOf(1), "applied", {}, 5, 2, 0}};
    QCOMPARE(outbox.takeReplies(applied, kStart, random), Next::GoOn);
    outbox.rewind(4, 1);
    QCOMPARE(outbox.takeReplies(answers(outbox.takeBatch(kStart, 1), "conflict"), kStart, random),
             Next::GoOn);
    const std::vector<ChangedOutcome> changed = outbox.takeChangedOutcomes();
    QCOMPARE(changed.size(), std::size_t{1});
    QCOMPARE(changed[0].before, Outcome::Applied);
    QCOMPARE(changed[0].after, Outcome::Conflict);
    QVERIFY(outbox.takeChangedOutcomes().empty());
}

void TstOutbox::anOutboxWithAHoleIsNotBelieved()
{
    Outbox outbox;
    for (int i = 1; i <= 3; ++i)
        QVERIFY_OK(outbox.add(idOf(i), "a"));
    std::vector<Entry> entries(outbox.entries().begin(), outbox.entries().end());
    QVERIFY_OK(Outbox::restore(entries, 4));
    QVERIFY_FAILS(Outbox::restore(entries, 5), ErrorCode::Corrupted);
    entries.erase(entries.begin() + 1);
    QVERIFY_FAILS(Outbox::restore(entries, 4), ErrorCode::Corrupted);
}

QTEST_APPLESS_MAIN(TstOutbox)
#include "tst_outbox.moc"
