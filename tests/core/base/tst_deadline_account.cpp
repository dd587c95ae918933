// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/deadline_account.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace tongban;
using std::chrono::days;

namespace {

Date day(std::string_view text)
{
    return *parseIsoDate(text);
}

/// "2026-02-14 make-up 3 春节", one day a line: what a person would check by hand.
std::string strip(const DeadlineAccount &account)
{
    std::string text;
    for (const AccountDay &entry : account.days) {
        const std::string_view kinds[] = {"counted", "make-up", "weekend", "holiday", "excluded", "moved"};
        text +=
            isoDate(entry.date).substr(5) + " " + std::string(kinds[static_cast<std::size_t>(entry.kind)]);
        if (entry.ordinal > 0)
            text += " " + std::to_string(entry.ordinal);
        if (!entry.note.empty())
            text += " " + entry.note;
        text += "\n";
    }
    return text;
}

int counted(const DeadlineAccount &account)
{
    return static_cast<int>(
        std::ranges::count_if(account.days, [](const AccountDay &entry) { return entry.ordinal > 0; }));
}

} // namespace

class TstDeadlineAccount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCalendar(tests::sourcePath("resources/calendar"));
        QVERIFY_OK(loaded);
        m_calendar.emplace(*std::move(loaded));
    }

    void everyDayHasItsReason()
    {
        const auto result = account(*m_calendar, day("2026-02-13"), {.days = 5});
        QVERIFY_OK(result);
        QCOMPARE(
            strip(*result),
            std::string("02-14 make-up 1 春节\n"
                        "02-15 holiday 春节\n02-16 holiday 春节\n02-17 holiday 春节\n02-18 holiday 春节\n"
                        "02-19 holiday 春节\n02-20 holiday 春节\n02-21 holiday 春节\n02-22 holiday 春节\n"
                        "02-23 holiday 春节\n"
                        "02-24 counted 2\n02-25 counted 3\n02-26 counted 4\n02-27 counted 5\n"));
        QCOMPARE(result->deadline, (Deadline{.date = day("2026-02-27"), .provisional = false}));
        QCOMPARE(result->calendarVersion, m_calendar->version());
    }

    void excludedTimeDoesNotCount()
    {
        const std::vector<ExcludedSpan> spans{
            {.from = day("2026-03-05"), .through = day("2026-03-09"), .document = "深交许听〔2026〕3号"}};
        const auto result = account(*m_calendar, day("2026-03-03"), {.days = 3}, spans);
        QVERIFY_OK(result);
        QCOMPARE(strip(*result),
                 std::string("03-04 counted 1\n03-05 excluded 深交许听〔2026〕3号\n"
                             "03-06 excluded 深交许听〔2026〕3号\n03-07 weekend\n03-08 weekend\n"
                             "03-09 excluded 深交许听〔2026〕3号\n03-10 counted 2\n03-11 counted 3\n"));
    }

    void calendarDaysCountEveryDay()
    {
        const Period ninety{.days = 90, .unit = DayUnit::CalendarDays};
        QCOMPARE(deadlineOf(*m_calendar, day("2026-01-10"), ninety)->date, day("2026-04-10"));
        const Period moved{.days = 3, .unit = DayUnit::CalendarDays, .lastDay = LastDay::NextWorkday};
        const auto result = account(*m_calendar, day("2026-04-01"), moved);
        QVERIFY_OK(result);
        QCOMPARE(strip(*result),
                 std::string("04-02 counted 1\n04-03 counted 2\n04-04 counted 3\n04-05 holiday 清明节\n"
                             "04-06 holiday 清明节\n04-07 moved\n"));
        QCOMPARE(result->deadline.date, day("2026-04-07"));
    }

    void calendarDaysThatEndBeyondTheNoticesAreProvisionalOnlyWhenMoved()
    {
        const Period plain{.days = 30, .unit = DayUnit::CalendarDays};
        QVERIFY(!deadlineOf(*m_calendar, day("2026-12-24"), plain)->provisional);
        const Period moved{.days = 30, .unit = DayUnit::CalendarDays, .lastDay = LastDay::NextWorkday};
        QVERIFY(deadlineOf(*m_calendar, day("2026-12-24"), moved)->provisional);
    }

    void everyAccountSumsToItsDeadline()
    {
        for (Date start = day("2018-01-01"); start <= day("2026-12-31"); start += days(1)) {
            for (int n = 1; n <= 45; ++n)
                checkSum(start, {.days = n}, {});
        }
    }

    void everyAccountWithExcludedTimeSumsToItsDeadline()
    {
        for (Date start = day("2024-12-01"); start <= day("2026-12-31"); start += days(3)) {
            const std::vector<ExcludedSpan> spans{
                {.from = start + days(6), .through = start + days(11), .document = "b"},
                {.from = start - days(4), .through = start + days(2), .document = "a"},
                {.from = start + days(9), .through = start + days(9), .document = "c"},
                {.from = start + days(20), .through = start + days(40), .document = "d"},
                {.from = start + days(400), .through = start + days(410), .document = "e"}};
            for (int n = 1; n <= 45; n += 4) {
                checkSum(start, {.days = n}, spans);
                checkSum(start, {.days = n, .unit = DayUnit::CalendarDays}, spans);
                checkSum(start, {.days = n, .unit = DayUnit::CalendarDays, .lastDay = LastDay::NextWorkday},
                         spans);
            }
        }
    }

    void ofOverlappingSpansTheFirstGivenIsNamed()
    {
        const std::vector<ExcludedSpan> spans{
            {.from = day("2026-03-05"), .through = day("2026-03-06"), .document = "first"},
            {.from = day("2026-03-04"), .through = day("2026-03-05"), .document = "second"}};
        const auto result = account(*m_calendar, day("2026-03-03"), {.days = 1}, spans);
        QVERIFY_OK(result);
        QCOMPARE(strip(*result),
                 std::string("03-04 excluded second\n03-05 excluded first\n03-06 excluded first\n"
                             "03-07 weekend\n03-08 weekend\n03-09 counted 1\n"));
    }

    void impossiblePeriodsAreRefused()
    {
        const Date start = day("2026-03-03");
        QVERIFY_FAILS(deadlineOf(*m_calendar, start, {.days = 0}), ErrorCode::InvalidInput);
        QVERIFY_FAILS(deadlineOf(*m_calendar, start, {.days = kLongestPeriod + 1}), ErrorCode::InvalidInput);
        const std::vector<ExcludedSpan> reversed{
            {.from = start, .through = start - days(1), .document = "a"}};
        QVERIFY_FAILS(account(*m_calendar, start, {.days = 1}, reversed), ErrorCode::InvalidInput);
        QCOMPARE(deadlineOf(*m_calendar, start, {.days = 1}, reversed)->date, start + days(1));
        const std::vector<ExcludedSpan> unnamed{{.from = start, .through = start, .document = ""}};
        QVERIFY_FAILS(account(*m_calendar, start, {.days = 1}, unnamed), ErrorCode::InvalidInput);
        const std::vector<ExcludedSpan> endless{
            {.from = start, .through = start + days(4 * kLongestPeriod), .document = "a"}};
        QVERIFY_FAILS(account(*m_calendar, start, {.days = 1}, endless), ErrorCode::InvalidInput);
    }

private:
    void checkSum(Date start, const Period &period, const std::vector<ExcludedSpan> &spans)
    {
        const auto result = account(*m_calendar, start, period, spans);
        const bool sums = result && counted(*result) == period.days
            && result->days.front().date == start + days(1)
            && result->days.back().date == result->deadline.date
            && result->deadline.date - start == days(result->days.size());
        if (!sums)
            QFAIL(("no sum from " + isoDate(start) + ", " + std::to_string(period.days) + " days").c_str());
    }

    std::optional<Calendar> m_calendar;
};

QTEST_APPLESS_MAIN(TstDeadlineAccount)
#include "tst_deadline_account.moc"
