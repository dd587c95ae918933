// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/outbox.h"

#include <QTest>

using namespace tongban;
using namespace tongban::sync;

class TstClaims : public QObject
{
    Q_OBJECT

private slots:
    void anActWaitsForTheTokenOfItsClaim();
    void afterARestoreAnActTakesTheTokenOfTheNewClaim();
};

namespace {

constexpr Timestamp kStart = fromUnixMilliseconds(1'790'000'000'000);

Uuid idOf(std::uint8_t number)
{
    Uuid::Bytes bytes{};
    bytes[15] = number;
    return Uuid::fromBytes(bytes);
}

/// A claim that the centre answers with a token, and the act that needs it.
Outbox claimAndAct()
{
    Outbox outbox;
    (void)outbox.add(idOf(1), R"({"kind":"claim"})");
    (void)outbox.add(idOf(2), R"({"act":"grant"})", idOf(1));
    return outbox;
}

std::vector<Reply> told(std::uint8_t number, std::int64_t n, std::int64_t token)
{
    return {Reply{idOf(number), "applied", {}, n, 0, token}};
}

} // namespace

void TstClaims::anActWaitsForTheTokenOfItsClaim()
{
    SeededRandom random(1);
    Outbox outbox = claimAndAct();
    const auto first = outbox.takeBatch(kStart, 10);
    QCOMPARE(first.size(), std::size_t{1});
    QCOMPARE(outbox.takeReplies(told(1, 0, 17), kStart, random), Next::GoOn);
    const auto second = outbox.takeBatch(kStart, 10);
    QCOMPARE(second.size(), std::size_t{1});
    QCOMPARE(second[0].body, std::string(R"({"token":17,"act":"grant"})"));
    // Sent again byte for byte the same.
    QCOMPARE(outbox.takeBatch(kStart, 10)[0].body, second[0].body);

    Outbox refused = claimAndAct();
    (void)refused.takeBatch(kStart, 10);
    const std::vector<Reply> held{Reply{idOf(1), "conflict", "claim_held", 0, 0, 0}};
    QCOMPARE(refused.takeReplies(held, kStart, random), Next::GoOn);
    QCOMPARE(refused.takeBatch(kStart, 10)[0].body, std::string(R"({"act":"grant"})"));
}

void TstClaims::afterARestoreAnActTakesTheTokenOfTheNewClaim()
{
    SeededRandom random(1);
    Outbox outbox = claimAndAct();
    (void)outbox.takeBatch(kStart, 10);
    QCOMPARE(outbox.takeReplies(told(1, 0, 17), kStart, random), Next::GoOn);
    (void)outbox.takeBatch(kStart, 10);
    QCOMPARE(outbox.takeReplies(told(2, 5, 0), kStart, random), Next::GoOn);
    outbox.rewind(0, 1);
    QCOMPARE(outbox.takeBatch(kStart, 10).size(), std::size_t{1});
    QCOMPARE(outbox.takeReplies(told(1, 0, 4), kStart, random), Next::GoOn);
    QCOMPARE(outbox.takeBatch(kStart, 10)[0].body, std::string(R"({"token":4,"act":"grant"})"));
}

QTEST_APPLESS_MAIN(TstClaims)
#include "tst_claims.moc"
