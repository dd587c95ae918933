// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_set_library.h"
#include "tests/core/approval/shipped_rules.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"
#include "tests/support/temporary_directory.h"

#include <QTest>

#include <fstream>

using namespace tongban;
using namespace tongban::approval;
using tests::SmallRules;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the text to replace is not there");
    return text.replace(at, from.size(), to);
}

std::string allOf(const std::vector<RuleSetProblem> &problems)
{
    std::string text;
    for (const RuleSetProblem &problem : problems)
        text += problem.text() + "\n";
    return text;
}

Date day(const char *text)
{
    return *parseIsoDate(text);
}

} // namespace

class TstRuleSet : public QObject
{
    Q_OBJECT

private slots:
    void asksEachSourceOnce();
    void manifestProblemsAreNamed_data();
    void manifestProblemsAreNamed();
    void everyProblemIsReported();
    void modelProblemsAreNamed_data();
    void modelProblemsAreNamed();
    void registerFieldsMustBeInTheDictionary();
    void aCycleInTheModelIsNamed();

    void theVersionInForceChangesOnItsDay();
    void draftsAndWithdrawnVersionsDecideNothing();
    void oldVersionsAreFoundByTheirDigests();
    void onePublishedVersionHasOneText();
    void librariesAddUp();
    void aFolderIsLoadedWithItsProblems();
    void withdrawingARuleSetChangesTheCountOfAutomaticItems();
};

void TstRuleSet::asksEachSourceOnce()
{
    const RuleSetPtr rules = SmallRules().compile();
    QCOMPARE(rules->needs().size(), std::size_t(2));
    QCOMPARE(rules->needs()[0].record, std::string("driver"));
    QCOMPARE(rules->needs()[1].record, std::string("person"));
    QCOMPARE(rules->needOf(*rules->factNamed("本市户籍")), std::size_t(1));
    QCOMPARE(rules->needOf(*rules->factNamed("年龄")), RuleSet::kNoNeed);
    QVERIFY(!rules->factNamed("身高"));
    QCOMPARE(rules->modelDigest(), sha256(SmallRules().text().model));
    QCOMPARE(rules->manifestDigest(), sha256(SmallRules().text().manifest));
}

void TstRuleSet::manifestProblemsAreNamed_data()
{
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char *name, const char *from, const char *to, const char *where) {
        QTest::newRow(name) << std::string(from) << std::string(to) << std::string(where);
    };
    row("no JSON", "{", "{{", "small-permit/1.json: JSON");
    row("no code", R"("rule_set":"small-permit")", R"("rule_set":"")", "/rule_set");
    row("version zero", R"("version":1)", R"("version":0)", "/version");
    row("no such day", "2026-01-01", "2026-02-30", "/effective_from");
    row("ends before it begins", R"("effective_to":null)", R"("effective_to":"2025-12-31")", "/effective_to");
    row("status", R"("status":"published")", R"("status":"valid")", "/status");
    row("one signature", R"(["法制","业务"])", R"(["法制"])", "/signed_by");
    row("no impact assessment", R"("PIA-1")", R"("")", "/impact_assessment");
    row("legal source mark", R"("status":"P")", R"("status":"Q")", "/legal_sources/0/status");
    row("fact type", R"("type":"number")", R"("type":"integer")", "/facts/2/type");
    row("fact origin", R"("from":"derived")", R"("from":"guess")", "/facts/2/from");
    row("derived field", "age_on_received", "height", "/facts/2/field");
    row("case field", "received_on", "rejected_on", "/facts/0/field");
    row("type of a known field", R"("type":"number","from":"derived")", R"("type":"string","from":"derived")",
        "/facts/2/type");
    row("absent value of another type", R"("absent":false)", R"("absent":"no")", "/facts/8/absent");
    row("days", R"("max_age_days":30)", R"("max_age_days":-1)", "/facts/3/max_age_days");
    row("twice the same fact", R"("name":"申请人类型")", R"("name":"收件日期")", "/facts/1/name");
    row("no decision", R"("conclusion":"审批结论")", R"("conclusion":"审批")", "/decisions/conclusion");
    row("a fact the model does not take", R"("name":"年龄")", R"("name":"身高")", "/facts/2/name");
}

void TstRuleSet::manifestProblemsAreNamed()
{
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(std::string, where);
    RuleSetText text = SmallRules().text();
    text.manifest = replaced(text.manifest, from, to);
    std::vector<RuleSetProblem> problems;
    QVERIFY(!RuleSet::create(text, EvidenceDictionary(), problems));
    QVERIFY2(allOf(problems).find(where) != std::string::npos, allOf(problems).c_str());
}

void TstRuleSet::everyProblemIsReported()
{
    RuleSetText text = SmallRules().text();
    text.manifest = replaced(text.manifest, R"("version":1)", R"("version":"one")");
    text.manifest = replaced(text.manifest, R"("status":"published")", R"("status":"valid")");
    text.manifest = replaced(text.manifest, R"("en":"age")", R"("en":"")");
    std::vector<RuleSetProblem> problems;
    QVERIFY(!RuleSet::create(text, EvidenceDictionary(), problems));
    QCOMPARE(problems.size(), std::size_t(3));
}

