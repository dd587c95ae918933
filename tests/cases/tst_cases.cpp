// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"
#include "core/dmn/compiled_model.h"
#include "tests/cases/rule_cases.h"
#include "tests/cases/rule_runner.h"
#include "tests/support/paths.h"

#include <QObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace tongban;
using namespace tongban::test;

namespace {

struct LoadedRuleSet {
    RuleSetCases cases;
    std::shared_ptr<const dmn::CompiledModel> model;
};

std::string joined(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

std::string told(const RuleAnswer &answer)
{
    return (answer.problem.empty() ? "" : "problem: " + answer.problem + "; ") + answer.conclusion + " ["
        + joined(answer.codes) + "]"
        + (answer.undetermined.empty() ? "" : " undetermined: " + joined(answer.undetermined));
}

/// Facts that may be empty in an answered record without being unknown; see tests/cases/README.md.
const std::set<std::string> kEmptyMeansNone = {"禁止申请截止日"};

/// The only rule sets that may refuse by themselves.
const std::set<std::string> kMayRefuse = {"quota-individual-increment"};

/// Collects every complaint of a test function, so that one run shows them all.
class Complaints
{
public:
    void add(const std::string &text) { m_text += "\n  " + text; }
    bool empty() const { return m_text.empty(); }
    const char *text() const { return m_text.c_str(); }

private:
    std::string m_text;
};

} // namespace

class TstCases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCaseEndsAsWritten_data() { ruleSets(); }
    void everyCaseEndsAsWritten();
    void everyRuleIsFiredBySomeCase_data() { ruleSets(); }
    void everyRuleIsFiredBySomeCase();
    void everyRuleHasArticleMarkAndBothLanguages_data() { ruleSets(); }
    void everyRuleHasArticleMarkAndBothLanguages();
    void onlyQuotaEligibilityRefusesAndOnlyByArticle_data() { ruleSets(); }
    void onlyQuotaEligibilityRefusesAndOnlyByArticle();
    void everyFactHasNamesAndAKnownRegisterField_data() { ruleSets(); }
    void everyFactHasNamesAndAKnownRegisterField();
    void anUnknownFactChangesNothingSilently_data() { ruleSets(); }
    void anUnknownFactChangesNothingSilently();
    void aFailedTableGrantsNothing_data() { ruleSets(); }
    void aFailedTableGrantsNothing();
    void tablesHaveNoGapsOverlapsOrDeadRules_data() { ruleSets(); }
    void tablesHaveNoGapsOverlapsOrDeadRules();
    void everyAutomaticItemHasItsRuleSet();

private:
    void ruleSets() const;
    const LoadedRuleSet &current() const;

    std::map<std::string, LoadedRuleSet> m_ruleSets;
    nlohmann::json m_dictionary;
};

void TstCases::initTestCase()
{
    const std::filesystem::path root = tests::sourcePath("");
    m_dictionary = nlohmann::json::parse(tests::readFile(root / "resources/registers/dictionary.json"));
    Complaints complaints;
    for (const std::string &name : ruleSetNames(root)) {
        Result<RuleSetCases> cases = readRuleSetCases(root, name);
        if (!cases) {
            complaints.add(cases.error().detail);
            continue;
        }
        auto model = dmn::CompiledModel::load(cases->model);
        if (!model) {
            complaints.add(name + ": " + model.error().detail);
            continue;
        }
        for (const dmn::Finding &finding : (*model)->findings())
            complaints.add(name + ": " + dmn::describe(finding));
        m_ruleSets[name] = {*std::move(cases), *std::move(model)};
    }
    QVERIFY2(complaints.empty(), complaints.text());
    QCOMPARE(m_ruleSets.size(), std::size_t(17));
}

