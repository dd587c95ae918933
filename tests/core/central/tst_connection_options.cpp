// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/connection.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>

using namespace tongban;

class TstConnectionOptions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void overANetworkTheServerProvesWhoItIs_data();
    void overANetworkTheServerProvesWhoItIs();
    void aWeakerConnectionIsRefused_data();
    void aWeakerConnectionIsRefused();
    void aSocketNeedsNeither();
};

namespace {

std::string value(const std::vector<std::pair<std::string, std::string>> &options, std::string_view key)
{
    const auto found = std::ranges::find(options, key, &std::pair<std::string, std::string>::first);
    return found == options.end() ? std::string() : found->second;
}

} // namespace

void TstConnectionOptions::init()
{
    for (const char *name : {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGPASSWORD"})
        qunsetenv(name);
}

void TstConnectionOptions::overANetworkTheServerProvesWhoItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("host") << QByteArray("host=centre.example dbname=tongban");
    QTest::newRow("address") << QByteArray("hostaddr=10.0.0.1 dbname=tongban");
    QTest::newRow("loopback") << QByteArray("host=127.0.0.1");
    QTest::newRow("uri") << QByteArray("postgresql://li@centre.example/tongban");
    QTest::newRow("a socket and a host") << QByteArray("host=/tmp,centre.example");
    QTest::newRow("an address behind a socket's name") << QByteArray("host=/tmp hostaddr=10.0.0.1");
    QTest::newRow("a service, which may name a host") << QByteArray("service=centre");
    QTest::newRow("an empty place in the list of hosts") << QByteArray("host=/tmp,");
}

void TstConnectionOptions::overANetworkTheServerProvesWhoItIs()
{
    QFETCH(QByteArray, text);
    const auto options = central::connectionOptions(text.toStdString());
    QVERIFY_OK(options);
    QCOMPARE(value(*options, "sslmode"), std::string("verify-full"));
    QCOMPARE(value(*options, "channel_binding"), std::string("require"));
    QCOMPARE(value(*options, "client_encoding"), std::string("UTF8"));
}

void TstConnectionOptions::aWeakerConnectionIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("required only") << QByteArray("host=centre.example sslmode=require");
    QTest::newRow("off") << QByteArray("host=centre.example sslmode=disable");
    QTest::newRow("authority only") << QByteArray("postgresql://centre.example/tongban?sslmode=verify-ca");
    QTest::newRow("loopback") << QByteArray("host=127.0.0.1 sslmode=disable");
    QTest::newRow("password") << QByteArray("host=centre.example password=secret");
    QTest::newRow("password in a uri") << QByteArray("postgresql://li:secret@centre.example/tongban");
    QTest::newRow("no connection text") << QByteArray("centre.example");
}

void TstConnectionOptions::aWeakerConnectionIsRefused()
{
    QFETCH(QByteArray, text);
    const auto options = central::connectionOptions(text.toStdString());
    QVERIFY_FAILS(options, ErrorCode::InvalidInput);
    QVERIFY(options.error().detail.find("secret") == std::string::npos);
}

void TstConnectionOptions::aSocketNeedsNeither()
{
    const auto options = central::connectionOptions("host=/var/run/postgresql dbname=tongban");
    QVERIFY_OK(options);
    QCOMPARE(value(*options, "sslmode"), std::string());
    qputenv("PGHOST", "centre.example");
    const auto elsewhere = central::connectionOptions("dbname=tongban");
    QVERIFY_OK(elsewhere);
    QCOMPARE(value(*elsewhere, "sslmode"), std::string("verify-full"));
}

QTEST_APPLESS_MAIN(TstConnectionOptions)
#include "tst_connection_options.moc"
