// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule.h"
#include "core/approval/decision_record.h"
#include "core/base/canonical_json.h"
#include "tests/core/approval/small_rules.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <nlohmann/json.hpp>
#include <thread>

using namespace tongban;
using namespace tongban::approval;
using nlohmann::json;
using tests::SmallCase;
using tests::SmallRules;

namespace {

RuleSetLibrary libraryOf(const std::vector<RuleSetText> &texts)
{
    return RuleSetLibrary::load(texts, EvidenceDictionary()).library;
}

std::string hashOf(const json &document)
{
    return sha256(*canonicalJson(document)).hex();
}

} // namespace

class TstCapsule : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isCanonicalJson();
    void namesEverythingADecisionRestsOn();
    void itsHashesCanBeRecomputedByAnybody();
    void theHashAloneIsTheHashInTheFile();
    void aGenuineCapsuleVerifies();
    void theCapsuleRemadeFromTheRecordIsTheSame();
    void otherEnginesAndThreadsGiveTheSameBytes();
    void oneChangedByteAnywhereIsFound();
    void everyTruncationIsFound();
    void theDifferenceIsNamed_data();
    void theDifferenceIsNamed();
    void aConsistentForgeryHasAnotherHash();
    void rulesThatAreNotHereAreSaid();
    void anOldCaseIsVerifiedWithItsOldRules();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void waitingAndReferredCasesHaveCapsulesToo();

private:
    std::string capsule(const DecisionInputs &inputs) { return makeCapsule(*m_rules, inputs, m_engine); }

    RuleSetPtr m_rules;
    RuleSetLibrary m_library;
    DecisionEngine m_engine;
    SmallCase m_case;
    std::string m_capsule;
};

void TstCapsule::initTestCase()
{
    m_library = libraryOf({SmallRules().text()});
    m_rules = m_library.all().at(0);
    // A case with a finding, an unknown fact and a list, so that every part of the file holds something.
    m_case.application.fields.clear();
    m_capsule = capsule(m_case.inputs(*m_rules));
}

void TstCapsule::isCanonicalJson()
{
    const auto document = parseJson(m_capsule);
    QVERIFY_OK(document);
    const auto again = canonicalJson(*document);
    QVERIFY_OK(again);
    QCOMPARE(*again, m_capsule);
}

void TstCapsule::namesEverythingADecisionRestsOn()
{
    const json file = *parseJson(m_capsule);
    QCOMPARE(file.at("format").get<std::string>(), std::string("tongban-capsule/1"));
    QCOMPARE(file.at("case").at("serial").get<std::string>(), std::string("深交审-2026-440305-0000001-7"));
    QCOMPARE(file.at("case").at("decided_at").get<std::string>(),
             std::string("2026-11-23T02:00:00.250+08:00"));
    QCOMPARE(file.at("rule_set").at("model").get<std::string>(), m_rules->modelDigest().hex());
    QCOMPARE(file.at("rule_set").at("manifest").get<std::string>(), m_rules->manifestDigest().hex());
    QCOMPARE(file.at("calendar").get<std::string>(), std::string("cn-2026"));
    const json &driver = file.at("evidence").at(0);
    QCOMPARE(driver.at("source").get<std::string>(), std::string("traffic_police"));
    QCOMPARE(driver.at("as_of").get<std::string>(), std::string("2026-11-20"));
    QCOMPARE(driver.at("digest").get<std::string>(), sha256(m_case.driver).hex());
    QCOMPARE(file.at("facts").size(), m_rules->manifest().facts.size());
    QCOMPARE(file.at("facts").at(3).at("value").get<std::string>(), std::string("C1"));
    QCOMPARE(file.at("facts").at(7).at("cause").get<std::string>(), std::string("field_empty"));
    QCOMPARE(file.at("result").at("outcome").get<std::string>(), std::string("notice"));
    QCOMPARE(file.at("result").at("findings").at(0).at("code").get<std::string>(), std::string("T-07"));
    QCOMPARE(file.at("rules").at(0).at("rules").get<std::string>(), std::string("nnnnnny"));
    QVERIFY(file.at("trace").at("decisions").size() >= 5);
}

