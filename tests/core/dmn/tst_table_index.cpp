// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/model_text.h"

#include <QTest>

#include <random>

using namespace tongban;
using namespace tongban::dmn;
using namespace tongban::test;

/// Random tables against a naive reading of their cells that shares no code with the engine.
class TstTableIndex : public QObject
{
    Q_OBJECT

private slots:
    void theIndexAgreesWithNaiveTests_data();
    void theIndexAgreesWithNaiveTests();
    void aLargeTableStaysSmall();
};

namespace {

enum class Status { Failed, Undetermined, Matched };

enum class Column { Number, Text, Day };

/// A cell in tenths or days: whole tenths exercise the decimals, texts the hash.
struct Cell {
    enum class Form { Any, Equal, List, Range, Below, Not, Text, NotText, Residual } form = Form::Any;
    int low = 0;
    int high = 0;
    bool lowIncluded = true;
    bool highIncluded = true;
};

std::string tenths(int value)
{
    const std::string text =
        std::to_string(std::abs(value) / 10) + "." + std::to_string(std::abs(value) % 10);
    return value < 0 ? "-" + text : text;
}

std::string day(int value)
{
    return feel::Date::fromDayNumber(20'000 + value)->text();
}

std::string quoted(int value)
{
    return "\"文" + std::to_string(value) + "\"";
}

std::string textOf(const Cell &cell, Column column)
{
    const auto end = [column](int value) {
        return column == Column::Day ? "@\"" + day(value) + "\"" : tenths(value);
    };
    switch (cell.form) {
    case Cell::Form::Any: return "-";
    case Cell::Form::Equal: return end(cell.low) + ", " + end(cell.high);
    case Cell::Form::List: return "[" + end(cell.low) + ", " + end(cell.high) + "]";
    case Cell::Form::Range:
        return (cell.lowIncluded ? "[" : "(") + end(cell.low) + ".." + end(cell.high)
            + (cell.highIncluded ? "]" : ")");
    case Cell::Form::Below: return (cell.lowIncluded ? "<= " : "< ") + end(cell.low);
    case Cell::Form::Not: return "not([" + end(cell.low) + ".." + end(cell.high) + "])";
    case Cell::Form::Text: return quoted(cell.low) + "," + quoted(cell.high);
    case Cell::Form::NotText: return "not(" + quoted(cell.low) + ")";
    case Cell::Form::Residual: return "> " + tenths(cell.low) + " + 0 * 乘";
    }
    return "";
}

/// The value counts in halves of what the cell counts in, so that it can lie between two of its constants.
bool holds(const Cell &cell, int value)
{
    const int low = 2 * cell.low;
    const int high = 2 * cell.high;
    switch (cell.form) {
    case Cell::Form::Any: return true;
    case Cell::Form::Equal:
    case Cell::Form::List:
    case Cell::Form::Text: return value == low || value == high;
    case Cell::Form::Range:
        return (value > low || (cell.lowIncluded && value == low))
            && (value < high || (cell.highIncluded && value == high));
    case Cell::Form::Below: return cell.lowIncluded ? value <= low : value < low;
    case Cell::Form::Not: return value < low || value > high;
    case Cell::Form::NotText: return value != low;
    case Cell::Form::Residual: return value > low;
    }
    return false;
}

/// The value that counts so many halves.
feel::Value valueOf(Column column, int halves)
{
    switch (column) {
    case Column::Number: return feel::Value(feel::Decimal::scaled(5 * halves, 2));
    case Column::Text: return feel::Value("文" + std::to_string(halves / 2));
    case Column::Day: return feel::Value(*feel::Date::parse(day(halves / 2)));
    }
    return {};
}

struct RandomTable {
    std::vector<Column> kinds;
    std::vector<std::vector<Cell>> rules;

    RandomTable(std::mt19937 &random, int columns, int ruleCount)
    {
        const auto below = [&](int n) {
            return static_cast<int>(random() % static_cast<unsigned>(n));
        };
        for (int c = 0; c < columns; ++c)
            kinds.push_back(std::array{Column::Number, Column::Text, Column::Day,
                                       Column::Number}[static_cast<std::size_t>(below(4))]);
        for (int r = 0; r < ruleCount; ++r) {
            auto &rule = rules.emplace_back();
            for (int c = 0; c < columns; ++c) {
                Cell cell{Cell::Form::Any, below(60) - 20, 0, below(2) == 0, below(2) == 0};
                cell.high = cell.low + below(30);
                const int pick = below(10);
                const Column kind = kinds[static_cast<std::size_t>(c)];
                if (kind == Column::Text)
                    cell.form = pick < 4 ? Cell::Form::Any
                        : pick < 8       ? Cell::Form::Text
                                         : Cell::Form::NotText;
                else if (pick >= 3)
                    cell.form = std::array{Cell::Form::Equal, Cell::Form::Range, Cell::Form::Range,
                                           Cell::Form::Below, Cell::Form::Not,   Cell::Form::Residual,
                                           Cell::Form::List}[static_cast<std::size_t>(pick - 3)];
                if (kind == Column::Day && cell.form == Cell::Form::Residual)
                    cell.form = Cell::Form::Range;
                rule.push_back(cell);
            }
        }
    }

    std::string file() const
    {
        TableText table;
        table.policy = "RULE ORDER";
        table.outputs = {{"o", "number"}};
        for (std::size_t c = 0; c < kinds.size(); ++c)
            table.inputs.push_back({"列" + std::to_string(c),
                                    kinds[c] == Column::Text      ? "string"
                                        : kinds[c] == Column::Day ? "date"
                                                                  : "number"});
        table.inputs.push_back({"乘", "number"});
        for (std::size_t r = 0; r < rules.size(); ++r) {
            auto &row = table.rules.emplace_back();
            for (std::size_t c = 0; c < kinds.size(); ++c)
                row.push_back(textOf(rules[r][c], kinds[c]));
            row.push_back("-");
            row.push_back(std::to_string(r));
        }
        return table.file();
    }
};

} // namespace

void TstTableIndex::theIndexAgreesWithNaiveTests_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rules");
    for (int seed = 1; seed <= 30; ++seed)
        QTest::addRow("small %d", seed) << seed << 1 + seed % 5 << 1 + (seed * 7) % 70;
    QTest::addRow("wide") << 101 << 30 << 50;
    QTest::addRow("long") << 102 << 4 << 1100;
}

