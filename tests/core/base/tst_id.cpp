// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/id.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <array>
#include <cstdint>
#include <span>

using namespace tongban;

namespace {

/// Gives the bytes it was built with, so that the example of the RFC can be made.
class ScriptedRandom final : public Random
{
public:
    explicit ScriptedRandom(std::array<std::uint8_t, 10> script) : m_script(script) { }

    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = m_script[i % m_script.size()];
    }

private:
    std::array<std::uint8_t, 10> m_script;
};

} // namespace

class TstId : public QObject
{
    Q_OBJECT

private slots:
    void versionSevenMatchesTheExampleOfTheStandard()
    {
        // RFC 9562, appendix A.6: rand_a CC3, rand_b 18C4DC0C0C07398F.
        ScriptedRandom random({0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F});
        const Uuid uuid = Uuid::v7(fromUnixMilliseconds(0x017F22E279B0), random);
        QCOMPARE(uuid.text(), std::string("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    }

    void versionSevenSortsByTime()
    {
        SeededRandom random(7);
        Uuid previous = Uuid::v7(fromUnixMilliseconds(0), random);
        for (std::int64_t ms = 1; ms < 5'000'000'000'000; ms = ms * 3 + 1) {
            const Uuid next = Uuid::v7(fromUnixMilliseconds(ms), random);
            QVERIFY(previous < next);
            QVERIFY(previous.text() < next.text());
            previous = next;
        }
    }

    void everyVersionSevenCarriesVersionAndVariant()
    {
        SeededRandom random(11);
        for (int i = 0; i < 1000; ++i) {
            const Uuid uuid = Uuid::v7(fromUnixMilliseconds(i), random);
            QCOMPARE(uuid.bytes()[6] >> 4, 7);
            QCOMPARE(uuid.bytes()[8] >> 6, 2);
        }
    }

    void anInstantBeforeTheEpochStillMakesAnId()
    {
        SeededRandom random(1);
        QCOMPARE(Uuid::v7(fromUnixMilliseconds(-5), random).text().substr(0, 13),
                 std::string("00000000-0000"));
    }

    void sameInstantAndNameGiveTheSameId()
    {
        const Timestamp instant = fromUnixMilliseconds(1'700'000'000'000);
        QCOMPARE(Uuid::v7FromName(instant, "a"), Uuid::v7FromName(instant, "a"));
        QVERIFY(Uuid::v7FromName(instant, "a") != Uuid::v7FromName(instant, "b"));
        // The first ten bytes of SHA-256("a") = ca978112ca1bbdcafac2..., stamped.
        QCOMPARE(Uuid::v7FromName(instant, "a").text(), std::string("018bcfe5-6800-7a97-8112-ca1bbdcafac2"));
    }

    void textIsReadBackInEitherCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("lower") << "017f22e2-79b0-7cc3-98c4-dc0c0c07398f" << true;
        QTest::newRow("upper") << "017F22E2-79B0-7CC3-98C4-DC0C0C07398F" << true;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("no hyphens") << "017f22e279b07cc398c4dc0c0c07398f" << false;
        QTest::newRow("hyphen out of place") << "017f22e27-9b0-7cc3-98c4-dc0c0c07398f" << false;
        QTest::newRow("braces") << "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}" << false;
        QTest::newRow("one too long") << "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0" << false;
        QTest::newRow("no hexadecimal") << "017f22e2-79b0-7cc3-98c4-dc0c0c07398g" << false;
        QTest::newRow("space") << "017f22e2 79b0 7cc3 98c4 dc0c0c07398f" << false;
    }

    void textIsReadBackInEitherCase()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto uuid = Uuid::parse(text.toStdString());
        if (!valid) {
            QVERIFY_FAILS(uuid, ErrorCode::InvalidInput);
            return;
        }
        QVERIFY_OK(uuid);
        QCOMPARE(uuid->text(), text.toLower().toStdString());
    }

    void onlySixteenBytesAreAnId()
    {
        QVERIFY_FAILS(Uuid::fromBlob("123456789012345"), ErrorCode::InvalidInput);
        QVERIFY_FAILS(Uuid::fromBlob("12345678901234567"), ErrorCode::InvalidInput);
        const auto uuid = Uuid::fromBlob("1234567890123456");
        QVERIFY_OK(uuid);
        QCOMPARE(uuid->blob(), std::string_view("1234567890123456"));
    }
};

QTEST_APPLESS_MAIN(TstId)
#include "tst_id.moc"
