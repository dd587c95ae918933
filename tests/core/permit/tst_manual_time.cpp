// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/manual_time.h"

#include <QObject>
#include <QTest>

using namespace tongban;
using namespace tongban::permit;
using namespace std::chrono_literals;

namespace {

/// A day's acts, written as minutes after nine.
class Day
{
public:
    void act(std::string_view actor, int caseNo, Act act, std::chrono::milliseconds afterNine,
             std::string_view item = "HY-001")
    {
        std::array<std::uint8_t, 16> bytes{};
        bytes[15] = static_cast<std::uint8_t>(caseNo);
        m_ledger.add({actor, act, Uuid::fromBytes(bytes), item, Timestamp(9h) + afterNine});
    }

    /// So many cases of one touch each, decided one after the other.
    void grants(std::string_view actor, int firstCase, int count, std::chrono::milliseconds begin,
                std::chrono::milliseconds each)
    {
        for (int i = 0; i < count; ++i)
            act(actor, firstCase + i, Act::Grant, begin + each * (i + 1));
    }

    void claim(std::string_view actor, std::chrono::milliseconds afterNine)
    {
        m_ledger.seen(actor, Timestamp(9h) + afterNine);
    }

    ManualTime time(std::string_view item = "HY-001") const { return m_ledger.of(item); }

private:
    ManualTimeLedger m_ledger;
};

} // namespace

/// S25: minutes come from acts and their times, never from a constant.
class TstManualTime : public QObject
{
    Q_OBJECT

private slots:
    void hoursSavedAreAutomaticCasesTimesMeasuredMinutes();
    void aTouchLastsSinceTheSamePersonsLastAct();
    void aBreakIsNotWork();
    void aClaimBeginsATouch();
    void severalTouchesAddUp();
    void takingInAndPapersAreNoTouchesButEndOne();
    void tooFewTimesAreNotMeasured();
    void anItemNobodyTouchedIsNotMeasured();
    void casesStillOpenDoNotCount();
};

void TstManualTime::hoursSavedAreAutomaticCasesTimesMeasuredMinutes()
{
    Day day;
    day.act("li", 99, Act::IssuePaper, 0min);
    day.grants("li", 1, 6, 0min, 4min);
    const ManualTime time = day.time();
    QCOMPARE(time.timedTouches, std::int64_t{6});
    QCOMPARE(time.cases, std::int64_t{6});
    QCOMPARE(time.perCase().value() == 4min, true);
    QCOMPARE(time.saved(150).value() == 10h, true);
}

void TstManualTime::aTouchLastsSinceTheSamePersonsLastAct()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    day.act("wang", 98, Act::CheckIn, 0min);
    for (int i = 0; i < 3; ++i) { // two persons at their own pace, mixed in the ledger
        day.act("li", 1 + i, Act::Grant, 2min * (i + 1));
        day.act("wang", 11 + i, Act::Grant, 2min * (i + 1) + 1s);
    }
    QCOMPARE(day.time().timedTouches, std::int64_t{6});
    QCOMPARE(day.time().perCase().value() == 2min, true);
}

void TstManualTime::aBreakIsNotWork()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    day.grants("li", 1, 5, 0min, 3min);
    day.act("li", 6, Act::Grant, 15min + kLongestTouch + 1ms); // after lunch: how long is not known
    day.act("li", 7, Act::Grant, 15min + kLongestTouch + 1ms + 3min);
    const ManualTime time = day.time();
    QCOMPARE(time.touches, std::int64_t{7});
    QCOMPARE(time.timedTouches, std::int64_t{6});
    QCOMPARE(time.cases, std::int64_t{7});
    QCOMPARE(time.perCase().value() == 3min, true);
}

void TstManualTime::aClaimBeginsATouch()
{
    Day day;
    for (int i = 0; i < 6; ++i) { // an hour away each time, then five minutes on the case
        day.claim("li", 60min * i);
        day.act("li", 1 + i, Act::Grant, 60min * i + 5min);
    }
    QCOMPARE(day.time().timedTouches, std::int64_t{6});
    QCOMPARE(day.time().perCase().value() == 5min, true);
}

void TstManualTime::severalTouchesAddUp()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    for (int i = 0; i < 3; ++i) {
        day.act("li", 1 + i, Act::ProposeRefusal, 10min * i + 6min);
        day.act("li", 1 + i, Act::Extend, 10min * i + 8min);
        day.act("li", 1 + i, Act::RejectProposal, 10min * i + 9min);
        day.act("li", 1 + i, Act::Grant, 10min * i + 10min);
    }
    const ManualTime time =
        day.time(); // times 6, 2, 1, 1: the median of twelve is 1 minute, four touches a case
    QCOMPARE(time.touchesOfCases, std::int64_t{12});
    QCOMPARE(time.median == 1min, true);
    QCOMPARE(time.perCase().value() == 4min, true);
}

void TstManualTime::takingInAndPapersAreNoTouchesButEndOne()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    for (int i = 0; i < 5; ++i) {
        day.act("li", 50 + i, Act::Apply, 10min * i + 7min);
        day.act("li", 1 + i, Act::Grant, 10min * i + 9min);
        day.act("li", 1 + i, Act::IssuePaper, 10min * i + 10min);
    }
    QCOMPARE(day.time().touches, std::int64_t{5});
    QCOMPARE(day.time().perCase().value() == 2min, true);
}

void TstManualTime::tooFewTimesAreNotMeasured()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    day.grants("li", 1, static_cast<int>(kFewestTouches) - 1, 0min, 3min);
    QVERIFY(!day.time().perCase());
    QVERIFY(!day.time().saved(100));
    day.grants("li", 30, 1, 3min * (kFewestTouches - 1), 3min);
    QVERIFY(day.time().perCase().has_value());
}

void TstManualTime::anItemNobodyTouchedIsNotMeasured()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    day.grants("li", 1, 9, 0min, 3min);
    QCOMPARE(day.time("CZ-001").touches, std::int64_t{0});
    QVERIFY(!day.time("CZ-001").perCase());
}

void TstManualTime::casesStillOpenDoNotCount()
{
    Day day;
    day.act("li", 99, Act::CheckIn, 0min);
    day.grants("li", 1, 5, 0min, 3min);
    day.act("li", 20, Act::ProposeRefusal, 18min);
    day.act("li", 20, Act::RejectProposal, 21min);
    QCOMPARE(day.time().cases, std::int64_t{5});
    QCOMPARE(day.time().perCase().value() == 3min, true);
    day.act("wang", 20, Act::Grant, 25min);
    QCOMPARE(day.time().cases, std::int64_t{6});
    QCOMPARE(day.time().touchesOfCases, std::int64_t{8});
}

QTEST_APPLESS_MAIN(TstManualTime)
#include "tst_manual_time.moc"
