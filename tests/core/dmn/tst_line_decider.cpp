// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/line_decider.h"
#include "tests/core/dmn/model_text.h"

#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

class TstLineDecider : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsAnsweredByAValue_data();
    void aLineIsAnsweredByAValue();
    void aBadLineIsAnsweredInItsPlace_data();
    void aBadLineIsAnsweredInItsPlace();
    void anUndecidableLineSaysWhy();
    void aLineThatIsTooLongCostsOneLine();
    void linesMayComeInAnyPieces();
    void threadsGiveTheSameBytesInTheSameOrder();
    void withTracingTheValueStandsBesideItsStory();
    void whatCannotBeWrittenEndsIt();
};

namespace {

std::shared_ptr<const CompiledModel> model()
{
    return compiled(definitions(input("a", "number") + input("b", "number") + input("名", "string")
                                + input("日", "date") + literal("和", "a + b", {"a", "b"})
                                + literal("名字", "名", {"名"})
                                + literal("次日", "日 + duration(\"P1D\")", {"日"})));
}

/// Delivers a text in pieces of one size.
class PieceSource final : public ByteSource
{
public:
    PieceSource(std::string_view text, std::size_t piece) : m_rest(text), m_piece(piece) { }

    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min({m_piece, m_rest.size(), into.size()});
        std::ranges::copy(m_rest.substr(0, count), into.begin());
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
    std::size_t m_piece;
};

struct Answers {
    std::string text;
    LineCounts counts;
};

Answers answersTo(const std::string &lines, const std::string &decision, LineOptions options = {},
                  std::size_t piece = 1000)
{
    const auto compiledModel = model();
    options.decision = compiledModel->find(decision).value();
    PieceSource source(lines, piece);
    Answers answers;
    const auto counts = decideLines(compiledModel, options, source, [&](std::string_view text) -> Result<> {
        answers.text += text;
        return {};
    });
    if (!counts)
        qFatal("%s", counts.error().detail.c_str());
    answers.counts = *counts;
    return answers;
}

} // namespace

void TstLineDecider::aLineIsAnsweredByAValue_data()
{
    QTest::addColumn<std::string>("decision");
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("answer");
    const auto row = [](const char *name, const char *decision, const std::string &line,
                        const std::string &answer) {
        QTest::newRow(name) << std::string(decision) << line << answer;
    };
    row("integers", "和", R"({"a":1,"b":2})", "3");
    row("another order", "和", R"({"b":2,"a":1})", "3");
    row("unknown members", "和", R"({"x":[1,{"y":null}],"a":1,"z":"\u0041","b":2})", "3");
    row("white space", "和", " {\t\"a\" : 1 ,\r \"b\":2 } ", "3");
    row("decimals stay exact", "和", R"({"a":0.1,"b":0.2})", "0.3");
    row("34 digits", "和", R"({"a":1234567890123456789012345678901234,"b":0})",
        "1234567890123456789012345678901234");
    row("19 digits", "和", R"({"a":9223372036854775807,"b":1})", "9223372036854775808");
    row("exponents", "和", R"({"a":1e3,"b":-2.5E-1})", "999.75");
    row("negative zero", "和", R"({"a":-0,"b":-0.00})", "0");
    row("short text", "名字", R"({"名":"张三"})", R"("张三")");
    row("long text", "名字", R"({"名":"呼和浩特市赛罕区行政审批局"})", R"("呼和浩特市赛罕区行政审批局")");
    row("escapes", "名字", R"({"名":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 end"})",
        "\"\\\"\\\\/\\b\\f\\n\\r\\té😀 end\"");
    row("an escaped name", "名字", R"({"\u540d":"x"})", R"("x")");
    row("dates", "次日", R"({"日":"2024-02-28"})", R"("2024-02-29")");
}

void TstLineDecider::aLineIsAnsweredByAValue()
{
    QFETCH(std::string, decision);
    QFETCH(std::string, line);
    QFETCH(std::string, answer);
    const Answers answers = answersTo(line, decision);
    QCOMPARE(answers.text, answer + "\n");
    QCOMPARE(answers.counts.lines, std::uint64_t(1));
    QCOMPARE(answers.counts.errors, std::uint64_t(0));
}

