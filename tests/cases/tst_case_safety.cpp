// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_engine.h"
#include "core/feel/json.h"
#include "tests/cases/rule_cases.h"
#include "tests/core/approval/shipped_rules.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/paths.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace tongban;
using namespace tongban::approval;
using tongban::test::RuleCase;
using tongban::test::RuleSetCases;

namespace {

feel::Type typeOf(FactType type)
{
    switch (type) {
    case FactType::Boolean: return feel::Type::boolean();
    case FactType::Number: return feel::Type::number();
    case FactType::String: return feel::Type::string();
    case FactType::Date: return feel::Type::date();
    case FactType::NumberList: return feel::Type::list(feel::Type::number());
    case FactType::StringList: return feel::Type::list(feel::Type::string());
    }
    return feel::Type::any();
}

using Values = std::vector<Fact>;

/// The facts of a case in the order of the manifest; what it leaves open is an open field.
Values valuesOf(const RuleSet &ruleSet, const RuleCase &written)
{
    Values values;
    for (const FactDefinition &fact : ruleSet.manifest().facts) {
        const auto given = written.facts.find(fact.name);
        const bool isOpen = given == written.facts.end() || given->second.is_null();
        if (isOpen)
            values.push_back({feel::Value(), FactCause::FieldEmpty});
        else
            values.push_back(
                {feel::parseJson(given->second.dump(), typeOf(fact.type)).value(), FactCause::None});
    }
    return values;
}

/// Facts that become unknown together: those of one source's record, and each alone.
std::vector<std::vector<std::size_t>> veils(const RuleSet &ruleSet)
{
    std::vector<std::vector<std::size_t>> groups(ruleSet.needs().size());
    for (std::size_t fact = 0; fact < ruleSet.manifest().facts.size(); ++fact) {
        if (ruleSet.needOf(fact) != RuleSet::kNoNeed)
            groups[ruleSet.needOf(fact)].push_back(fact);
        groups.push_back({fact});
    }
    return groups;
}

} // namespace

/// The cases as lawyers wrote them, with one source or one fact at a time that nobody answers for. Every
/// outcome is allowed here, more than the catalogue gives the machine.
class TstCaseSafety : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingIsDecidedThatAnAnswerCouldChange_data() { ruleSets(); }
    void nothingIsDecidedThatAnAnswerCouldChange();
    void aDecisionWithoutAnAnswerIsTheOneWithIt_data() { ruleSets(); }
    void aDecisionWithoutAnAnswerIsTheOneWithIt();

private:
    void ruleSets() const;
    void load();
    const Decision &decide(const Values &values);
    void tryAnswers(const std::vector<std::size_t> &veil, Values values, const Decision &veiled,
                    const std::string &title);

    RuleSetLibrary m_library;
    DecisionEngine m_engine;
    RuleSetPtr m_ruleSet;
    DecisionInputs m_inputs;
    std::vector<std::string> m_titles;
    std::vector<Values> m_cases;
};

void TstCaseSafety::initTestCase()
{
    m_library = tests::shippedRules();
}

void TstCaseSafety::ruleSets() const
{
    QTest::addColumn<QString>("ruleSet");
    for (const RuleSetPtr &ruleSet : m_library.all())
        QTest::newRow(ruleSet->code().c_str()) << QString::fromStdString(ruleSet->code());
}

void TstCaseSafety::load()
{
    m_ruleSet = m_library.version(QTest::currentDataTag(), 1);
    const auto cases = test::readRuleSetCases(tests::sourcePath(""), m_ruleSet->code());
    QVERIFY2(cases.has_value(), m_ruleSet->code().c_str());
    m_inputs = tests::SmallCase().inputs(*m_ruleSet, {});
    for (EvidenceUse &use : m_inputs.facts.evidence) {
        use.status = EvidenceStatus::Answered;
        use.digest = sha256("x");
    }
    m_titles.clear();
    m_cases.clear();
    for (const RuleCase &written : cases->cases) {
        m_titles.push_back(written.title);
        m_cases.push_back(valuesOf(*m_ruleSet, written));
    }
}

const Decision &TstCaseSafety::decide(const Values &values)
{
    m_inputs.facts.values = values;
    return m_engine.decide(*m_ruleSet, m_inputs);
}

/// Gives the veiled facts what they have in every other case: the decision has to stay.
void TstCaseSafety::tryAnswers(const std::vector<std::size_t> &veil, Values values, const Decision &veiled,
                               const std::string &title)
{
    const Outcome outcome = veiled.outcome;
    const std::vector<Finding> findings = veiled.findings;
    for (const Values &other : m_cases) {
        for (const std::size_t fact : veil)
            values[fact] = other[fact];
        const Decision &answered = decide(values);
        const bool isSame = answered.outcome == outcome && answered.findings == findings;
        // An answer may itself leave something open; then nothing was said that is against the decision.
        QVERIFY2(isSame || !answered.undetermined.empty(),
                 (title + ", without " + m_ruleSet->manifest().facts[veil.front()].name).c_str());
    }
}

void TstCaseSafety::nothingIsDecidedThatAnAnswerCouldChange()
{
    load();
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        for (const std::vector<std::size_t> &veil : veils(*m_ruleSet)) {
            Values values = m_cases[i];
            for (const std::size_t fact : veil)
                values[fact] = {feel::Value(), FactCause::Unavailable};
            const Decision decision = decide(values);
            if (decision.isAutomatic())
                tryAnswers(veil, values, decision, m_titles[i]);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TstCaseSafety::aDecisionWithoutAnAnswerIsTheOneWithIt()
{
    load();
    std::size_t waiting = 0;
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        const Decision full = decide(m_cases[i]);
        if (!full.undetermined.empty())
            continue;
        for (const std::vector<std::size_t> &veil : veils(*m_ruleSet)) {
            Values values = m_cases[i];
            for (const std::size_t fact : veil)
                values[fact] = {feel::Value(), FactCause::Timeout};
            const Decision &decision = decide(values);
            waiting += decision.outcome == Outcome::AwaitEvidence ? 1 : 0;
            const bool isSame = decision.outcome == full.outcome && decision.findings == full.findings;
            QVERIFY2(isSame || !decision.isAutomatic(),
                     (m_titles[i] + ", without " + m_ruleSet->manifest().facts[veil.front()].name).c_str());
            // What nobody answered is named.
            for (const std::size_t fact : decision.undetermined)
                QVERIFY2(!values[fact].isKnown(), m_titles[i].c_str());
        }
    }
    QVERIFY(waiting > m_cases.size());
}

QTEST_APPLESS_MAIN(TstCaseSafety)
#include "tst_case_safety.moc"