void TstRuleSet::modelProblemsAreNamed_data()
{
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char *name, const char *from, const char *to, const char *expected) {
        QTest::newRow(name) << std::string(from) << std::string(to) << std::string(expected);
    };
    row("no XML", "</definitions>", "", "1.dmn");
    row("a rule without an article", "<text>TEST T-04</text>", "<text></text>",
        "decision 驾驶审查, rule 4: The rule names no article.");
    row("a refusal by an article nobody confirmed", "<text>TEST T-02</text>", "<text>TEST 条号待核</text>",
        "decision 驾驶审查, rule T-02: The rule refuses, and its article is not confirmed");
    row("no column for articles", "<annotation name=\"条款\"/>", "<annotation name=\"备注\"/>",
        "decision 驾驶审查: The table has no annotation column");
    row("a fact of another type", "name=\"年龄\" typeRef=\"number\"", "name=\"年龄\" typeRef=\"string\"",
        "/facts/2/type");
    row("an input that is no fact", "<inputData id=\"i1\"",
        "<inputData id=\"i0\" name=\"身高\"><variable name=\"身高\" "
        "typeRef=\"number\"/></inputData><inputData id=\"i1\"",
        "input data 身高: The manifest says no fact");
    row("a name nobody knows", "&lt; 收件日期", "&lt; 收件日", "收件日");
    row("no findings", "<output name=\"代码\"/>", "<output name=\"代号\"/>",
        "No decision table gives findings");
}

void TstRuleSet::modelProblemsAreNamed()
{
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(std::string, expected);
    RuleSetText text = SmallRules().text();
    text.model = replaced(text.model, from, to);
    std::vector<RuleSetProblem> problems;
    QVERIFY(!RuleSet::create(text, EvidenceDictionary(), problems));
    QVERIFY2(allOf(problems).find(expected) != std::string::npos, allOf(problems).c_str());
}

void TstRuleSet::registerFieldsMustBeInTheDictionary()
{
    const EvidenceDictionary dictionary = tests::shippedDictionary();
    RuleSetText text = SmallRules().text();
    std::vector<RuleSetProblem> problems;
    QVERIFY2(RuleSet::create(text, dictionary, problems), allOf(problems).c_str());
    text.manifest = replaced(text.manifest, R"("field":"licence_class")", R"("field":"licence_colour")");
    text.manifest = replaced(text.manifest, R"("field":"no_revocation_declared")", R"("field":"anything")");
    QVERIFY(!RuleSet::create(text, dictionary, problems));
    QCOMPARE(problems.size(), std::size_t(2));
    QCOMPARE(problems[0].where, std::string("/facts/3/field"));
    QCOMPARE(problems[1].where, std::string("/facts/8/field"));
}

void TstRuleSet::aCycleInTheModelIsNamed()
{
    RuleSetText text = SmallRules().text();
    text.model =
        replaced(text.model, "<decision id=\"months\" name=\"驾龄月数\"><variable name=\"驾龄月数\"/>",
                 "<decision id=\"months\" name=\"驾龄月数\"><variable name=\"驾龄月数\"/>"
                 "<informationRequirement><requiredDecision href=\"#table\"/></informationRequirement>");
    std::vector<RuleSetProblem> problems;
    QVERIFY(!RuleSet::create(text, EvidenceDictionary(), problems));
    QVERIFY2(allOf(problems).find("驾龄月数") != std::string::npos, allOf(problems).c_str());
    QVERIFY2(allOf(problems).find("驾驶审查") != std::string::npos, allOf(problems).c_str());
}

void TstRuleSet::theVersionInForceChangesOnItsDay()
{
    SmallRules first;
    SmallRules second;
    second.version = 2;
    second.effectiveFrom = "2026-07-01";
    const std::vector<RuleSetText> texts{second.text(), first.text()};
    const auto loading = RuleSetLibrary::load(texts, EvidenceDictionary());
    QVERIFY2(loading.problems.empty(), allOf(loading.problems).c_str());
    const RuleSetLibrary &library = loading.library;
    QVERIFY(!library.inForce("small-permit", day("2025-12-31")));
    QCOMPARE(library.inForce("small-permit", day("2026-01-01"))->version(), 1);
    QCOMPARE(library.inForce("small-permit", day("2026-06-30"))->version(), 1);
    QCOMPARE(library.inForce("small-permit", day("2026-07-01"))->version(), 2);
    QVERIFY(!library.inForce("other", day("2026-07-01")));
    QCOMPARE(library.all().size(), std::size_t(2));
    QCOMPARE(library.all()[0]->version(), 1);
}

