// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/digest.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace tongban;

class TstDigest : public QObject
{
    Q_OBJECT

private slots:
    void standardVectorsAreMet_data()
    {
        QTest::addColumn<bool>("national");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hex");
        // FIPS 180-4 examples.
        QTest::newRow("sha256, empty") << false << ""
                                       << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        QTest::newRow("sha256, abc") << false << "abc"
                                     << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        QTest::newRow("sha256, two blocks")
            << false << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
            << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
        // GB/T 32905-2016, appendix A.
        QTest::newRow("sm3, abc") << true << "abc"
                                  << "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        QTest::newRow("sm3, one block") << true << QStringLiteral("abcd").repeated(16)
                                        << "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732";
    }

    void standardVectorsAreMet()
    {
        QFETCH(bool, national);
        QFETCH(QString, text);
        QFETCH(QString, hex);
        const std::string bytes = text.toStdString();
        QCOMPARE((national ? sm3(bytes) : sha256(bytes)).hex(), hex.toStdString());
    }

    void piecesGiveTheDigestOfTheWhole()
    {
        const std::string bytes(1'000'000, 'a');
        Digester digester;
        for (std::size_t at = 0; at < bytes.size(); at += 997)
            digester.add(std::string_view(bytes).substr(at, 997));
        const Digest digest = digester.finish();
        // FIPS 180-4: one million times "a".
        QCOMPARE(digest.hex(),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        QCOMPARE(digest, sha256(bytes));
    }

    void aDigesterBeginsAnewAfterFinish()
    {
        Digester digester(DigestAlgorithm::Sm3);
        digester.add("something else");
        QVERIFY(digester.finish() != sm3("abc"));
        digester.add("abc");
        QCOMPARE(digester.finish(), sm3("abc"));
    }

    void aDigesterCanBeMoved()
    {
        Digester first;
        first.add("a");
        Digester second = std::move(first);
        second.add("bc");
        QCOMPARE(second.finish(), sha256("abc"));
    }

    void threadsDoNotDisturbEachOther()
    {
        std::vector<int> wrong(4, 0);
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < wrong.size(); ++t) {
            threads.emplace_back([&wrong, t] {
                const Digest expected = sha256(std::to_string(t));
                for (int i = 0; i < 2000; ++i)
                    wrong[t] += sha256(std::to_string(t)) != expected;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong, std::vector<int>(4, 0));
    }

    void hexadecimalTextIsReadBack()
    {
        const Digest digest = sha256("abc");
        QCOMPARE(*Digest::parse(digest.hex()), digest);
        QCOMPARE(*Digest::parse("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"), digest);
        QCOMPARE(*Digest::fromBlob(digest.blob()), digest);
        QVERIFY_FAILS(Digest::parse(""), ErrorCode::InvalidInput);
        QVERIFY_FAILS(Digest::parse(digest.hex().substr(1)), ErrorCode::InvalidInput);
        QVERIFY_FAILS(Digest::parse("x" + digest.hex().substr(1)), ErrorCode::InvalidInput);
        QVERIFY_FAILS(Digest::fromBlob("short"), ErrorCode::InvalidInput);
    }

    void digestOfAShortRecord()
    {
        const std::string record(300, 'r');
        QBENCHMARK
        {
            (void)sha256(record);
        }
    }
};

QTEST_APPLESS_MAIN(TstDigest)
#include "tst_digest.moc"
