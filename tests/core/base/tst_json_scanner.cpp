// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json_scanner.h"

#include <QObject>
#include <QTest>

#include <nlohmann/json.hpp>
#include <random>
#include <string>

using namespace tongban;
using namespace std::string_literals;

namespace {

/// Reads any value and writes what it was made of, strings without their escapes.
bool retell(JsonScanner &scanner, std::string &out)
{
    std::string buffer;
    std::string_view piece;
    const auto string = [&] {
        buffer.clear();
        if (!scanner.string(piece, buffer))
            return false;
        out += nlohmann::json(std::string(piece)).dump();
        return true;
    };
    const auto members = [&](char open, char close, JsonFault otherwise) {
        scanner.take(open);
        out += open;
        if (scanner.take(close))
            return out += close, true;
        do {
            if (open == '{') {
                if (!string() || !scanner.expect(':', JsonFault::NoColon))
                    return false;
                out += ':';
            }
            if (!retell(scanner, out))
                return false;
            out += ',';
        } while (scanner.take(','));
        out.back() = close;
        return scanner.expect(close, otherwise);
    };
    switch (scanner.peek()) {
    case '"': return string();
    case '{': return members('{', '}', JsonFault::NoCommaOrBrace);
    case '[': return members('[', ']', JsonFault::NoCommaOrBracket);
    case 't': return out += "true", scanner.expectWord("true");
    case 'f': return out += "false", scanner.expectWord("false");
    case 'n': return out += "null", scanner.expectWord("null");
    default: break;
    }
    if (!scanner.number(piece))
        return false;
    out += piece;
    return true;
}

bool accepts(std::string_view text, std::string &told)
{
    JsonScanner scanner(text, JsonScanner::Encoding::Checked);
    told.clear();
    return retell(scanner, told) && scanner.expectEnd();
}

} // namespace

class TstJsonScanner : public QObject
{
    Q_OBJECT

private slots:
    void aFaultSaysWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("position");
        const auto row = [](const char *name, const char *text, JsonFault fault, int position) {
            QTest::newRow(name) << QByteArray(text) << static_cast<int>(fault) << position;
        };
        row("open", "\"ab", JsonFault::OpenString, 4);
        row("open after an escape", "\"ab\\", JsonFault::OpenString, 5);
        row("a control character", "\"a\nb\"", JsonFault::ControlCharacter, 3);
        row("an escape", R"("\q")", JsonFault::UnknownEscape, 3);
        row("three digits", R"("\u12g4")", JsonFault::HexDigits, 6);
        row("a low half", R"("\udc00")", JsonFault::HalfPair, 8);
        row("a high half", R"("\ud83d")", JsonFault::HalfPair, 8);
        row("a high half before another escape", R"("\ud83d\u0041")", JsonFault::HalfPair, 14);
        row("overlong", "\"\xC0\xAF\"", JsonFault::NotUtf8, 2);
        row("a surrogate in bytes", "\"abcdefgh\xED\xA0\x80\"", JsonFault::NotUtf8, 10);
        row("cut off", "\"\xE4\xB8", JsonFault::NotUtf8, 2);
        row("a leading zero", "012", JsonFault::NoNumber, 4);
        row("nothing", "", JsonFault::EndsEarly, 1);
        row("no value", "[+1]", JsonFault::NoValue, 2);
        row("a bare minus", "-", JsonFault::NoNumber, 2);
        row("a bare point", "1.", JsonFault::NoNumber, 3);
        row("a bare exponent", "1e+", JsonFault::NoNumber, 4);
        row("no colon", R"({"a" 1})", JsonFault::NoColon, 6);
        row("no name", "{1:1}", JsonFault::NoName, 2);
        row("no comma", "[1 2]", JsonFault::NoCommaOrBracket, 4);
        row("two values", "1 2", JsonFault::Trailing, 3);
    }
    void aFaultSaysWhatAndWhere()
    {
        QFETCH(const QByteArray, text);
        JsonScanner scanner({text.data(), static_cast<std::size_t>(text.size())},
                            JsonScanner::Encoding::Checked);
        std::string told;
        QVERIFY(!(retell(scanner, told) && scanner.expectEnd()));
        QTEST(static_cast<int>(scanner.fault()), "fault");
        QTEST(static_cast<int>(scanner.position()), "position");
        QVERIFY(!phrase(scanner.fault()).empty());
    }

    void stringsWithEscapesAreAddedToTheBuffer()
    {
        const std::string text = R"(["plain","a\n","中\u56fd\ud83d\ude00"])";
        JsonScanner scanner(text, JsonScanner::Encoding::Known);
        std::string buffer;
        buffer.reserve(text.size());
        std::string_view plain;
        std::string_view first;
        std::string_view second;
        QVERIFY(scanner.take('[') && scanner.string(plain, buffer) && scanner.take(',')
                && scanner.string(first, buffer) && scanner.take(',') && scanner.string(second, buffer));
        QCOMPARE(plain, "plain");
        QVERIFY(plain.data() > text.data() && plain.data() < text.data() + text.size());
        QCOMPARE(first, "a\n");
        QCOMPARE(second, "中国😀");
    }

    void aMarkAtTheBeginningIsPassedWhenAsked()
    {
        JsonScanner scanner("\xEF\xBB\xBF[]", JsonScanner::Encoding::Checked);
        QCOMPARE(scanner.peek(), '\xEF');
        scanner.passMark();
        QVERIFY(scanner.take('[') && scanner.take(']') && scanner.expectEnd());
    }

    void aNumberIsOneNumber()
    {
        for (const char *text : {"0", "-0", "1.50", "-12e7", "3E-2"})
            QVERIFY2(isJsonNumber(text), text);
        for (const char *text : {"", " 1", "1 ", "-", "+1", "01", ".5", "1.", "1e", "0x1", "NaN", "1,2"})
            QVERIFY2(!isJsonNumber(text), text);
    }

    /// Texts near to JSON, against a reader that builds a document.
    void agreesWithAnotherReader()
    {
        const std::string seeds[] = {
            "{\"受理号\":\"440300-1\",\"n\":[1,-2.50,3e8],\"q\":\"a\\\"b\\\\c\\/"
            "\\u00e9\",\"t\":true,\"f\":false,\"z\":null}",
            R"(["",{},[],[[1],[2]],{"a":{"b":"\ud83d\ude00 and more than eight bytes"}}, 0 , "x" ])",
        };
        std::mt19937_64 random(20261127);
        const std::string alphabet = "\"\\{}[],:0123456789.eE+-tfn u\x01\x80\xE4\xB8\xAD";
        int accepted = 0;
        for (int round = 0; round < 40'000; ++round) {
            std::string text = seeds[random() % 2];
            for (auto edits = random() % 3; edits > 0; --edits) {
                const std::size_t at = random() % text.size();
                if (random() % 3 == 0)
                    text.erase(at, 1 + random() % 3);
                else
                    text[at] = alphabet[random() % alphabet.size()];
            }
            std::string told;
            const bool taken = accepts(text, told);
            QVERIFY2(taken == nlohmann::json::accept(text), text.c_str());
            if (taken) {
                ++accepted;
                QVERIFY2(nlohmann::json::parse(told) == nlohmann::json::parse(text), text.c_str());
            }
        }
        QVERIFY(accepted > 10'000);
    }
};

QTEST_APPLESS_MAIN(TstJsonScanner)
#include "tst_json_scanner.moc"
