// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "tests/support/printers.h"

#include <QObject>
#include <QTest>

#include <array>
#include <vector>

using namespace tongban;

class TstRandom : public QObject
{
    Q_OBJECT

private slots:
    void theSeededSequenceIsSplitMix64()
    {
        // The first outputs for seed 1234567 of the published reference algorithm.
        SeededRandom random(1234567);
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
    }

    void fillIsRepeatable()
    {
        SeededRandom first(5);
        SeededRandom second(5);
        std::array<std::uint8_t, 13> a{};
        std::array<std::uint8_t, 13> b{};
        first.fill(a);
        second.fill(b);
        QCOMPARE(a, b);
    }

    void belowStaysBelowAndReachesEverything()
    {
        SeededRandom random(3);
        std::vector<int> seen(7, 0);
        for (int i = 0; i < 7000; ++i)
            ++seen[random.below(7)];
        for (const int count : seen)
            QVERIFY(count > 800 && count < 1200);
        QCOMPARE(random.below(1), 0ULL);
    }

    void theSystemDoesNotRepeatItself()
    {
        SystemRandom random;
        std::array<std::uint8_t, 32> a{};
        std::array<std::uint8_t, 32> b{};
        random.fill(a);
        random.fill(b);
        QVERIFY(a != b);
        random.fill({});
    }
};

QTEST_APPLESS_MAIN(TstRandom)
#include "tst_random.moc"