void TstLineDecider::aBadLineIsAnsweredInItsPlace_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("detail");
    const auto row = [](const char *name, const std::string &line, const std::string &detail) {
        QTest::newRow(name) << line << detail;
    };
    row("no JSON", "x", "$ is not an object");
    row("nothing", "", "$ is not an object");
    row("an array", "[1]", "$ is not an object");
    row("cut off", R"({"a":)", "malformed JSON at byte 6: the text ends where a value should stand");
    row("something behind", R"({"a":1} 2)", "malformed JSON at byte 9: something follows the value");
    row("a missing comma", R"({"a":1 "b":2})",
        "malformed JSON at byte 8: a comma or a closing brace should stand here");
    row("a comma too many", R"({"a":1,})", "malformed JSON at byte 8: a member's name should stand here");
    row("a leading zero", R"({"a":01})", "malformed JSON at byte 8: a number is not written like this");
    row("a bare point", R"({"a":1.})", "malformed JSON at byte 8: a number is not written like this");
    row("a plus sign", R"({"a":+1})", "malformed JSON at byte 6: this begins no value");
    row("an unknown word", R"({"a":nul})", "malformed JSON at byte 6: this begins no value");
    row("an unknown escape", R"({"名":"\x"})", "malformed JSON at byte 10: there is no such escape");
    row("half a pair", R"({"名":"\ud83d"})",
        "malformed JSON at byte 15: half of a surrogate pair stands alone");
    row("the wrong half", R"({"名":"\ude00"})",
        "malformed JSON at byte 15: half of a surrogate pair stands alone");
    row("a control character", "{\"名\":\"a\tb\"}",
        "malformed JSON at byte 10: a control character stands in a string");
    row("no UTF-8", "{\"名\":\"\xC3\x28 and more of it\"}", "the text is not UTF-8");
    row("a member twice", R"({"a":1,"a":2})", "$.a stands twice");
    row("another kind", R"({"a":"1"})", "$.a is not a number");
    row("a list for a number", R"({"a":[1]})", "$.a is an array and not a number");
    row("no date", R"({"日":"2024-02-30"})", "$.日 is not a date");
    row("too large", R"({"a":1e7000})", "$.a is out of range");
}

void TstLineDecider::aBadLineIsAnsweredInItsPlace()
{
    QFETCH(std::string, line);
    QFETCH(std::string, detail);
    const Answers answers = answersTo("{\"a\":1,\"b\":2}\r\n" + line + "\r\n{\"a\":3,\"b\":4}\r\n", "和");
    QCOMPARE(answers.text,
             "3\n{\"detail\":\"" + detail + "\",\"error\":\"" + std::string(codeName(ErrorCode::InvalidInput))
                 + "\",\"line\":2}\n7\n");
    QCOMPARE(answers.counts.lines, std::uint64_t(3));
    QCOMPARE(answers.counts.errors, std::uint64_t(1));
}

void TstLineDecider::anUndecidableLineSaysWhy()
{
    const Answers answers = answersTo("{\"a\":1}\n{\"a\":1,\"b\":1}", "和");
    QVERIFY2(contains(answers.text, "\"error\":\"undecidable\",\"line\":1}\n2\n"), answers.text.c_str());
    QCOMPARE(answers.counts.errors, std::uint64_t(1));
}

void TstLineDecider::aLineThatIsTooLongCostsOneLine()
{
    const std::string longLine = "{\"名\":\"" + std::string(500'000, 'x') + "\"}";
    const Answers answers = answersTo("{\"a\":1,\"b\":2}\n" + longLine + "\n{\"a\":3,\"b\":4}\n" + longLine,
                                      "和", {.longestLine = 1000}, 100'000);
    const std::string refused = "{\"detail\":\"the line is longer than 1000 bytes\",\"error\":\""
        + std::string(codeName(ErrorCode::InvalidInput)) + "\",\"line\":";
    QCOMPARE(answers.text, "3\n" + refused + "2}\n7\n" + refused + "4}\n");
}

void TstLineDecider::linesMayComeInAnyPieces()
{
    std::string lines;
    for (int i = 0; i < 50; ++i)
        lines += "{\"名\":\"呼和浩特 " + std::to_string(i) + "\"}\n";
    const std::string whole = answersTo(lines, "名字", {}, lines.size()).text;
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U, 100U})
        QCOMPARE(answersTo(lines, "名字", {}, piece).text, whole);
}

void TstLineDecider::threadsGiveTheSameBytesInTheSameOrder()
{
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += i % 97 == 0 ? "broken\n"
                             : "{\"a\":" + std::to_string(i) + ",\"b\":" + std::to_string(i % 13) + "}\n";
    const Answers one = answersTo(lines, "和", {}, 1 << 20);
    const Answers three = answersTo(lines, "和", {.threads = 3}, 5000);
    QCOMPARE(one.counts.lines, std::uint64_t(20'000));
    QCOMPARE(one.counts.errors, std::uint64_t(207));
    QCOMPARE(three.counts.errors, one.counts.errors);
    QVERIFY(three.text == one.text);
}

void TstLineDecider::withTracingTheValueStandsBesideItsStory()
{
    const Answers answers = answersTo("{\"a\":1,\"b\":2}\n", "和", {.tracing = Tracing::On});
    QVERIFY2(answers.text.starts_with("{\"trace\":{\"decisions\":["), answers.text.c_str());
    QVERIFY2(answers.text.ends_with("},\"value\":3}\n"), answers.text.c_str());
}

void TstLineDecider::whatCannotBeWrittenEndsIt()
{
    std::string lines;
    for (int i = 0; i < 100'000; ++i)
        lines += "{\"a\":1,\"b\":2}\n";
    const auto compiledModel = model();
    for (const unsigned threads : {1U, 2U}) {
        TextSource source(lines);
        const auto counts = decideLines(
            compiledModel, {.decision = compiledModel->find("和").value(), .threads = threads}, source,
            [](std::string_view) -> Result<> { return fail(ErrorCode::Unavailable, "full"); });
        QVERIFY(!counts);
        QCOMPARE(counts.error().code, ErrorCode::Unavailable);
    }
}

QTEST_APPLESS_MAIN(TstLineDecider)
#include "tst_line_decider.moc"
