// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_book.h"
#include "core/approval/rule_trial.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/printers.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::approval;
using tests::placeOf;
using tests::SmallCase;
using tests::SmallRules;
using Standing = TriedRow::Standing;

/// Rules as a person reads them, and what they say to values that somebody makes up.
class TstRuleBook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aCellIsSaidInWordsWithItsUnit();
    void aCellThatTakesEverythingIsEmpty();
    void theHitPolicyIsASentence();
    void everyRuleHasItsArticle();
    void theOtherLanguageIsLeftOut();
    void whatFitsIsGranted();
    void theFailedConditionIsNamedWithTheValueSeen();
    void aFindingFiresInItsRow();
    void anUnknownValueLeavesItsRowsOpen();
    void typedValuesReadBack_data();
    void typedValuesReadBack();
    void whatIsNoValueOfItsTypeIsRefused_data();
    void whatIsNoValueOfItsTypeIsRefused();

private:
    std::vector<Fact> values() const { return SmallCase().inputs(*m_rules).facts.values; }
    void set(std::vector<Fact> &values, const char *fact, const char *text) const
    {
        const std::size_t place = placeOf(*m_rules, fact);
        values[place] = *readFact(m_rules->manifest().facts[place], text);
    }
    Trial run(const std::vector<Fact> &values) const
    {
        return tryRules(*m_rules, values, *parseIsoDate("2026-06-01"), Language::Chinese);
    }
    const RuleTable &findings() const { return m_tables[0]; }
    const TriedTable &findingsOf(const Trial &trial) const
    {
        return *std::ranges::find(trial.tables, findings().number, &TriedTable::number);
    }
    std::size_t column(const char *title) const
    {
        return static_cast<std::size_t>(std::ranges::find(findings().conditions, std::string(title))
                                        - findings().conditions.begin());
    }

    RuleSetPtr m_rules;
    std::vector<RuleTable> m_tables;
};

void TstRuleBook::initTestCase()
{
    m_rules = SmallRules().compile();
    m_tables = readRules(*m_rules, Language::Chinese);
    QCOMPARE(m_tables.size(), std::size_t(2));
    QCOMPARE(findings().rows.size(), std::size_t(7));
}

void TstRuleBook::aCellIsSaidInWordsWithItsUnit()
{
    QCOMPARE(findings().rows[1].conditions[column("年龄")], std::string("小于 21 岁"));
    QCOMPARE(findings().rows[2].conditions[column("准驾车型")], std::string("不是 C1、B2"));
    QCOMPARE(readRules(*m_rules, Language::English)[0].rows[1].conditions[column("年龄")],
             std::string("less than 21 years"));
}

void TstRuleBook::aCellThatTakesEverythingIsEmpty()
{
    QVERIFY(findings().rows[1].conditions[column("准驾车型")].empty());
}

void TstRuleBook::theHitPolicyIsASentence()
{
    QCOMPARE(findings().policy, std::string("全部收集:符合的各行全部适用。"));
    QCOMPARE(m_tables[1].policy, std::string("首行命中:自上而下,适用第一行符合的。"));
}

void TstRuleBook::everyRuleHasItsArticle()
{
    for (const RuleTable &table : m_tables)
        for (const RuleRow &row : table.rows)
            QVERIFY2(!row.article.empty(), table.name.c_str());
    QCOMPARE(findings().rows[3].article, std::string("《试行规则》T-04"));
}

void TstRuleBook::theOtherLanguageIsLeftOut()
{
    const std::vector<std::string> zh{"代码", "处理", "说明"};
    const std::vector<std::string> en{"Code", "What follows", "What is said"};
    QCOMPARE(findings().results, zh);
    QCOMPARE(readRules(*m_rules, Language::English)[0].results, en);
    QCOMPARE(readRules(*m_rules, Language::English)[0].rows[1].results[2], std::string("Text T-02"));
}

void TstRuleBook::whatFitsIsGranted()
{
    const Trial trial = run(values());
    QCOMPARE(trial.outcome, Outcome::Grant);
    QCOMPARE(trial.conclusion, std::string("准予"));
    QVERIFY(trial.findings.empty());
    QVERIFY(std::ranges::all_of(findingsOf(trial).rows,
                                [](const TriedRow &row) { return row.standing == Standing::Missed; }));
}

void TstRuleBook::theFailedConditionIsNamedWithTheValueSeen()
{
    std::vector<Fact> made = values();
    set(made, "年龄", "30");
    const TriedTable tried = findingsOf(run(made));
    QCOMPARE(tried.rows[1].missedBy.value_or(99), column("年龄"));
    QCOMPARE(tried.seen[column("年龄")], std::string("30"));
}

void TstRuleBook::aFindingFiresInItsRow()
{
    std::vector<Fact> made = values();
    set(made, "准驾车型", "D");
    const Trial trial = run(made);
    QCOMPARE(trial.outcome, Outcome::Notice);
    QCOMPARE(findingsOf(trial).rows[2].standing, Standing::Fired);
    QCOMPARE(findingsOf(trial).rows[1].standing, Standing::Missed);
    QCOMPARE(trial.findings.front().code, std::string("T-03"));
}

void TstRuleBook::anUnknownValueLeavesItsRowsOpen()
{
    std::vector<Fact> made = values();
    set(made, "准驾车型", "");
    const Trial trial = run(made);
    QVERIFY(trial.outcome == Outcome::AwaitEvidence || trial.outcome == Outcome::Refer);
    QCOMPARE(findingsOf(trial).rows[2].standing, Standing::Open);
    QCOMPARE(findingsOf(trial).rows[2].openColumns, std::vector{column("准驾车型")});
    QCOMPARE(trial.unknown, std::vector<std::string>{"准驾车型"});
}

void TstRuleBook::typedValuesReadBack_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    // clang-format off
    QTest::newRow("number")      << "年龄"         << " 30 "        << "30";
    QTest::newRow("full width")  << "年龄"         << "30"        << "30";
    QTest::newRow("day")         << "初次领证日期" << "2015-03-10"  << "2015-03-10";
    QTest::newRow("truth")       << "本市户籍"     << "true"        << "true";
    QTest::newRow("word")        << "准驾车型"     << "C1"          << "C1";
    QTest::newRow("list")        << "近三周期记分" << "3、0,6"     << "3, 0, 6";
    QTest::newRow("left open")   << "居住证有效期至" << "null"      << "null";
    QTest::newRow("nobody knows")<< "年龄"         << ""            << "";
    // clang-format on
}

void TstRuleBook::typedValuesReadBack()
{
    QFETCH(QString, fact);
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    const std::size_t place = placeOf(*m_rules, fact.toStdString());
    const auto read = readFact(m_rules->manifest().facts[place], typed.toStdString());
    QVERIFY(read);
    QCOMPARE(QString::fromStdString(factText(*read)), kept);
}

void TstRuleBook::whatIsNoValueOfItsTypeIsRefused_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("typed");
    // clang-format off
    QTest::newRow("number") << "年龄"         << "thirty";
    QTest::newRow("day")    << "初次领证日期" << "2015-02-30";
    QTest::newRow("truth")  << "本市户籍"     << "perhaps";
    QTest::newRow("list")   << "近三周期记分" << "3, x";
    // clang-format on
}

void TstRuleBook::whatIsNoValueOfItsTypeIsRefused()
{
    QFETCH(QString, fact);
    QFETCH(QString, typed);
    const std::size_t place = placeOf(*m_rules, fact.toStdString());
    const auto read = readFact(m_rules->manifest().facts[place], typed.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
}

QTEST_APPLESS_MAIN(TstRuleBook)
#include "tst_rule_book.moc"
