// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/calendar.h"
#include "core/base/canonical_json.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QObject>
#include <QTest>

#include <nlohmann/json.hpp>
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

nlohmann::json vectors()
{
    return *parseJson(tests::readFile(tests::sourcePath("tests/core/base/data/workday-vectors.json")));
}

/// A year without holidays has `workdays` working days; entries are put into its list of days.
std::string yearText(int year, int workdays, const std::string &entries = {})
{
    return R"({"region":"cn","year":)" + std::to_string(year) + R"(,"workdays":)" + std::to_string(workdays)
        + R"(,"notices":["https://example.invalid/"],"days":[)" + entries + "]}";
}

} // namespace

class TstCalendar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = loadCalendar(tests::sourcePath("resources/calendar"));
        QVERIFY_OK(loaded);
        m_calendar.emplace(*std::move(loaded));
    }

    void deadlinesMatchTheVectors_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("workdays");
        QTest::addColumn<QString>("deadline");
        const auto document = vectors();
        for (const auto &entry : document["add"]) {
            const auto text = [&entry](const char *member) {
                return QString::fromStdString(entry[member].get<std::string>());
            };
            QTest::newRow(entry["why"].get<std::string>().c_str())
                << text("start") << entry["working_days"].get<int>() << text("deadline");
        }
    }

    void deadlinesMatchTheVectors()
    {
        QFETCH(QString, start);
        QFETCH(int, workdays);
        QFETCH(QString, deadline);
        const Deadline found = m_calendar->addWorkdays(day(start.toStdString()), workdays);
        QCOMPARE(isoDate(found.date), deadline.toStdString());
        QCOMPARE(found.provisional, deadline.startsWith(QLatin1String("2027")));
    }

    void countsMatchTheVectors()
    {
        const auto document = vectors();
        for (const auto &entry : document["count"]) {
            const Date after = day(entry["after"].get<std::string>());
            const Date through = day(entry["through"].get<std::string>());
            QCOMPARE(m_calendar->workdaysBetween(after, through), entry["working_days"].get<int>());
            QCOMPARE(m_calendar->workdaysBetween(through, after), -entry["working_days"].get<int>());
        }
    }

    void daysMatchTheVectors()
    {
        const auto document = vectors();
        for (const auto &entry : document["is_workday"])
            QCOMPARE(m_calendar->isWorkday(day(entry["date"].get<std::string>())),
                     entry["workday"].get<bool>());
    }

    void kindsAndNamesAreKnown()
    {
        QCOMPARE(m_calendar->kind(day("2026-02-14")), DayKind::MakeUpWorkday);
        QCOMPARE(m_calendar->holidayName(day("2026-02-14")), std::string_view("春节"));
        QCOMPARE(m_calendar->kind(day("2026-02-16")), DayKind::Holiday);
        QCOMPARE(m_calendar->kind(day("2026-03-14")), DayKind::Weekend);
        QCOMPARE(m_calendar->holidayName(day("2026-03-14")), std::string_view());
        QCOMPARE(m_calendar->kind(day("2026-03-16")), DayKind::Workday);
    }

    void outsideTheNoticesTheWeekdayDecides()
    {
        QVERIFY(!m_calendar->covers(day("2027-01-01")));
        QVERIFY(m_calendar->isWorkday(day("2027-01-01")));
        QVERIFY(!m_calendar->isWorkday(day("2027-01-02")));
        QVERIFY(!m_calendar->isWorkday(day("2017-12-31")));
        QCOMPARE(m_calendar->holidayName(day("2017-12-31")), std::string_view());
    }

    /// Stepping from day to day is slow and plainly right; the constant-time answers must be the same
    /// everywhere.
    void answersEqualCountingDayByDay_data()
    {
        QTest::addColumn<QString>("start");
        for (const char *start : {"2017-11-20", "2017-12-31", "2018-01-01", "2020-01-18", "2025-12-20",
                                  "2026-12-01", "2026-12-31", "2027-01-01", "2031-05-03", "1969-12-20"})
            QTest::newRow(start) << QString::fromLatin1(start);
    }

    void answersEqualCountingDayByDay()
    {
        QFETCH(QString, start);
        const Date from = day(start.toStdString());
        Date date = from;
        for (int n = 1; n <= 300; ++n) {
            do {
                date += days(1);
                QCOMPARE(m_calendar->workdaysBetween(from, date),
                         n - 1 + (m_calendar->isWorkday(date) ? 1 : 0));
            } while (!m_calendar->isWorkday(date));
            const Deadline deadline = m_calendar->addWorkdays(from, n);
            QCOMPARE(deadline.date, date);
            QCOMPARE(deadline.provisional, !m_calendar->covers(from + days(1)) || !m_calendar->covers(date));
        }
    }

    void noDaysAddNothing()
    {
        QCOMPARE(m_calendar->addWorkdays(day("2026-02-16"), 0).date, day("2026-02-16"));
    }

    void aDayOfRestMovesToTheNextWorkday()
    {
        QCOMPARE(m_calendar->workdayFrom(day("2026-02-16")).date, day("2026-02-24"));
        QCOMPARE(m_calendar->workdayFrom(day("2026-02-14")).date, day("2026-02-14"));
        QVERIFY(m_calendar->workdayFrom(day("2027-02-06")).provisional);
    }

    void theVersionNamesYearsAndContent()
    {
        QVERIFY(m_calendar->version().starts_with("cn-2018-2026-"));
        QVERIFY(m_calendar->version().ends_with(m_calendar->digest().hex().substr(0, 8)));
        const auto again = loadCalendar(tests::sourcePath("resources/calendar"));
        QCOMPARE(again->digest(), m_calendar->digest());
        const auto oneYear = loadCalendar(tests::sourcePath("resources/calendar/cn-2026.json"));
        QVERIFY_OK(oneYear);
        QVERIFY(oneYear->version().starts_with("cn-2026-2026-"));
        QVERIFY(oneYear->digest() != m_calendar->digest());
    }

    void orderOfFilesAndSpacesDoNotChangeTheDigest()
    {
        const std::string a = yearText(2021, 261);
        const std::string b = yearText(2022, 260);
        QCOMPARE(parseCalendar(std::vector{a, b})->digest(),
                 parseCalendar(std::vector{b + " \n", a})->digest());
    }

    void wrongFilesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const std::string &text, const char *reason) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(reason);
        };
        const std::string day = R"({"date":"2021-01-01","off":true,"name":"元旦"})";
        row("twice", yearText(2021, 260, day + "," + day), "2021-01-01 is given twice");
        row("other year", yearText(2022, 260, day), "2021-01-01 belongs to another year");
        row("worked on a weekday", yearText(2021, 261, R"({"date":"2021-01-01","off":false,"name":"x"})"),
            "2021-01-01 is worked on a weekday, which needs no entry");
        row("no name", yearText(2021, 260, R"({"date":"2021-01-01","off":true,"name":""})"),
            "2021-01-01 has no name");
        row("no such day", yearText(2021, 260, R"({"date":"2021-02-29","off":true,"name":"x"})"), "exists");
        row("member too many", yearText(2021, 260, R"({"date":"2021-01-01","off":true,"name":"x","a":1})"),
            "nothing else");
        row("off is text", yearText(2021, 260, R"({"date":"2021-01-01","off":"yes","name":"x"})"),
            "nothing else");
        row("day is text", yearText(2021, 260, "\"2021-01-01\""), "nothing else");
        row("wrong count", yearText(2021, 261, day), "the days make 260 working days");
        row("other region", R"({"region":"hk","year":2021,"workdays":261,"notices":["x"],"days":[]})",
            "region");
        row("unknown member", R"({"region":"cn","year":2021,"workdays":261,"notices":["x"],"days":[],"a":1})",
            "unknown member 'a'");
        row("missing member", R"({"region":"cn","year":2021,"workdays":261,"days":[]})",
            "'notices' is missing");
        row("no notice", R"({"region":"cn","year":2021,"workdays":261,"notices":[],"days":[]})",
            "at least one");
        row("year as text", R"({"region":"cn","year":"2021","workdays":261,"notices":["x"],"days":[]})",
            "whole numbers");
        row("year out of range", R"({"region":"cn","year":99999,"workdays":261,"notices":["x"],"days":[]})",
            "out of range");
        row("list", "[]", "object");
        row("no JSON", "{", "JSON");
        row("day key twice", yearText(2021, 260, R"({"date":"2021-01-01","off":true,"off":true,"name":"x"})"),
            "same key twice");
    }

    void wrongFilesAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto calendar = parseCalendar(std::vector{text.toStdString()});
        QVERIFY_FAILS(calendar, ErrorCode::InvalidInput);
        QVERIFY2(calendar.error().detail.find(reason.toStdString()) != std::string::npos,
                 calendar.error().detail.c_str());
    }

    void yearsMustFollowEachOther()
    {
        const std::string a = yearText(2021, 261);
        QVERIFY_FAILS(parseCalendar(std::vector{a, yearText(2023, 260)}), ErrorCode::InvalidInput);
        QVERIFY_FAILS(parseCalendar(std::vector{a, a}), ErrorCode::InvalidInput);
        QVERIFY_FAILS(parseCalendar({}), ErrorCode::InvalidInput);
        QVERIFY_OK(parseCalendar(std::vector{yearText(2022, 260), a}));
    }

    void aFolderWithoutCalendarIsNotFound()
    {
        const tests::TemporaryDirectory folder;
        QVERIFY_FAILS(loadCalendar(folder.path()), ErrorCode::NotFound);
        QVERIFY_FAILS(loadCalendar(folder / "absent.json"), ErrorCode::NotFound);
        folder.write("notes.txt", "x");
        folder.write("cn-2021.json", yearText(2021, 261));
        QVERIFY_OK(loadCalendar(folder.path()));
    }

    void addingIsFast()
    {
        Date start = day("2026-01-05");
        QBENCHMARK
        {
            start = m_calendar->addWorkdays(start, 20).date - days(28);
        }
    }

private:
    std::optional<Calendar> m_calendar;
};

QTEST_APPLESS_MAIN(TstCalendar)
#include "tst_calendar.moc"