void TstCases::ruleSets() const
{
    QTest::addColumn<QString>("ruleSet");
    for (const auto &[name, loaded] : m_ruleSets)
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

const LoadedRuleSet &TstCases::current() const
{
    return m_ruleSets.at(QTest::currentDataTag());
}

void TstCases::everyCaseEndsAsWritten()
{
    RuleRunner runner(current().model);
    Complaints complaints;
    for (const RuleCase &written : current().cases.cases) {
        const RuleAnswer answer = runner.answer(written.facts);
        if (!written.unknown.empty()) {
            bool allNull = true;
            for (const std::string &fact : written.unknown)
                allNull = allNull && written.facts.contains(fact) && written.facts.at(fact).is_null();
            if (answer.undetermined.empty() || !allNull || !answer.problem.empty())
                complaints.add(written.title + "\n    got " + told(answer));
            continue;
        }
        const RuleAnswer expected{"", written.conclusion, written.codes, {}};
        if (answer != expected)
            complaints.add(written.title + "\n    expected " + told(expected) + "\n    got " + told(answer));
    }
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::everyRuleIsFiredBySomeCase()
{
    RuleRunner runner(current().model);
    std::set<std::string> fired;
    for (const RuleCase &written : current().cases.cases)
        for (const std::string &code : runner.answer(written.facts).codes)
            fired.insert(code);
    Complaints complaints;
    for (const RuleRow &row : findingRows(*current().model))
        if (!fired.contains(row.code))
            complaints.add(row.table + ": no case fires " + row.code);
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::everyRuleHasArticleMarkAndBothLanguages()
{
    std::set<std::string> sources;
    for (const nlohmann::json &source : current().cases.manifest.at("legal_sources"))
        sources.insert(source.at("id").get<std::string>());
    std::set<std::string> codes;
    Complaints complaints;
    for (const RuleRow &row : findingRows(*current().model)) {
        const std::string where = row.table + ", rule " + std::to_string(row.number) + " " + row.code;
        if (row.code.empty() || !codes.insert(row.code).second)
            complaints.add(where + ": no code of its own");
        // "WYC 第十四条第（一）项". Where the number of a local rule is open (条号待核), the article of the
        // handling stands.
        const std::size_t space = row.article.find(' ');
        if (space == std::string::npos || !sources.contains(row.article.substr(0, space))
            || row.article.find("第") == std::string::npos || row.basis.find("第") == std::string::npos)
            complaints.add(where + ": no article of a legal source: " + row.article);
        if (row.mark != "C" && row.mark != "S" && row.mark != "R" && row.mark != "P")
            complaints.add(where + ": no mark of its source");
        if (row.basis.empty() || row.zh.empty() || row.en.empty())
            complaints.add(where + ": basis or sentence missing");
        if (row.handling != "补正" && row.handling != "转人工" && row.handling != "不予")
            complaints.add(where + ": unknown handling " + row.handling);
    }
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::onlyQuotaEligibilityRefusesAndOnlyByArticle()
{
    Complaints complaints;
    for (const RuleRow &row : findingRows(*current().model)) {
        if (row.handling != "不予")
            continue;
        if (!kMayRefuse.contains(current().cases.ruleSet))
            complaints.add(row.code + " refuses");
        if (row.article.find("条号待核") != std::string::npos || row.mark == "R" || row.mark == "P")
            complaints.add(row.code + " refuses without a confirmed article");
    }
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::everyFactHasNamesAndAKnownRegisterField()
{
    std::map<std::string, std::string> fields;
    for (const nlohmann::json &source : m_dictionary.at("sources"))
        for (const nlohmann::json &record : source.at("records"))
            for (const nlohmann::json &field : record.at("fields"))
                fields[source.at("code").get<std::string>() + "." + record.at("code").get<std::string>() + "."
                       + field.at("name").get<std::string>()] = field.at("type").get<std::string>();
    for (const nlohmann::json &field : m_dictionary.at("application_fields"))
        fields["." + field.at("name").get<std::string>()] = field.at("type").get<std::string>();

    Complaints complaints;
    std::set<std::string> inputs;
    for (const dmn::ElementInfo &input : current().model->inputs())
        inputs.insert(input.name);
    for (const nlohmann::json &fact : current().cases.manifest.at("facts")) {
        const std::string name = fact.value("name", "");
        if (name.empty() || fact.value("en", "").empty())
            complaints.add(name + ": a name is missing");
        if (inputs.erase(name) == 0)
            complaints.add(name + ": no inputData of this name");
        std::string field;
        if (fact.at("from") == "register")
            field = fact.at("source").get<std::string>() + "." + fact.at("record").get<std::string>() + "."
                + fact.at("field").get<std::string>();
        else if (fact.at("from") == "application"
                 && !fact.at("field").get<std::string>().starts_with("applicant."))
            field = "." + fact.at("field").get<std::string>();
        if (!field.empty() && (!fields.contains(field) || fields[field] != fact.at("type")))
            complaints.add(name + ": not in the dictionary with this type: " + field);
    }
    for (const std::string &left : inputs)
        complaints.add(left + ": an inputData without a fact");
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::anUnknownFactChangesNothingSilently()
{
    RuleRunner runner(current().model);
    Complaints complaints;
    for (const RuleCase &written : current().cases.cases) {
        const RuleAnswer whole = runner.answer(written.facts);
        if (!whole.undetermined.empty())
            continue;
        for (const auto &[fact, value] : written.facts) {
            if (value.is_null() || kEmptyMeansNone.contains(fact))
                continue;
            FactValues without = written.facts;
            without[fact] = nullptr;
            const RuleAnswer answer = runner.answer(without);
            if (answer.undetermined.empty() && answer != whole)
                complaints.add(written.title + ", without " + fact + ": " + told(answer));
        }
    }
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::aFailedTableGrantsNothing()
{
    RuleRunner runner(current().model);
    Complaints complaints;
    for (const auto &[name, facts] : current().cases.bases) {
        QCOMPARE(runner.answer(facts).conclusion, std::string("准予"));
        std::set<std::string> decisions = {"审查发现"};
        for (const RuleRow &row : findingRows(*current().model))
            decisions.insert(row.table);
        for (const std::string &decision : decisions) {
            const std::string conclusion = runner.conclusionWithout(facts, decision);
            if (!conclusion.empty() && conclusion != "转人工")
                complaints.add(name + ", without " + decision + ": " + conclusion);
        }
    }
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::tablesHaveNoGapsOverlapsOrDeadRules()
{
    Complaints complaints;
    for (const dmn::Finding &finding : dmn::checkModel(*current().model))
        if (finding.kind != dmn::FindingKind::Unchecked)
            complaints.add(dmn::describe(finding));
    QVERIFY2(complaints.empty(), complaints.text());
}

void TstCases::everyAutomaticItemHasItsRuleSet()
{
    // The rule set is the only column that holds such a name, so the lines need no full CSV reading here.
    const std::string items = tests::readFile(tests::sourcePath("resources/catalogue/items.csv"));
    std::size_t automatic = 0;
    for (const auto &[name, loaded] : m_ruleSets) {
        const std::string column = "," + name + ",";
        std::size_t uses = 0;
        for (std::size_t at = items.find(column); at != std::string::npos; at = items.find(column, at + 1))
            ++uses;
        QVERIFY2(uses > 0, (name + " is used by no item").c_str());
        automatic += uses;
    }
    QVERIFY(automatic >= 37);
}

QTEST_APPLESS_MAIN(TstCases)
#include "tst_cases.moc"
