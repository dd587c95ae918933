// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/agency_config.h"
#include "core/agency/answer_reader.h"
#include "core/agency/backoff.h"
#include "core/agency/circuit_breaker.h"
#include "core/agency/signature.h"
#include "tests/support/printers.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::agency;
using namespace std::chrono_literals;
using approval::EvidenceStatus;
using approval::UnknownReason;

namespace {

const Timestamp kNow = fromUnixMilliseconds(1'795'000'000'000);
const approval::EvidenceQuery kQuery{"police", "person", "440303199001010011"};

approval::EvidenceAnswer read(const QByteArray &body)
{
    return readAnswer(body.toStdString(), kQuery, "r1", kNow);
}

} // namespace

class TstAgencyParts : public QObject
{
    Q_OBJECT

private slots:
    void breakerOpensAfterFailuresAndLetsOneProbeThrough()
    {
        CircuitBreaker breaker({2, 10s});
        breaker.failed(kNow);
        QVERIFY(breaker.allows(kNow));
        breaker.failed(kNow);
        QVERIFY(!breaker.allows(kNow + 9s));
        QVERIFY(breaker.allows(kNow + 10s));
        QVERIFY(!breaker.allows(kNow + 10s));
        breaker.failed(kNow + 11s);
        QVERIFY(!breaker.allows(kNow + 20s));
        QVERIFY(breaker.allows(kNow + 21s));
        breaker.succeeded();
        QVERIFY(breaker.allows(kNow + 21s));
        QVERIFY(breaker.allows(kNow + 21s));
    }

    void pausesGrowUpToTheLimitAndNeverFallBelowHalf()
    {
        SeededRandom random(7);
        const Backoff backoff{100ms, 1000ms};
        for (int attempt = 2; attempt < 40; ++attempt) {
            const auto full = std::min(1000ms, 100ms * (1 << std::min(attempt - 2, 10)));
            const auto pause = backoff.before(attempt, random);
            QVERIFY(pause >= full / 2);
            QVERIFY(pause <= full);
        }
    }

    void signatureMatchesTheStandardsVector()
    {
        // RFC 4231, test case 2.
        QCOMPARE(signatureOf("what do ya want for nothing?", "Jefe"),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QVERIFY(signaturesEqual("ab", "ab"));
        QVERIFY(!signaturesEqual("ab", "ac"));
        QVERIFY(!signaturesEqual("ab", "abc"));
    }

    void goodAnswersAreRead()
    {
        const auto answer = read(
            "{\"as_of\":\"2026-11-01\",\"fields\":{\"b\":true,\"a\":[1,2]},\"key\":\"440303199001010011\","
            "\"record\":\"person\",\"request_id\":\"r1\",\"source\":\"police\",\"status\":\"answered\"}");
        QVERIFY(answer.status == EvidenceStatus::Answered);
        QCOMPARE(answer.body, std::string("{\"a\":[1,2],\"b\":true}"));
        QCOMPARE(answer.day(), *parseIsoDate("2026-11-01"));
        const auto none = read("{\"key\":\"440303199001010011\",\"record\":\"person\",\"request_id\":\"r1\","
                               "\"source\":\"police\",\"status\":\"no_record\"}");
        QVERIFY(none.status == EvidenceStatus::NoRecord);
    }

    void whateverDoesNotFitIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("reason");
        const int malformed = static_cast<int>(UnknownReason::Malformed);
        const int contradictory = static_cast<int>(UnknownReason::Contradictory);
        const QByteArray head = "{\"key\":\"440303199001010011\",\"record\":\"person\",\"request_id\":\"r1\","
                                "\"source\":\"police\",";
        QTest::newRow("empty") << QByteArray() << malformed;
        QTest::newRow("cut off") << head << malformed;
        QTest::newRow("a list") << QByteArray("[]") << malformed;
        QTest::newRow("other request")
            << QByteArray("{\"key\":\"440303199001010011\",\"record\":\"person\",\"request_id\":\"r2\","
                          "\"source\":\"police\",\"status\":\"no_record\"}")
            << malformed;
        QTest::newRow("other person")
            << QByteArray("{\"key\":\"44030319900101002X\",\"record\":\"person\",\"request_id\":\"r1\","
                          "\"source\":\"police\",\"status\":\"no_record\"}")
            << contradictory;
        QTest::newRow("no date") << head + "\"status\":\"answered\",\"fields\":{}}" << malformed;
        QTest::newRow("date to come")
            << head + "\"status\":\"answered\",\"as_of\":\"2099-01-01\",\"fields\":{}}" << malformed;
        QTest::newRow("no fields") << head + "\"status\":\"answered\",\"as_of\":\"2026-11-01\"}" << malformed;
        QTest::newRow("unknown status")
            << head + "\"status\":\"maybe\",\"as_of\":\"2026-11-01\",\"fields\":{}}" << malformed;
        QTest::newRow("same key twice")
            << head + "\"status\":\"no_record\",\"status\":\"answered\"}" << malformed;
    }

    void whateverDoesNotFitIsUnknown()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, reason);
        const auto answer = read(body);
        QVERIFY(answer.status == EvidenceStatus::Unknown);
        QCOMPARE(static_cast<int>(answer.reason), reason);
    }

    void configurationNamesTheWrongField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("not https") << QByteArray(
            "{\"agencies\":[{\"source\":\"police\",\"url\":\"http://10.0.0.1/x\"}]}")
                                   << QByteArray("url");
        QTest::newRow("looks like loopback")
            << QByteArray("{\"agencies\":[{\"source\":\"police\",\"url\":\"http://127.0.0.1.example/x\"}]}")
            << QByteArray("url");
        QTest::newRow("unknown key") << QByteArray(
            "{\"agencies\":[{\"source\":\"police\",\"url\":\"https://a\",\"retries\":3}]}")
                                     << QByteArray("retries");
        QTest::newRow("time out of range")
            << QByteArray("{\"agencies\":[{\"source\":\"police\",\"url\":\"https://a\",\"timeout_ms\":0}]}")
            << QByteArray("timeout_ms");
        QTest::newRow("twice") << QByteArray("{\"agencies\":[{\"source\":\"police\",\"url\":\"https://"
                                             "a\"},{\"source\":\"police\",\"url\":\"https://b\"}]}")
                               << QByteArray("entry 2");
        QTest::newRow("no source") << QByteArray("{\"agencies\":[{\"url\":\"https://a\"}]}")
                                   << QByteArray("source");
    }

    void configurationNamesTheWrongField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, named);
        const auto agencies = readAgencies(text.toStdString());
        QVERIFY(!agencies);
        QCOMPARE(agencies.error().code, ErrorCode::InvalidInput);
        QVERIFY2(agencies.error().detail.find(named.toStdString()) != std::string::npos,
                 agencies.error().detail.c_str());
    }

    void configurationIsRead()
    {
        const auto agencies = readAgencies("{\"agencies\":[{\"source\":\"police\",\"url\":\"https://a/"
                                           "b\",\"timeout_ms\":800,\"freshness_days\":{\"person\":7}}]}");
        QVERIFY_OK(agencies);
        QCOMPARE(agencies->front().timeout, std::chrono::milliseconds(800));
        QCOMPARE(agencies->front().freshnessDays.at("person"), 7);
    }
};

QTEST_APPLESS_MAIN(TstAgencyParts)
#include "tst_agency_parts.moc"
