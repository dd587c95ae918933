// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/pinyin.h"
#include "tests/support/printers.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace tongban;

namespace {

bool has(const std::vector<std::string> &spellings, std::string_view wanted)
{
    return std::find(spellings.begin(), spellings.end(), wanted) != spellings.end();
}

} // namespace

class TstPinyin : public QObject
{
    Q_OBJECT

private slots:
    void namesAreSpelled_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("usual");
        QTest::addColumn<QByteArray>("other"); // one more spelling it must have
        // clang-format off
        QTest::newRow("person")          << QByteArray("张伟") << QByteArray("zw") << QByteArray("zw");
        QTest::newRow("surname Zeng")    << QByteArray("曾小明") << QByteArray("cxm") << QByteArray("zxm");
        QTest::newRow("surname Shan")    << QByteArray("单勇") << QByteArray("dy") << QByteArray("sy");
        QTest::newRow("surname Qiu")     << QByteArray("仇伟") << QByteArray("cw") << QByteArray("qw");
        QTest::newRow("surname Xie")     << QByteArray("解放") << QByteArray("jf") << QByteArray("xf");
        QTest::newRow("Chongqing")       << QByteArray("重庆") << QByteArray("zq") << QByteArray("cq");
        QTest::newRow("bank")            << QByteArray("银行") << QByteArray("yx") << QByteArray("yh");
        QTest::newRow("no consonant")    << QByteArray("欧阳安") << QByteArray("oya") << QByteArray("oya");
        QTest::newRow("u with dots")     << QByteArray("吕绿") << QByteArray("ll") << QByteArray("ll");
        QTest::newRow("traditional")     << QByteArray("陳龍") << QByteArray("cl") << QByteArray("cl");
        QTest::newRow("beyond the plane") << QByteArray("王𬭎") << QByteArray("wh") << QByteArray("wh");
        QTest::newRow("dot in a name")   << QByteArray("买买提·艾力") << QByteArray("mmtal") << QByteArray("mmtal");
        QTest::newRow("letters, digits") << QByteArray("A8（深圳）物流") << QByteArray("a8szwl") << QByteArray("a8szwl");
        QTest::newRow("full width")      << QByteArray("ＡＢ１物流") << QByteArray("ab1wl") << QByteArray("ab1wl");
        // clang-format on
    }

    void namesAreSpelled()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, usual);
        QFETCH(QByteArray, other);
        const auto spellings = pinyinInitials(name.toStdString());
        QVERIFY(!spellings.empty());
        QCOMPARE(spellings.front(), usual.toStdString());
        QVERIFY(has(spellings, other.toStdString()));
        QVERIFY(matchesInitials(name.toStdString(), other.toStdString(), InitialsPlace::Whole));
    }

    void everyCombinationIsThereOnce()
    {
        auto spellings = pinyinInitials("单行");
        std::sort(spellings.begin(), spellings.end());
        QCOMPARE(spellings, (std::vector<std::string>{"ch", "cx", "dh", "dx", "sh", "sx"}));
    }

    void spellingsAreBounded()
    {
        std::string name;
        for (int i = 0; i < 40; ++i)
            name += "行";
        const auto spellings = pinyinInitials(name);
        QCOMPARE(spellings.size(), kMostSpellings);
        QCOMPARE(spellings.front(), std::string(40, 'x'));
        QCOMPARE(pinyinInitials("单行", 1), (std::vector<std::string>{"dx"}));
        QVERIFY(matchesInitials(name, std::string(39, 'x') + "h", InitialsPlace::Whole));
    }

    void namesWithoutLettersHaveNoSpelling()
    {
        QVERIFY(pinyinInitials("").empty());
        QVERIFY(pinyinInitials("（·）").empty());
        QVERIFY(initialLetters(U'（').empty());
        QVERIFY(initialLetters(U'\uFFFD').empty());
    }

    void typedLettersMatchAtTheirPlace()
    {
        const std::string name = "深圳市通达货运有限公司";
        QVERIFY(matchesInitials(name, "szstdhyyxgs", InitialsPlace::Whole));
        QVERIFY(!matchesInitials(name, "szs", InitialsPlace::Whole));
        QVERIFY(matchesInitials(name, "SZS", InitialsPlace::Beginning));
        QVERIFY(!matchesInitials(name, "tdhy", InitialsPlace::Beginning));
        QVERIFY(matchesInitials(name, "tdhy", InitialsPlace::Anywhere));
        QVERIFY(matchesInitials(name, "ＴＤ", InitialsPlace::Anywhere));
        QVERIFY(!matchesInitials(name, "tdxx", InitialsPlace::Anywhere));
    }

    void whatIsNotLettersMatchesNothing()
    {
        QVERIFY(!matchesInitials("张伟", "", InitialsPlace::Anywhere));
        QVERIFY(!matchesInitials("张伟", "张", InitialsPlace::Anywhere));
        QVERIFY(!matchesInitials("张伟", "z w", InitialsPlace::Anywhere));
        QVERIFY(!matchesInitials("张", "zw", InitialsPlace::Anywhere));
    }

    void theReadingsNameTheirRelease() { QCOMPARE(pinyinRelease(), std::string_view("Unicode 15.0.0")); }
};

QTEST_APPLESS_MAIN(TstPinyin)
#include "tst_pinyin.moc"