void TstCapsule::itsHashesCanBeRecomputedByAnybody()
{
    const json file = *parseJson(m_capsule);
    const json &hashes = file.at("hashes");
    const json inputs{{"case", file.at("case")},
                      {"circumstances", file.at("circumstances")},
                      {"evidence", file.at("evidence")},
                      {"facts", file.at("facts")}};
    QCOMPARE(hashes.at("inputs").get<std::string>(), hashOf(inputs));
    QCOMPARE(hashes.at("result").get<std::string>(), hashOf(file.at("result")));
    QCOMPARE(hashes.at("rules").get<std::string>(), hashOf(file.at("rules")));
    const json capsule{{"calendar", file.at("calendar")}, {"catalogue", file.at("catalogue")},
                       {"engine", file.at("engine")},     {"format", file.at("format")},
                       {"inputs", hashes.at("inputs")},   {"result", hashes.at("result")},
                       {"rule_set", file.at("rule_set")}, {"rules", hashes.at("rules")}};
    QCOMPARE(hashes.at("capsule").get<std::string>(), hashOf(capsule));
}

void TstCapsule::theHashAloneIsTheHashInTheFile()
{
    const DecisionInputs inputs = m_case.inputs(*m_rules);
    CapsuleHasher hasher;
    const Digest hash = hasher.hash(*m_rules, inputs, m_engine.decide(*m_rules, inputs));
    QCOMPARE(parseJson(m_capsule)->at("hashes").at("capsule").get<std::string>(), hash.hex());
}

void TstCapsule::aGenuineCapsuleVerifies()
{
    const CapsuleCheck check = verifyCapsule(m_capsule, m_library, m_engine);
    QVERIFY2(check.isGenuine(), (check.where + " " + check.message).c_str());
    QCOMPARE(check.capsule.hex(), parseJson(m_capsule)->at("hashes").at("capsule").get<std::string>());
}

void TstCapsule::theCapsuleRemadeFromTheRecordIsTheSame()
{
    const DecisionInputs inputs = m_case.inputs(*m_rules);
    std::string record;
    appendRecord(*m_rules, inputs, record);
    DecisionInputs remade;
    remade.header = inputs.header;
    remade.header.decidedAt = {};
    remade.calendar = inputs.calendar;
    remade.catalogue = inputs.catalogue;
    QVERIFY_OK(readRecord(*m_rules, record, remade));
    QCOMPARE(capsule(remade), m_capsule);
}

void TstCapsule::otherEnginesAndThreadsGiveTheSameBytes()
{
    std::vector<std::string> texts(4);
    std::vector<std::thread> threads;
    for (std::string &text : texts) {
        threads.emplace_back([this, &text] {
            DecisionEngine engine;
            SmallCase other;
            makeCapsule(*m_rules, other.inputs(*m_rules), engine); // what came before leaves no trace
            text = makeCapsule(*m_rules, m_case.inputs(*m_rules), engine);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const std::string &text : texts)
        QCOMPARE(text, m_capsule);
}

void TstCapsule::oneChangedByteAnywhereIsFound()
{
    for (std::size_t i = 0; i < m_capsule.size(); ++i) {
        for (const int change : {1, 0x20, 0x80}) {
            std::string changed = m_capsule;
            changed[i] = static_cast<char>(changed[i] ^ change);
            const CapsuleCheck check = verifyCapsule(changed, m_library, m_engine);
            QVERIFY2(!check.isGenuine(), std::to_string(i).c_str());
            QVERIFY(!check.message.empty());
        }
    }
}

void TstCapsule::everyTruncationIsFound()
{
    for (std::size_t length = 0; length < m_capsule.size(); length += 7)
        QVERIFY(!verifyCapsule(m_capsule.substr(0, length), m_library, m_engine).isGenuine());
    QVERIFY(!verifyCapsule(m_capsule + "\n", m_library, m_engine).isGenuine());
}

void TstCapsule::theDifferenceIsNamed_data()
{
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<CapsuleCheck::Verdict>("verdict");
    QTest::addColumn<std::string>("where");
    using enum CapsuleCheck::Verdict;
    const auto row = [](const char *name, const char *from, const char *to, CapsuleCheck::Verdict verdict,
                        const char *where) {
        QTest::newRow(name) << std::string(from) << std::string(to) << verdict << std::string(where);
    };
    row("a fact", R"("value":"C1")", R"("value":"C2")", Different, "/hashes/inputs");
    row("the applicant", "11010519491231002X", "110105194912310021", Different, "/hashes/inputs");
    row("the outcome", R"("outcome":"notice")", R"("outcome":"refuse")", Different, "/result/outcome");
    row("a finding", R"("zh":"说明T-07"}],"model)", R"("zh":"说明T-06"}],"model)", Different,
        "/result/findings/0/zh");
    row("a rule's standing", "nnnnnny", "nnnnnnn", Different, "/rules/0/rules");
    row("a value in the trace", R"("given":false)", R"("given":true)", Different, "/trace/decisions/0/given");
    row("the calendar", R"("calendar":"cn-2026")", R"("calendar":"cn-2027")", Different, "/hashes/capsule");
    row("the rule set's version", R"("version":1)", R"("version":2)", Different, "/rule_set/version");
    row("the engine", "tongban-dmn/", "tongban-dmm/", OtherEngine, "/engine");
    row("the format", "tongban-capsule/1", "tongban-capsule/2", Unreadable, "");
}