void TstTableIndex::theIndexAgreesWithNaiveTests()
{
    QFETCH(int, seed);
    QFETCH(int, columns);
    QFETCH(int, rules);
    std::mt19937 random(static_cast<unsigned>(seed));
    const RandomTable table(random, columns, rules);
    const auto model = compiled(table.file());
    QVERIFY(model->findings().empty());
    Evaluator traced(model, Tracing::On);
    Evaluator plain(model);
    for (int round = 0; round < 60; ++round) {
        traced.reset();
        plain.reset();
        std::vector<std::optional<int>> values;
        const auto set = [&](const std::string &name, const feel::Value &value) {
            traced.setInput(*model->find(name), value);
            plain.setInput(*model->find(name), value);
        };
        set("乘", feel::Value(3));
        for (std::size_t c = 0; c < table.kinds.size(); ++c) {
            const Column kind = table.kinds[c];
            const bool isMissing = random() % 12 == 0;
            const bool isBetween = kind == Column::Number && random() % 4 == 0;
            const int value = 2 * (static_cast<int>(random() % 80) - 30) + (isBetween ? 1 : 0);
            values.push_back(isMissing ? std::nullopt : std::optional(value));
            if (!isMissing)
                set("列" + std::to_string(c), valueOf(kind, value));
        }
        std::string expected;
        const auto outcome = traced.evaluate("结论");
        const TableTrace &trace = traced.trace().tables()[0];
        for (std::size_t r = 0; r < table.rules.size(); ++r) {
            Status status = Status::Matched;
            bool leansOnNull = false;
            for (std::size_t c = 0; c < values.size() && status != Status::Failed; ++c) {
                const Cell &cell = table.rules[r][c];
                if (!values[c])
                    leansOnNull = leansOnNull || cell.form != Cell::Form::Any;
                else if (!holds(cell, *values[c]))
                    status = Status::Failed;
            }
            if (status == Status::Failed) {
                QCOMPARE(trace.status(r), RuleStatus::Failed);
                const Cell &failed = table.rules[r][trace.failedColumn(r)];
                QVERIFY(!holds(failed, values[trace.failedColumn(r)].value()));
            } else if (leansOnNull) {
                QVERIFY(trace.status(r) != RuleStatus::Failed); // a negation may pass null, marked as such
                QVERIFY(!trace.nullColumns(r).empty());
            } else {
                QCOMPARE(trace.status(r), RuleStatus::Matched);
                QVERIFY(trace.nullColumns(r).empty());
            }
            if (trace.status(r) == RuleStatus::Matched)
                expected += (expected.empty() ? "" : ", ") + std::to_string(r);
        }
        QCOMPARE(feel::textOf(outcome->value), "[" + expected + "]");
        QCOMPARE(feel::textOf(plain.evaluate("结论")->value), "[" + expected + "]");
    }
}

void TstTableIndex::aLargeTableStaysSmall()
{
    std::mt19937 random(7);
    RandomTable table(random, 6, 1000);
    const auto model = compiled(table.file());
    QVERIFY(model->findings().empty());
    QCOMPARE(model->tableCount(), std::size_t(1));
    QVERIFY2(model->indexBytes() < 4'000'000, std::to_string(model->indexBytes()).c_str());
}

QTEST_APPLESS_MAIN(TstTableIndex)
#include "tst_table_index.moc"
