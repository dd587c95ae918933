// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/demo/demo_files.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <map>
#include <set>

using namespace tongban;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows catalogue(const std::string &name)
{
    return demo_files::table(tests::sourcePath("resources/catalogue/" + name));
}

nlohmann::json json(const std::string &path)
{
    return *parseJson(tests::readFile(tests::sourcePath(path)));
}

} // namespace

/// The reference catalogue fits the rule sets and the registers it names. That it is a catalogue at all is
/// the business of the loader's own tests.
class TstReferenceCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void namesAreDistinctInBothLanguages();
    void everyCancelledItemSaysSinceWhenAndWhy();
    void evidenceNamesRecordsOfTheRegisterDictionary();
    void documentsOfAutomaticItemsAreWhatTheRulesAsk();
    void everyAutomaticItemAsksTheApplicantForSomething();
    void ruleSetsBelongToTheItemsArea();
};

void TstReferenceCatalogue::namesAreDistinctInBothLanguages()
{
    const Rows items = catalogue("items.csv");
    for (const char *column : {"name_zh", "name_en"}) {
        std::map<std::string, std::string> codeOf;
        const std::size_t index = demo_files::column(items, column);
        for (std::size_t i = 1; i < items.size(); ++i) {
            const auto [entry, isNew] = codeOf.emplace(items[i][index], items[i][0]);
            QVERIFY2(isNew || entry->second == items[i][0], items[i][index].c_str());
        }
    }
}

void TstReferenceCatalogue::everyCancelledItemSaysSinceWhenAndWhy()
{
    const Rows items = catalogue("items.csv");
    const std::size_t status = demo_files::column(items, "status");
    const std::size_t since = demo_files::column(items, "status_since");
    const std::size_t basis = demo_files::column(items, "status_basis");
    std::map<std::string, int> count;
    for (std::size_t i = 1; i < items.size(); ++i) {
        ++count[items[i][status]];
        const bool ended = items[i][status] != "active";
        QVERIFY2(ended == !items[i][since].empty() && ended == !items[i][basis].empty(), items[i][0].c_str());
    }
    QCOMPARE(count["cancelled"], 44);
    QCOMPARE(count["transferred"], 6);
}

void TstReferenceCatalogue::evidenceNamesRecordsOfTheRegisterDictionary()
{
    std::set<std::string> records;
    const nlohmann::json dictionary = json("resources/registers/dictionary.json");
    for (const nlohmann::json &source : dictionary.at("sources")) {
        for (const nlohmann::json &record : source.at("records"))
            records.insert(source.at("code").get<std::string>() + "." + record.at("code").get<std::string>());
    }
    const Rows materials = catalogue("materials.csv");
    const std::size_t evidence = demo_files::column(materials, "evidence");
    for (std::size_t i = 1; i < materials.size(); ++i) {
        const std::string &record = materials[i][evidence];
        QVERIFY2(record.empty() || records.count(record) == 1, record.c_str());
    }
}

void TstReferenceCatalogue::documentsOfAutomaticItemsAreWhatTheRulesAsk()
{
    std::map<std::string, std::set<std::string>> shown;
    const Rows materials = catalogue("materials.csv");
    const std::size_t evidence = demo_files::column(materials, "evidence");
    for (std::size_t i = 1; i < materials.size(); ++i)
        shown[materials[i][0]].insert(materials[i][evidence]);
    const Rows items = catalogue("items.csv");
    const std::size_t ruleSet = demo_files::column(items, "rule_set");
    std::map<std::string, std::set<std::string>> shownByRuleSet;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (!items[i][ruleSet].empty())
            shownByRuleSet[items[i][ruleSet]].merge(shown[items[i][0]]);
    }
    for (auto &[name, records] : shownByRuleSet) {
        records.erase("");
        std::set<std::string> asked;
        const nlohmann::json manifest = json("resources/models/" + name + "/1.json");
        for (const nlohmann::json &fact : manifest.at("facts")) {
            if (fact.at("from") == "register")
                asked.insert(fact.at("source").get<std::string>() + "."
                             + fact.at("record").get<std::string>());
        }
        for (const std::string &record : asked)
            QVERIFY2(records.count(record) == 1, (name + ": no document stands for " + record).c_str());
        for (const std::string &record : records)
            QVERIFY2(asked.count(record) == 1, (name + ": no rule asks for " + record).c_str());
    }
}

void TstReferenceCatalogue::everyAutomaticItemAsksTheApplicantForSomething()
{
    const Rows materials = catalogue("materials.csv");
    const std::size_t mode = demo_files::column(materials, "mode");
    const std::size_t importance = demo_files::column(materials, "importance");
    std::set<std::string> asks;
    for (std::size_t i = 1; i < materials.size(); ++i) {
        if (materials[i][mode] == "upload" && materials[i][importance] == "main")
            asks.insert(materials[i][0]);
    }
    const Rows items = catalogue("items.csv");
    const std::size_t ruleSet = demo_files::column(items, "rule_set");
    for (std::size_t i = 1; i < items.size(); ++i)
        QVERIFY2(items[i][ruleSet].empty() || asks.count(items[i][0]) == 1, items[i][0].c_str());
}

void TstReferenceCatalogue::ruleSetsBelongToTheItemsArea()
{
    const Rows items = catalogue("items.csv");
    const std::size_t ruleSet = demo_files::column(items, "rule_set");
    const std::size_t area = demo_files::column(items, "area");
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (items[i][ruleSet].empty())
            continue;
        const nlohmann::json manifest = json("resources/models/" + items[i][ruleSet] + "/1.json");
        QCOMPARE(manifest.at("area").get<std::string>(), items[i][area]);
        QCOMPARE(manifest.at("rule_set").get<std::string>(), items[i][ruleSet]);
    }
}

QTEST_APPLESS_MAIN(TstReferenceCatalogue)
#include "tst_reference_catalogue.moc"