void TstCapsule::theDifferenceIsNamed()
{
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(std::string, where);
    std::string changed = m_capsule;
    const std::size_t at = changed.find(from);
    QVERIFY(at != std::string::npos);
    changed.replace(at, from.size(), to);
    const CapsuleCheck check = verifyCapsule(changed, m_library, m_engine);
    QTEST(check.verdict, "verdict");
    if (!where.empty())
        QCOMPARE(check.where, where);
    if (check.verdict == CapsuleCheck::Verdict::Different) {
        QVERIFY(check.expected != check.actual);
        QVERIFY(!check.expected.empty());
    }
}

void TstCapsule::aConsistentForgeryHasAnotherHash()
{
    DecisionInputs inputs = m_case.inputs(*m_rules);
    const Digest original = verifyCapsule(m_capsule, m_library, m_engine).capsule;
    inputs.facts.values[8] = Fact{feel::Value(true), FactCause::None};
    const CapsuleCheck check = verifyCapsule(capsule(inputs), m_library, m_engine);
    QVERIFY(check.isGenuine());
    QVERIFY(check.capsule != original);
}

void TstCapsule::rulesThatAreNotHereAreSaid()
{
    const CapsuleCheck check = verifyCapsule(m_capsule, RuleSetLibrary(), m_engine);
    QCOMPARE(check.verdict, CapsuleCheck::Verdict::UnknownRules);
    QVERIFY(check.message.find(m_rules->modelDigest().hex()) != std::string::npos);
    QVERIFY_FAILS(readCapsule(m_capsule, RuleSetLibrary()), ErrorCode::NotFound);
}

void TstCapsule::anOldCaseIsVerifiedWithItsOldRules()
{
    SmallRules stricter;
    stricter.version = 2;
    stricter.effectiveFrom = "2026-06-01";
    stricter.findings.rows[3].cells[3] = "< 360";
    const RuleSetLibrary both = libraryOf({SmallRules().text(), stricter.text()});
    QCOMPARE(both.inForce("small-permit", *parseIsoDate("2026-11-22"))->version(), 2);
    QVERIFY(verifyCapsule(m_capsule, both, m_engine).isGenuine());
    QCOMPARE(readCapsule(m_capsule, both)->ruleSet->version(), 1);
}

void TstCapsule::hostileFilesAreRefused_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("empty") << std::string();
    QTest::newRow("not JSON") << std::string("<capsule/>");
    QTest::newRow("a list") << std::string("[]");
    QTest::newRow("an object") << std::string("{}");
    QTest::newRow("nothing but a format") << std::string(R"({"format":"tongban-capsule/1"})");
    QTest::newRow("very deep") << std::string(100'000, '[');
    QTest::newRow("not UTF-8") << std::string("{\"format\":\"\xff\"}");
    QTest::newRow("zeros") << std::string(1000, '\0');
}

void TstCapsule::hostileFilesAreRefused()
{
    QFETCH(std::string, text);
    const CapsuleCheck check = verifyCapsule(text, m_library, m_engine);
    QCOMPARE(check.verdict, CapsuleCheck::Verdict::Unreadable);
    QVERIFY(!check.message.empty());
}

void TstCapsule::waitingAndReferredCasesHaveCapsulesToo()
{
    SmallCase one;
    std::vector<EvidenceAnswer> answers = one.answers(*m_rules);
    answers[0] = EvidenceAnswer::unknown(answers[0].query, UnknownReason::Timeout, one.decidedAt);
    answers[1] = EvidenceAnswer::noRecord(answers[1].query, std::nullopt, one.decidedAt);
    DecisionInputs inputs = one.inputs(*m_rules, answers);
    inputs.circumstances.missingMaterials = {2, 5};
    inputs.circumstances.duplicate = true;
    const std::string text = capsule(inputs);
    QVERIFY(verifyCapsule(text, m_library, m_engine).isGenuine());
    const json file = *parseJson(text);
    QCOMPARE(file.at("result").at("reason").get<std::string>(), std::string("duplicate"));
    QCOMPARE(file.at("evidence").at(0).at("reason").get<std::string>(), std::string("timeout"));
    QCOMPARE(file.at("evidence").at(1).at("status").get<std::string>(), std::string("no_record"));
    QVERIFY(!file.at("result").at("undetermined").empty());
}

QTEST_APPLESS_MAIN(TstCapsule)
#include "tst_capsule.moc"
