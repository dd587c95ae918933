// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/time_zones.h"
#include "tests/core/feel/feel_text.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using feel::Decimal;

/// Dates, time zones and decimals against what Python's own libraries compute (vectors/make_vectors.py).
class TstVectors : public QObject
{
    Q_OBJECT

private slots:
    void datesAgreeWithPython();
    void zonesAgreeWithPython();
    void decimalsAgreeWithPython();
    void everyZoneHasAnOffset();
};

namespace {

std::vector<QStringList> rowsOf(const char *name)
{
    std::vector<QStringList> rows;
    QFile file(test::feelTestFile(QStringLiteral("vectors/") + QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    file.readLine();
    while (!file.atEnd())
        rows.push_back(QString::fromLatin1(file.readLine()).trimmed().split(QLatin1Char(',')));
    return rows;
}

feel::Date date(const QString &text)
{
    return feel::Date::parse(text.toStdString()).value();
}

Decimal decimal(const QString &text)
{
    return Decimal::parse(text.toStdString()).value();
}

} // namespace

void TstVectors::datesAgreeWithPython()
{
    const auto rows = rowsOf("dates.csv");
    QVERIFY(rows.size() > 1000);
    for (const QStringList &row : rows) {
        const feel::Date day = date(row[0]);
        QCOMPARE(day.dayNumber(), row[1].toLongLong());
        QVERIFY(feel::Date::fromDayNumber(row[1].toLongLong()) == day);
        QCOMPARE(day.weekday(), row[2].toInt());
        QCOMPARE(day.dayOfYear(), row[3].toInt());
        QCOMPARE(day.weekOfYear(), row[4].toInt());
        QVERIFY(day.plusDays(row[5].toLongLong()) == date(row[6]));
        QVERIFY(day.plusMonths(row[7].toLongLong()) == date(row[8]));
        QCOMPARE(QString::fromStdString(day.text()), row[0]);
    }
}

void TstVectors::zonesAgreeWithPython()
{
    const auto rows = rowsOf("zones.csv");
    QVERIFY(rows.size() > 1000);
    for (const QStringList &row : rows) {
        const std::string zone = row[0].toStdString();
        const std::int64_t instant = row[1].toLongLong();
        const auto offset = feel::zoneOffsetAt(zone, instant);
        QVERIFY2(offset == row[2].toInt(), qPrintable(row.join(QLatin1Char(' '))));
        // The clock on the wall leads back to the instant, or to the other one that shows the same time.
        const auto back = feel::zoneOffsetAtLocal(zone, instant + *offset);
        QVERIFY(back && (*back == *offset || feel::zoneOffsetAt(zone, instant + *offset - *back) == *back));
    }
}

void TstVectors::decimalsAgreeWithPython()
{
    const auto rows = rowsOf("decimals.csv");
    QVERIFY(rows.size() > 1000);
    for (const QStringList &row : rows) {
        const Decimal a = decimal(row[0]);
        const Decimal b = decimal(row[1]);
        QVERIFY2(Decimal::add(a, b) == decimal(row[2]), qPrintable(row.join(QLatin1Char(' '))));
        QVERIFY2(Decimal::subtract(a, b) == decimal(row[3]), qPrintable(row.join(QLatin1Char(' '))));
        QVERIFY2(Decimal::multiply(a, b) == decimal(row[4]), qPrintable(row.join(QLatin1Char(' '))));
        if (!row[5].isEmpty())
            QVERIFY2(Decimal::divide(a, b) == decimal(row[5]), qPrintable(row.join(QLatin1Char(' '))));
        const auto order = a <=> b;
        QCOMPARE(order < 0 ? -1 : order > 0 ? 1 : 0, row[6].toInt());
    }
}

void TstVectors::everyZoneHasAnOffset()
{
    QVERIFY(feel::isTimeZone("Asia/Shanghai"));
    QVERIFY(feel::isTimeZone("PRC"));
    QVERIFY(!feel::isTimeZone("asia/shanghai"));
    QVERIFY(!feel::isTimeZone("Nowhere/City"));
    QVERIFY(!feel::zoneOffsetAt("Nowhere/City", 0));
    QCOMPARE(feel::zoneOffsetAt("PRC", 0).value(), 28800);
    QVERIFY(feel::timeZoneVersion().starts_with("20"));
}

QTEST_APPLESS_MAIN(TstVectors)
#include "tst_vectors.moc"
