// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/rule_desk.h"
#include "core/service/workspace/item_book.h"
#include "tests/core/service/office.h"
#include "tests/support/printers.h"

#include <QTest>

#include <algorithm>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using approval::Language;
using Standing = approval::TriedRow::Standing;

/// The catalogue and the rules as they stood on a day, and what the rules say to a past case's values.
class TstRuleDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyItemOfTheDayIsListed();
    void aCancelledItemIsActiveTheDayBefore();
    void anItemSaysWhoCouldDecideInEveryDistrict();
    void theRulesOfADayAreThoseInForce();
    void aDayBeforeTheFirstVersionHasNoRules();
    void aPastCaseIsDecidedAgainByItsOwnValues();
    void oneChangedValueFiresTheRuleThatNamesIt();
    void whatCannotBeReadIsNamedAndNothingIsDecided();
    void aCaseThatPeopleDecideHasNoValues();
    void aTrialLeavesNoTrace();

private:
    Workspace &open() { return m_office->workspace(); }
    CaseValues valuesOf(std::string_view item);

    std::unique_ptr<Office> m_office;
    Date m_today = *parseIsoDate("2026-11-23");
};

void TstRuleDesk::initTestCase()
{
    m_office = std::make_unique<Office>();
    m_office->importRegisters({{.person = 1}});
    m_office->takeIn({{.person = 1}, {.person = 6, .item = "KY-005", .fields = "{}"}});
    m_office->work();
}

CaseValues TstRuleDesk::valuesOf(std::string_view item)
{
    CaseQuery query;
    query.limit = 10;
    for (const CaseLine &line : must(caseListPage(open(), query, {})).lines)
        if (line.item == item)
            return must(valuesOfCase(open(), line.serial));
    return {};
}

void TstRuleDesk::everyItemOfTheDayIsListed()
{
    const ItemList list = must(itemList(open(), m_today, Language::Chinese));
    const auto counts = open().catalogue().counts(m_today);
    const auto count = [&list](permit::ItemStatus status) {
        return static_cast<int>(std::ranges::count(list.items, status, &ItemLine::status));
    };
    QCOMPARE(count(permit::ItemStatus::Active), counts.active);
    QCOMPARE(counts.active, 223);
    QCOMPARE(count(permit::ItemStatus::Cancelled), counts.cancelled);
    QCOMPARE(count(permit::ItemStatus::Transferred), counts.transferred);
    QCOMPARE(list.fields.size(), std::size_t(11));
    const auto byRules = std::ranges::count_if(list.items, [](const ItemLine &line) {
        return line.status == permit::ItemStatus::Active && line.ruleVersion.has_value();
    });
    QCOMPARE(static_cast<std::size_t>(byRules),
             approval::automaticItemCount(open().catalogue(), *open().resources().ruleSets, m_today));
}

void TstRuleDesk::aCancelledItemIsActiveTheDayBefore()
{
    const ItemList now = must(itemList(open(), m_today, Language::English));
    const auto cancelled = std::ranges::find(now.items, permit::ItemStatus::Cancelled, &ItemLine::status);
    QVERIFY(cancelled != now.items.end());
    const ItemSheet sheet = must(itemSheet(open(), cancelled->code, m_today, Language::English));
    QVERIFY(!sheet.item.statusBasis.empty());
    const Date before = *sheet.item.statusSince - std::chrono::days{1};
    const auto then = itemList(open(), before, Language::English);
    QVERIFY_OK(then);
    const auto same = std::ranges::find(then->items, cancelled->code, &ItemLine::code);
    QVERIFY(same == then->items.end() || same->status == permit::ItemStatus::Active);
}

void TstRuleDesk::anItemSaysWhoCouldDecideInEveryDistrict()
{
    const ItemSheet sheet = must(itemSheet(open(), "CZ-001", m_today, Language::Chinese));
    QVERIFY(!sheet.powers.empty());
    for (const ItemPower &power : sheet.powers) {
        QVERIFY2(power.district.find_first_not_of("0123456789") != std::string::npos, power.district.c_str());
        QVERIFY(!power.organisation.empty() && !power.basis.empty());
    }
    QCOMPARE(sheet.evidence.size(), sheet.item.materials.size());
    QVERIFY_FAILS(itemSheet(open(), "ZZ-999", m_today, Language::Chinese), ErrorCode::NotFound);
}