void TstRuleSet::draftsAndWithdrawnVersionsDecideNothing()
{
    for (const char *status : {"draft", "withdrawn"}) {
        SmallRules rules;
        rules.status = status;
        const std::vector<RuleSetText> texts{rules.text()};
        const auto loading = RuleSetLibrary::load(texts, EvidenceDictionary());
        QVERIFY(loading.problems.empty());
        QVERIFY(!loading.library.inForce("small-permit", day("2026-05-01")));
        QVERIFY(loading.library.version("small-permit", 1));
    }
    SmallRules ended;
    ended.effectiveTo = "2026-03-31";
    const std::vector<RuleSetText> texts{ended.text()};
    const auto loading = RuleSetLibrary::load(texts, EvidenceDictionary());
    QVERIFY(loading.library.inForce("small-permit", day("2026-03-31")));
    QVERIFY(!loading.library.inForce("small-permit", day("2026-04-01")));
}

void TstRuleSet::oldVersionsAreFoundByTheirDigests()
{
    SmallRules old;
    SmallRules changed;
    changed.version = 2;
    changed.findings.rows[1].cells[1] = "< 22";
    const std::vector<RuleSetText> texts{old.text(), changed.text()};
    const auto loading = RuleSetLibrary::load(texts, EvidenceDictionary());
    const RuleSetPtr found = loading.library.byDigests(sha256(old.text().model), sha256(old.text().manifest));
    QVERIFY(found);
    QCOMPARE(found->version(), 1);
    QVERIFY(!loading.library.byDigests(sha256(old.text().model), sha256(changed.text().manifest)));
}

void TstRuleSet::onePublishedVersionHasOneText()
{
    SmallRules changed;
    changed.findings.rows[1].cells[1] = "< 22";
    const std::vector<RuleSetText> same{SmallRules().text(), SmallRules().text()};
    QVERIFY(RuleSetLibrary::load(same, EvidenceDictionary()).problems.empty());
    const std::vector<RuleSetText> different{SmallRules().text(), changed.text()};
    const auto loading = RuleSetLibrary::load(different, EvidenceDictionary());
    QCOMPARE(loading.problems.size(), std::size_t(1));
    QCOMPARE(loading.problems[0].where, std::string("/version"));
    QCOMPARE(loading.library.all().size(), std::size_t(1));
}

void TstRuleSet::librariesAddUp()
{
    SmallRules second;
    second.version = 2;
    const std::vector<RuleSetText> one{SmallRules().text()};
    const std::vector<RuleSetText> both{SmallRules().text(), second.text()};
    const RuleSetLibrary sum = RuleSetLibrary::load(one, EvidenceDictionary())
                                   .library.with(RuleSetLibrary::load(both, EvidenceDictionary()).library);
    QCOMPARE(sum.all().size(), std::size_t(2));
}

void TstRuleSet::aFolderIsLoadedWithItsProblems()
{
    const tests::TemporaryDirectory folder;
    const auto write = [&folder](const std::string &name, const std::string &bytes) {
        std::filesystem::create_directories((folder.path() / name).parent_path());
        std::ofstream(folder.path() / name, std::ios::binary) << bytes;
    };
    write("small-permit/1.json", SmallRules().text().manifest);
    write("small-permit/1.dmn", SmallRules().text().model);
    write("half/1.json", SmallRules().text().manifest);
    write("outside/1.json", replaced(SmallRules().text().manifest, "1.dmn", "../small-permit/1.dmn"));
    write("routing/1.dmn", "<a/>");
    const auto loading = RuleSetLibrary::loadFolder(folder.path(), EvidenceDictionary());
    QVERIFY_OK(loading);
    QCOMPARE(loading->library.all().size(), std::size_t(1));
    QCOMPARE(loading->problems.size(), std::size_t(2));
    QVERIFY_FAILS(RuleSetLibrary::loadFolder(folder.path() / "none", EvidenceDictionary()),
                  ErrorCode::NotFound);
}

void TstRuleSet::withdrawingARuleSetChangesTheCountOfAutomaticItems()
{
    const auto catalogue = tests::shippedCatalogue();
    const RuleSetLibrary library = tests::shippedRules();
    const Date today = day("2026-11-22");
    QCOMPARE(automaticItemCount(*catalogue, library, today), std::size_t(37));
    QCOMPARE(automaticItemCount(*catalogue, RuleSetLibrary(), today), std::size_t(0));

    std::vector<RuleSetText> texts;
    for (const RuleSetPtr &ruleSet : library.all()) {
        const std::string base = "resources/models/" + ruleSet->code() + "/1";
        RuleSetText text{base, tests::readFile(tests::sourcePath(base + ".json")),
                         tests::readFile(tests::sourcePath(base + ".dmn"))};
        if (ruleSet->code() == "quota-transfer")
            text.manifest = replaced(text.manifest, R"("status": "published")", R"("status": "withdrawn")");
        texts.push_back(std::move(text));
    }
    const auto loading = RuleSetLibrary::load(texts, tests::shippedDictionary());
    QVERIFY2(loading.problems.empty(), allOf(loading.problems).c_str());
    QCOMPARE(automaticItemCount(*catalogue, loading.library, today), std::size_t(36));
}

QTEST_APPLESS_MAIN(TstRuleSet)
#include "tst_rule_set.moc"
