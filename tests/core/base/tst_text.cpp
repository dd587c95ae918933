// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"
#include "tests/support/printers.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace tongban;
using namespace std::string_literals;

class TstText : public QObject
{
    Q_OBJECT

private slots:
    void faultsOfUtf8AreFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("position"); // -1: valid
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("repaired");
        const auto valid = [](const char *name, const QByteArray &bytes) {
            QTest::newRow(name) << bytes << -1 << 0 << bytes;
        };
        const auto wrong = [](const char *name, const QByteArray &bytes, int position, Utf8Fault fault,
                              const QByteArray &repaired) {
            QTest::newRow(name) << bytes << position << static_cast<int>(fault) << repaired;
        };
        valid("empty", "");
        valid("ascii", "abc");
        valid("chinese", "深圳市交通运输局");
        valid("zero byte", QByteArray("a\0b", 3));
        valid("smallest of each size", "\x7f\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80");
        valid("largest", "\xf4\x8f\xbf\xbf");
        valid("next to surrogates", "\xed\x9f\xbf\xee\x80\x80");
        wrong("stray continuation", "a\x80z", 1, Utf8Fault::StrayContinuation, "a\uFFFDz");
        wrong("c0", "\xc0\xaf", 0, Utf8Fault::ImpossibleByte, "\uFFFD\uFFFD");
        wrong("ff", "ab\xff", 2, Utf8Fault::ImpossibleByte, "ab\uFFFD");
        wrong("f5", "\xf5\x80\x80\x80", 0, Utf8Fault::ImpossibleByte, "\uFFFD\uFFFD\uFFFD\uFFFD");
        wrong("cut after one", "a\xe6", 1, Utf8Fault::Truncated, "a\uFFFD");
        wrong("cut after two", "a\xe6\xb7", 1, Utf8Fault::Truncated, "a\uFFFD");
        wrong("cut in the middle", "\xe6\xb7z", 0, Utf8Fault::Truncated, "\uFFFDz");
        wrong("cut after three", "\xf0\x9f\x98z", 0, Utf8Fault::Truncated, "\uFFFDz");
        wrong("overlong of three", "\xe0\x9f\xbf", 0, Utf8Fault::Overlong, "\uFFFD\uFFFD\uFFFD");
        wrong("overlong of four", "\xf0\x8f\xbf\xbf", 0, Utf8Fault::Overlong, "\uFFFD\uFFFD\uFFFD\uFFFD");
        wrong("surrogate", "\xed\xa0\x80", 0, Utf8Fault::Surrogate, "\uFFFD\uFFFD\uFFFD");
        wrong("too large", "\xf4\x90\x80\x80", 0, Utf8Fault::TooLarge, "\uFFFD\uFFFD\uFFFD\uFFFD");
        wrong("gbk", "\xc9\xee\xdb\xda", 0, Utf8Fault::Truncated, "\uFFFD\uFFFD\uFFFD\uFFFD");
    }

    void faultsOfUtf8AreFound()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, position);
        QFETCH(int, fault);
        QFETCH(QByteArray, repaired);
        const std::string text = bytes.toStdString();
        const auto problem = findInvalidUtf8(text);
        const RepairedText repair = repairedUtf8(text);
        QCOMPARE(repair.text, repaired.toStdString());
        QVERIFY(!findInvalidUtf8(repair.text));
        QCOMPARE(problem.has_value(), position >= 0);
        QVERIFY(repair.first == problem);
        if (problem) {
            QCOMPARE(static_cast<int>(problem->position), position);
            QCOMPARE(static_cast<int>(problem->fault), fault);
        }
    }

    void codePointsAreTakenAndPut()
    {
        const std::string text = "a\u00e9\u6df1\U0001F600";
        std::string_view rest = text;
        std::string again;
        const char32_t expected[] = {U'a', U'\u00e9', U'\u6df1', U'\U0001F600'};
        for (const char32_t codePoint : expected) {
            QVERIFY(takeCodePoint(rest) == codePoint);
            appendCodePoint(again, codePoint);
        }
        QVERIFY(rest.empty());
        QCOMPARE(again, text);
        QCOMPARE(codePointCount(text), 4U);
        QCOMPARE(firstCodePoints(text, 3), std::string_view("a\u00e9\u6df1"));
        QCOMPARE(firstCodePoints(text, 9), std::string_view(text));
        QCOMPARE(firstCodePoints(text, 0), std::string_view());
    }

    void marksAreDetected()
    {
        QVERIFY(detectBom("\xEF\xBB\xBF"
                          "a"s)
                == Bom::Utf8);
        QVERIFY(detectBom("\xFF\xFE"
                          "a\0"s)
                == Bom::Utf16LittleEndian);
        QVERIFY(detectBom("\xFE\xFF\0a"s) == Bom::Utf16BigEndian);
        QVERIFY(detectBom("\xFF\xFE\0\0"s) == Bom::Utf32LittleEndian);
        QVERIFY(detectBom("\0\0\xFE\xFF"s) == Bom::Utf32BigEndian);
        QVERIFY(detectBom("\xEF\xBB"s) == Bom::None);
        QVERIFY(detectBom({}) == Bom::None);
        QCOMPARE(bomSize(Bom::Utf8), 3U);
        QCOMPARE(bomSize(Bom::Utf16BigEndian), 2U);
        QCOMPARE(bomSize(Bom::None), 0U);
    }

    void gb18030IsGuessed()
    {
        QVERIFY(looksLikeGb18030("\xc9\xee\xdb\xda\xca\xd0,1\n")); // 深圳市 in GBK
        QVERIFY(looksLikeGb18030("\x81\x30\x81\x30 \xc9\xee")); // a four-byte character
        QVERIFY(!looksLikeGb18030("深圳市")); // UTF-8
        QVERIFY(!looksLikeGb18030("abc"));
        QVERIFY(!looksLikeGb18030(""));
        QVERIFY(!looksLikeGb18030("\xff\xfe\xfd"));
        QVERIFY(!looksLikeGb18030("\xc9"));
        QVERIFY(!looksLikeGb18030("\xc9\x20"));
    }

    void whiteSpaceAtTheEndsGoes()
    {
        QCOMPARE(trimmed(" \t a b\r\n"), std::string_view("a b"));
        QCOMPARE(trimmed("\u3000深 圳\u3000\u00a0"), std::string_view("深 圳"));
        QCOMPARE(trimmed("\uFEFF x"), std::string_view("x"));
        QCOMPARE(trimmed(" \u3000 "), std::string_view());
        QCOMPARE(trimmed(""), std::string_view());
    }

    void fullWidthBecomesHalfWidth()
    {
        QCOMPARE(halfWidth("ＡＢＣ　１２３ｘ～！"), "ABC 123x~!"s);
        QCOMPARE(halfWidth("粤Ｂ·１２３４５"), "粤B·12345"s);
        QCOMPARE(halfWidth("\uFF00\uFF5F\uFFE5"), "\uFF00\uFF5F\uFFE5"s);
        QCOMPARE(halfWidth("\xEF\xBC"), "\xEF\xBC"s);
        for (char32_t c = 0xFF01; c <= 0xFF5E; ++c) {
            std::string wide;
            appendCodePoint(wide, c);
            QCOMPARE(halfWidth(wide), std::string(1, static_cast<char>(c - 0xFEE0)));
        }
    }

    void controlCharactersAreSeen()
    {
        QVERIFY(!hasControlCharacters("a\tb 深"));
        QVERIFY(hasControlCharacters("a\0b"s));
        QVERIFY(hasControlCharacters("a\x7f"));
        QVERIFY(hasControlCharacters("\x1b[31m"));
    }
};

QTEST_APPLESS_MAIN(TstText)
#include "tst_text.moc"