void TstRuleDesk::theRulesOfADayAreThoseInForce()
{
    const RuleSheet sheet =
        must(ruleSheet(open(), "ride-hailing-driver-licence", m_today, Language::Chinese));
    QVERIFY(!sheet.tables.empty() && !sheet.fields.empty() && !sheet.laws.empty());
    QCOMPARE(sheet.modelDigest.size(), std::size_t(64));
    const RuleSheet same = must(ruleSheet(open(), sheet.code, sheet.version.version, Language::English));
    QCOMPARE(same.modelDigest, sheet.modelDigest);
    QCOMPARE(same.tables.size(), sheet.tables.size());
}

void TstRuleDesk::aDayBeforeTheFirstVersionHasNoRules()
{
    QVERIFY_FAILS(
        ruleSheet(open(), "ride-hailing-driver-licence", *parseIsoDate("1999-01-01"), Language::Chinese),
        ErrorCode::NotFound);
}

void TstRuleDesk::aPastCaseIsDecidedAgainByItsOwnValues()
{
    const CaseValues values = valuesOf("CZ-001");
    const TrialAnswer answer =
        must(tryValues(open(), values.code, values.version, values.values, Language::Chinese));
    QVERIFY(answer.unreadable.empty());
    QCOMPARE(answer.trial.outcome, approval::Outcome::Grant);
}

void TstRuleDesk::oneChangedValueFiresTheRuleThatNamesIt()
{
    CaseValues values = valuesOf("CZ-001");
    const RuleSheet sheet = must(ruleSheet(open(), values.code, values.version, Language::Chinese));
    const auto field = std::ranges::find(sheet.fields, std::string("准驾车型"), &TrialField::label);
    QVERIFY(field != sheet.fields.end());
    values.values[static_cast<std::size_t>(field - sheet.fields.begin())] = "F";
    const TrialAnswer answer =
        must(tryValues(open(), values.code, values.version, values.values, Language::Chinese));
    QVERIFY(answer.trial.outcome != approval::Outcome::Grant);
    QVERIFY(!answer.trial.findings.empty());
    const auto fires = [](const approval::TriedTable &table) {
        return std::ranges::any_of(
            table.rows, [](const approval::TriedRow &row) { return row.standing == Standing::Fired; });
    };
    QVERIFY(std::ranges::any_of(answer.trial.tables, fires));
}

void TstRuleDesk::whatCannotBeReadIsNamedAndNothingIsDecided()
{
    CaseValues values = valuesOf("CZ-001");
    const RuleSheet sheet = must(ruleSheet(open(), values.code, values.version, Language::Chinese));
    const auto number = std::ranges::find(sheet.fields, approval::FactType::Number, &TrialField::type);
    QVERIFY(number != sheet.fields.end());
    const auto place = static_cast<std::size_t>(number - sheet.fields.begin());
    values.values[place] = "three";
    const TrialAnswer answer =
        must(tryValues(open(), values.code, values.version, values.values, Language::Chinese));
    QCOMPARE(answer.unreadable, std::vector{place});
    QVERIFY(answer.trial.tables.empty());
}

void TstRuleDesk::aCaseThatPeopleDecideHasNoValues()
{
    CaseQuery query;
    query.limit = 10;
    for (const CaseLine &line : must(caseListPage(open(), query, {})).lines)
        if (line.item == "KY-005")
            QVERIFY_FAILS(valuesOfCase(open(), line.serial), ErrorCode::NotFound);
}

void TstRuleDesk::aTrialLeavesNoTrace()
{
    const auto before = must(statusOf(open()));
    const CaseValues values = valuesOf("CZ-001");
    must(tryValues(open(), values.code, values.version, values.values, Language::Chinese));
    const auto after = must(statusOf(open()));
    QCOMPARE(after.decisions, before.decisions);
    QCOMPARE(after.events, before.events);
}

QTEST_APPLESS_MAIN(TstRuleDesk)
#include "tst_rule_desk.moc"
