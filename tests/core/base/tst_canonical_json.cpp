// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "tests/support/result_checks.h"

#include <QObject>
#include <QTest>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

using namespace tongban;
using namespace std::string_literals;

class TstCanonicalJson : public QObject
{
    Q_OBJECT

private slots:
    void theWriterSeparatesAndNests()
    {
        std::string text;
        CanonicalWriter writer(text);
        writer.beginObject();
        writer.key("a");
        writer.beginArray();
        writer.number(std::numeric_limits<std::int64_t>::min());
        writer.beginObject();
        writer.endObject();
        writer.beginArray();
        writer.endArray();
        writer.null();
        writer.boolean(true);
        writer.endArray();
        writer.key("b");
        writer.numberText("1.50");
        writer.key("c");
        writer.raw("{\"x\":1}");
        writer.key("d");
        writer.string("");
        writer.endObject();
        QCOMPARE(text,
                 "{\"a\":[-9223372036854775808,{},[],null,true],\"b\":1.50,\"c\":{\"x\":1},\"d\":\"\"}"s);
    }

    void onlyWhatMustBeEscapedIsEscaped()
    {
        std::string text;
        CanonicalWriter writer(text);
        // The string of RFC 8785, section 3.2.2, and every control character beside it.
        writer.string("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/"s);
        QCOMPARE(text, "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""s);
        text.clear();
        CanonicalWriter again(text);
        again.string("\0\b\t\v\f\r\x1f\x7f"s);
        QCOMPARE(text, "\"\\u0000\\b\\t\\u000b\\f\\r\\u001f\x7f\""s);
    }

    void keysAreSortedByCodePoint()
    {
        const auto document =
            parseJson(R"({"b":1,"":2,"a":[3,"x"],"\u00e9":4,"B":5,"\ud83d\ude00":6,"\ufb33":7})");
        QVERIFY_OK(document);
        const auto text = canonicalJson(*document);
        QVERIFY_OK(text);
        QCOMPARE(*text,
                 "{\"\":2,\"B\":5,\"a\":[3,\"x\"],\"b\":1,\"\u00e9\":4,\"\ufb33\":7,\"\U0001F600\":6}"s);
    }

    void canonicalTextIsAFixedPoint()
    {
        const std::string text = R"({"a":[1,-2,18446744073709551615,true,false,null,"é"],"b":{"c":{}}})";
        QCOMPARE(*canonicalJson(*parseJson(text)), text);
    }

    void floatingPointIsNotHashed()
    {
        QVERIFY_FAILS(canonicalJson(*parseJson("[1.5]")), ErrorCode::InvalidInput);
        QVERIFY_FAILS(canonicalJson(*parseJson("{\"a\":{\"b\":1e2}}")), ErrorCode::InvalidInput);
        QVERIFY_FAILS(canonicalJson(nlohmann::json::binary({1, 2})), ErrorCode::InvalidInput);
    }

    void strictJsonIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const QByteArray &text, bool valid) {
            QTest::newRow(name) << text << valid;
        };
        row("object", "{\"a\": [1, 2.5, \"x\"]}", true);
        row("scalar", " 1 ", true);
        row("depth 64", QByteArray(64, '[') + QByteArray(64, ']'), true);
        row("same key in two objects", R"([{"a":1},{"a":2},{"b":{"a":1},"a":2}])", true);
        row("depth 65", QByteArray(65, '[') + QByteArray(65, ']'), false);
        row("a million brackets", QByteArray(1'000'000, '['), false);
        row("duplicate key", R"({"a":1,"b":2,"a":3})", false);
        row("duplicate key by escape", R"({"a":1,"\u0061":3})", false);
        row("duplicate key below", R"([{"x":{"a":1,"a":{}}}])", false);
        row("empty", "", false);
        row("white space", " \n", false);
        row("trailing comma", "[1,]", false);
        row("trailing text", "{} {}", false);
        row("zero byte", QByteArray("{}\0{}", 5), false);
        row("zero byte in a string", QByteArray("[\"\0\"]", 5), false);
        row("comment", "/* a */ 1", false);
        row("single quotes", "{'a':1}", false);
        row("leading zero", "[01]", false);
        row("not a number", "[NaN]", false);
        row("number too large", "[1e999]", false);
        row("control character", "[\"\n\"]", false);
        row("invalid UTF-8", "[\"\xff\"]", false);
        row("overlong UTF-8", "[\"\xc0\xaf\"]", false);
        row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]", false);
        row("lone surrogate escape", R"(["\ud800"])", false);
        row("unfinished", "{\"a\":", false);
    }

    void strictJsonIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        const auto document = parseJson(text.toStdString());
        if (valid)
            QVERIFY_OK(document);
        else
            QVERIFY_FAILS(document, ErrorCode::InvalidInput);
    }

    void aRefusalSaysWhereAndWhatWasExpected()
    {
        const auto comma = parseJson(R"({"a" 1})");
        QVERIFY_FAILS(comma, ErrorCode::InvalidInput);
        QCOMPARE(
            comma.error().detail,
            "JSON, near byte 7: syntax error while parsing object separator - unexpected number literal; expected ':'"s);
        const auto twice = parseJson(R"({"a":1,"a":2})");
        QVERIFY_FAILS(twice, ErrorCode::InvalidInput);
        QCOMPARE(twice.error().detail, "JSON, near byte 10: an object has the same key twice"s);
    }

    void aRefusalDoesNotQuoteWhatWasRead()
    {
        for (const char *text :
             {"{\"name\":\"440305190001010017\n\"}", "[440305190001010017x]", "[440305190001010017e999]",
              "{\"440305190001010017\":1,\"440305190001010017\":2}"}) {
            const auto document = parseJson(text);
            QVERIFY_FAILS(document, ErrorCode::InvalidInput);
            QVERIFY2(document.error().detail.find("44030519") == std::string::npos,
                     document.error().detail.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TstCanonicalJson)
#include "tst_canonical_json.moc"
