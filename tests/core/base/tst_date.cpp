// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/base/date.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

using namespace tongban;

class TstDate : public QObject
{
    Q_OBJECT

private slots:
    void daysAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("day");
        QTest::newRow("epoch") << "1970-01-01" << qint64(0);
        QTest::newRow("before the epoch") << "1969-12-31" << qint64(-1);
        QTest::newRow("leap day") << "2024-02-29" << qint64(19782);
        QTest::newRow("leap day of a century") << "2000-02-29" << qint64(11016);
        QTest::newRow("first") << "0000-01-01" << qint64(-719528);
        QTest::newRow("last") << "9999-12-31" << qint64(2932896);
    }

    void daysAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(qint64, day);
        const auto date = parseIsoDate(text.toStdString());
        QVERIFY_OK(date);
        QCOMPARE(dayNumber(*date), day);
        QCOMPARE(isoDate(fromDayNumber(day)), text.toStdString());
    }

    void otherTextsAreNoDays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "2026", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-01-00",
              "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00:00Z",
              "+2026-01-01", "-001-01-01", "20260101", "2026-01-0a", "２０２６-01-01"})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
    }

    void otherTextsAreNoDays()
    {
        QFETCH(QString, text);
        QVERIFY_FAILS(parseIsoDate(text.toStdString()), ErrorCode::InvalidInput);
    }

    void instantsAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("official");
        QTest::newRow("zulu") << "2026-03-17T01:30:00Z"
                              << "2026-03-17T09:30:00.000+08:00";
        QTest::newRow("office") << "2026-03-17T09:30:00.000+08:00"
                                << "2026-03-17T09:30:00.000+08:00";
        QTest::newRow("west") << "2026-03-16T19:30:00-06:00"
                              << "2026-03-17T09:30:00.000+08:00";
        QTest::newRow("one digit") << "2026-03-17T01:30:00.5Z"
                                   << "2026-03-17T09:30:00.500+08:00";
        QTest::newRow("nine digits are cut") << "2026-03-17T01:30:00.123999999Z"
                                             << "2026-03-17T09:30:00.123+08:00";
        QTest::newRow("before the epoch") << "1969-12-31T15:59:59.999Z"
                                          << "1969-12-31T23:59:59.999+08:00";
        QTest::newRow("half-hour offset") << "2026-03-17T07:00:00+05:30"
                                          << "2026-03-17T09:30:00.000+08:00";
    }

    void instantsAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, official);
        const auto instant = parseIsoTimestamp(text.toStdString());
        QVERIFY_OK(instant);
        QCOMPARE(isoTimestamp(*instant), official.toStdString());
        QCOMPARE(*parseIsoTimestamp(official.toStdString()), *instant);
    }

    void otherTextsAreNoInstants_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "2026-03-17", "2026-03-17T09:30:00", "2026-03-17 09:30:00Z", "2026-03-17T09:30Z",
              "2026-03-17T24:00:00Z", "2026-03-17T09:60:00Z", "2026-03-17T09:30:60Z", "2026-03-17T09:30:00.Z",
              "2026-03-17T09:30:00.1234567890Z", "2026-03-17T09:30:00+0800", "2026-03-17T09:30:00+08",
              "2026-03-17T09:30:00+24:00", "2026-03-17T09:30:00+08:60", "2026-03-17T09:30:00z",
              "2026-02-29T09:30:00Z", "2026-03-17T09:30:00Z ", "2026-03-17T09:30:00,5Z"})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
    }

    void otherTextsAreNoInstants()
    {
        QFETCH(QString, text);
        QVERIFY_FAILS(parseIsoTimestamp(text.toStdString()), ErrorCode::InvalidInput);
    }

    void theOfficialDayBeginsAtMidnightInChina()
    {
        QCOMPARE(isoDate(officialDate(*parseIsoTimestamp("2026-03-16T15:59:59.999Z"))),
                 std::string("2026-03-16"));
        QCOMPARE(isoDate(officialDate(*parseIsoTimestamp("2026-03-16T16:00:00Z"))),
                 std::string("2026-03-17"));
        QCOMPARE(isoDate(officialDate(*parseIsoTimestamp("1969-12-31T15:59:59Z"))),
                 std::string("1969-12-31"));
    }

    void aFixedClockStandsUntilItIsMoved()
    {
        FixedClock clock(fromUnixMilliseconds(1000));
        QCOMPARE(unixMilliseconds(clock.now()), 1000);
        clock.advance(std::chrono::minutes(1));
        QCOMPARE(unixMilliseconds(clock.now()), 61'000);
    }

    void theSystemClockIsInThisCentury()
    {
        const SystemClock clock;
        QVERIFY(isoTimestamp(clock.now()).starts_with("20"));
    }
};

QTEST_APPLESS_MAIN(TstDate)
#include "tst_date.moc"
