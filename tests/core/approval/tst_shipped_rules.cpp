// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule.h"
#include "core/approval/decision_record.h"
#include "core/approval/explanation.h"
#include "core/approval/rule_listing.h"
#include "core/base/random.h"
#include "core/dmn/compiled_model.h"
#include "tests/core/approval/shipped_rules.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::approval;

namespace {

constexpr int kCasesPerRuleSet = 300;

/// Made-up facts of every type: mostly values that some rule speaks of, so that rules apply now and then.
class FactMaker
{
public:
    FactMaker(const RuleSet &ruleSet, std::uint64_t seed) : m_ruleSet(ruleSet), m_random(seed)
    {
        m_dictionary = tests::shippedDictionary();
    }

    DecisionInputs make()
    {
        DecisionInputs inputs = tests::SmallCase().inputs(m_ruleSet, {});
        for (std::size_t i = 0; i < inputs.facts.values.size(); ++i)
            inputs.facts.values[i] = Fact{value(m_ruleSet.manifest().facts[i]), FactCause::None};
        for (EvidenceUse &use : inputs.facts.evidence) {
            use.status = EvidenceStatus::Answered;
            use.digest = sha256("x");
        }
        return inputs;
    }

    std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }

private:
    feel::Value value(const FactDefinition &fact)
    {
        switch (fact.type) {
        case FactType::Boolean: return feel::Value(below(2) == 0);
        case FactType::Number: return feel::Value(static_cast<int>(below(4) == 0 ? below(100) : below(5)));
        case FactType::Date:
            return feel::Value(feel::Date::of(*parseIsoDate("2026-11-22")
                                              + std::chrono::days(static_cast<int>(below(4000)) - 2000)));
        case FactType::NumberList:
            return feel::Value(
                std::vector<feel::Value>{feel::Value(3), feel::Value(static_cast<int>(below(13)))});
        case FactType::StringList: return feel::Value(std::vector<feel::Value>{});
        case FactType::String: break;
        }
        const EvidenceField *field = m_dictionary.fieldOf(fact);
        if (field && !field->words.empty())
            return feel::Value(field->words[below(field->words.size())].value);
        if (fact.field == "applicant.kind")
            return feel::Value(below(2) == 0 ? "person" : "enterprise");
        return feel::Value(below(5) == 0 ? "乙" : "甲");
    }

    const RuleSet &m_ruleSet;
    SeededRandom m_random;
    EvidenceDictionary m_dictionary;
};

/// Lines of the model's file in which an annotation says that the number is not confirmed.
std::size_t annotationsWithoutNumber(const RuleSet &ruleSet)
{
    const std::string model =
        tests::readFile(tests::sourcePath("resources/models/" + ruleSet.code() + "/1.dmn"));
    std::size_t count = 0;
    std::size_t begin = 0;
    while ((begin = model.find("<annotationEntry>", begin)) != std::string::npos) {
        const std::size_t end = model.find("</annotationEntry>", begin);
        count += model.substr(begin, end - begin).find(kUnconfirmedArticle) == std::string::npos ? 0 : 1;
        begin = end;
    }
    return count;
}

} // namespace

/// The rule sets as they are shipped, with made-up facts.
class TstShippedRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thereAreSeventeen();
    void noRefusalRestsOnAnArticleThatNobodyConfirmed();
    void knownFactsNeverMakeAModelFail_data();
    void knownFactsNeverMakeAModelFail();
    void aSourceThatIsDownNeverDecides_data();
    void aSourceThatIsDownNeverDecides();
    void unknownFactsNeverChangeAnAutomaticDecision_data();
    void unknownFactsNeverChangeAnAutomaticDecision();
    void capsulesVerifyAndRecordsRemakeThem_data();
    void capsulesVerifyAndRecordsRemakeThem();
    void explanationsNameEveryArticle_data();
    void explanationsNameEveryArticle();
    void explanationsInEnglishHaveNoChineseNamesOfFacts_data();
    void explanationsInEnglishHaveNoChineseNamesOfFacts();
    void recordsStaySmall();

private:
    void ruleSetRows();
    RuleSetPtr current() const;

    RuleSetLibrary m_library;
    DecisionEngine m_engine;
};

void TstShippedRules::initTestCase()
{
    m_library = tests::shippedRules();
}

void TstShippedRules::ruleSetRows()
{
    QTest::addColumn<std::string>("code");
    for (const RuleSetPtr &ruleSet : m_library.all())
        QTest::newRow(ruleSet->code().c_str()) << ruleSet->code();
}

RuleSetPtr TstShippedRules::current() const
{
    const std::string code = *static_cast<std::string *>(QTest::qData("code", qMetaTypeId<std::string>()));
    return m_library.version(code, 1);
}

void TstShippedRules::thereAreSeventeen()
{
    QCOMPARE(m_library.all().size(), std::size_t(17));
}

void TstShippedRules::noRefusalRestsOnAnArticleThatNobodyConfirmed()
{
    std::size_t rules = 0;
    std::size_t withoutNumber = 0;
    std::size_t refusing = 0;
    std::size_t written = 0;
    for (const RuleSetPtr &ruleSet : m_library.all()) {
        written += annotationsWithoutNumber(*ruleSet);
        for (const RuleLine &rule : listRules(*ruleSet)) {
            ++rules;
            withoutNumber += rule.hasArticleNumber() ? 0 : 1;
            refusing += rule.mayRefuse() ? 1 : 0;
            QVERIFY2(!rule.mayRefuse() || rule.isConfirmed(), rule.code.c_str());
            QVERIFY2(!rule.mayRefuse() || ruleSet->manifest().area == "car-quota", rule.code.c_str());
        }
    }
    QVERIFY(refusing > 0 && rules > refusing);
    QCOMPARE(withoutNumber, written);
}

void TstShippedRules::knownFactsNeverMakeAModelFail_data()
{
    ruleSetRows();
}

void TstShippedRules::knownFactsNeverMakeAModelFail()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 1);
    for (int i = 0; i < kCasesPerRuleSet; ++i) {
        const Decision &decision = m_engine.decide(*rules, maker.make());
        QVERIFY2(decision.modelErrors.empty(),
                 decision.modelErrors.empty() ? "" : decision.modelErrors[0].c_str());
        QVERIFY(decision.undetermined.empty());
        QVERIFY(decision.reason.kind != ReasonKind::Conflict);
    }
}

void TstShippedRules::aSourceThatIsDownNeverDecides_data()
{
    ruleSetRows();
}

void TstShippedRules::aSourceThatIsDownNeverDecides()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 2);
    for (int i = 0; i < kCasesPerRuleSet; ++i) {
        const DecisionInputs known = maker.make();
        for (std::size_t need = 0; need < rules->needs().size(); ++need) {
            DecisionInputs inputs = known;
            for (std::size_t fact = 0; fact < inputs.facts.values.size(); ++fact) {
                if (rules->needOf(fact) == need)
                    inputs.facts.values[fact] = Fact{feel::Value(), FactCause::Unavailable};
            }
            const Outcome before = m_engine.decide(*rules, known).outcome;
            const Decision &decision = m_engine.decide(*rules, inputs);
            QVERIFY(decision.outcome != Outcome::Refuse || before == Outcome::Refuse);
            QVERIFY(decision.outcome != Outcome::Grant || before == Outcome::Grant);
        }
    }
}

void TstShippedRules::unknownFactsNeverChangeAnAutomaticDecision_data()
{
    ruleSetRows();
}

void TstShippedRules::unknownFactsNeverChangeAnAutomaticDecision()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 3);
    for (int i = 0; i < 4 * kCasesPerRuleSet; ++i) {
        const DecisionInputs known = maker.make();
        DecisionInputs inputs = known;
        std::string veiled;
        for (std::size_t fact = 0; fact < inputs.facts.values.size(); ++fact) {
            if (maker.below(6) != 0)
                continue;
            inputs.facts.values[fact] = Fact{feel::Value(), FactCause::Timeout};
            veiled += " " + rules->manifest().facts[fact].name;
        }
        const Decision full = m_engine.decide(*rules, known);
        const Decision &decision = m_engine.decide(*rules, inputs);
        if (!decision.isAutomatic())
            continue;
        QVERIFY2(decision.outcome == full.outcome, veiled.c_str());
        QVERIFY2(decision.findings == full.findings, veiled.c_str());
    }
}

void TstShippedRules::capsulesVerifyAndRecordsRemakeThem_data()
{
    ruleSetRows();
}

void TstShippedRules::capsulesVerifyAndRecordsRemakeThem()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 4);
    for (int i = 0; i < 20; ++i) {
        const DecisionInputs inputs = maker.make();
        const std::string capsule = makeCapsule(*rules, inputs, m_engine);
        const CapsuleCheck check = verifyCapsule(capsule, m_library, m_engine);
        QVERIFY2(check.isGenuine(), (check.where + ": " + check.message).c_str());
        DecisionInputs remade = inputs;
        std::string record;
        appendRecord(*rules, inputs, record);
        QVERIFY_OK(readRecord(*rules, record, remade));
        QVERIFY(makeCapsule(*rules, remade, m_engine) == capsule);
        std::string changed = capsule;
        changed[maker.below(changed.size())] ^= 1;
        QVERIFY(!verifyCapsule(changed, m_library, m_engine).isGenuine());
    }
}

void TstShippedRules::explanationsNameEveryArticle_data()
{
    ruleSetRows();
}

void TstShippedRules::explanationsNameEveryArticle()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 5);
    const std::string page = explain(*rules, maker.make(), m_engine, Language::Chinese);
    const std::string bytes =
        tests::readFile(tests::sourcePath("resources/models/" + rules->code() + "/1.dmn"));
    const auto model = dmn::CompiledModel::load(bytes);
    QVERIFY_OK(model);
    std::size_t conditions = 0;
    for (std::size_t table = 0; table < (*model)->tableCount(); ++table)
        conditions += (*model)->table(table).rules.size();
    std::size_t lines = 0;
    for (std::size_t at = page.find("形:"); at != std::string::npos; at = page.find("形:", at + 1))
        ++lines;
    QCOMPARE(lines, conditions);
    for (const LegalSource &source : rules->manifest().legalSources)
        QVERIFY2(page.find("《" + source.title + "》") != std::string::npos, source.title.c_str());
}

void TstShippedRules::explanationsInEnglishHaveNoChineseNamesOfFacts_data()
{
    ruleSetRows();
}

void TstShippedRules::explanationsInEnglishHaveNoChineseNamesOfFacts()
{
    const RuleSetPtr rules = current();
    FactMaker maker(*rules, 6);
    const std::string page = explain(*rules, maker.make(), m_engine, Language::English);
    for (const FactDefinition &fact : rules->manifest().facts) {
        for (const std::string &text : {fact.name + " is ", " " + fact.name + " "})
            QVERIFY2(page.find(text) == std::string::npos, fact.name.c_str());
    }
}

void TstShippedRules::recordsStaySmall()
{
    std::size_t largest = 0;
    for (const RuleSetPtr &rules : m_library.all()) {
        FactMaker maker(*rules, 7);
        std::string record;
        appendRecord(*rules, maker.make(), record);
        largest = std::max(largest, record.size());
    }
    QVERIFY2(largest < 700, std::to_string(largest).c_str());
}

QTEST_APPLESS_MAIN(TstShippedRules)
#include "tst_shipped_rules.moc"
