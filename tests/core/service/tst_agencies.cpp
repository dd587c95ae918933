// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/simulator.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <set>

using namespace tests;
using namespace tongban;
using namespace tongban::service;
using agency::AgencySimulator;
using agency::SimulatedRecord;
using agency::SimulatorFaults;

namespace {

constexpr std::string_view kSource = "police";

std::string personFields(bool crime)
{
    return std::string(R"({"crime_record":)") + (crime ? "true" : "false")
        + R"(,"deceased":false,"drug_record":false,"household_shenzhen":true,"name":"林安宁",)"
          R"("residence_permit_valid_to":null,"wanted":false})";
}

} // namespace

/// The police answer over the network, the others from registers: however the agency behaves, nobody is
/// refused; the case waits and says for what.
class TstAgencies : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anAnswerOverTheNetworkDecidesLikeARegister();
    void misbehaviourMakesTheCaseWait_data();
    void misbehaviourMakesTheCaseWait();
    void anAgencyThatIsDownMakesTheCaseWait();
    void aFieldLeftOutMakesTheCaseWait();
    void aFreshAnswerIsNotAskedForAgain();
    void halfOfTheAnswersFailingRefusesNobodyAndLosesNobody();

private:
    void connectTo(int port);
    void restart();

    std::unique_ptr<Office> m_office;
    std::unique_ptr<AgencySimulator> m_police;
    std::string m_fields;
};

void TstAgencies::init()
{
    m_police.reset();
    m_office = std::make_unique<Office>();
    std::vector<PersonRow> rows;
    for (int i = 1; i <= 20; ++i)
        rows.push_back({.person = i});
    m_office->importRegisters(rows);
    // What an older file said about these people must not be used in the place of an answer.
    m_office->importRegister(
        "police.person",
        "record,key,name,household_shenzhen,residence_permit_valid_to,crime_record,drug_record,"
        "wanted,deceased\nperson,"
            + personNo(1) + ",林安宁,true,,true,true,true,true\n");
    m_fields = personFields(false);
    const auto lookup = [this](std::string_view source, std::string_view,
                               std::string_view) -> Result<std::optional<SimulatedRecord>> {
        if (source != kSource)
            return std::optional<SimulatedRecord>();
        return std::optional(SimulatedRecord{m_fields, must(parseIsoDate("2026-11-22"))});
    };
    m_police = must(AgencySimulator::start({}, lookup));
    connectTo(m_police->port());
}

void TstAgencies::connectTo(int port)
{
    m_office->directory().write(
        "office/agencies.json",
        R"({"agencies":[{"source":"police","url":"http://127.0.0.1:)" + std::to_string(port)
            + R"(","connect_timeout_ms":500,"timeout_ms":150,"attempts":1,"failures_to_open":1000,)"
              R"("open_for_ms":1}]})");
}

void TstAgencies::anAnswerOverTheNetworkDecidesLikeARegister()
{
    m_office->takeIn({{.person = 1}});
    QCOMPARE(m_office->work().granted, std::int64_t{1});
    const CaseStory story = m_office->story(1);
    QVERIFY(story.explanation.find("公安") != std::string::npos);
    QCOMPARE(must(auditChains(m_office->workspace(), {})).findingCount, std::int64_t{0});
}

void TstAgencies::misbehaviourMakesTheCaseWait_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("slow");
    QTest::addColumn<int>("malformed");
    QTest::addColumn<int>("contradictory");
    QTest::addColumn<std::string>("cause");
    QTest::newRow("failing") << 1000 << 0 << 0 << 0 << std::string("unavailable");
    QTest::newRow("late") << 0 << 1000 << 0 << 0 << std::string("timeout");
    QTest::newRow("malformed") << 0 << 0 << 1000 << 0 << std::string("malformed");
    QTest::newRow("about somebody else") << 0 << 0 << 0 << 1000 << std::string("contradictory");
}

void TstAgencies::misbehaviourMakesTheCaseWait()
{
    QFETCH(int, error);
    QFETCH(int, slow);
    QFETCH(int, malformed);
    QFETCH(int, contradictory);
    QFETCH(std::string, cause);
    m_fields = personFields(true); // even what would be a finding is unknown until it is answered properly
    m_police->setFaults({error, slow, malformed, contradictory, std::chrono::milliseconds(400)});
    m_office->takeIn({{.person = 1}});
    const WorkReport report = m_office->work();
    QCOMPARE(report.refused, std::int64_t{0});
    QCOMPARE(report.waiting, std::int64_t{1});
    const CaseStory story = m_office->story(1);
    QCOMPARE(story.line.state, std::string("evidence_pending"));
    QCOMPARE(story.waitingFor.size(), std::size_t{1});
    QCOMPARE(story.waitingFor.front().source, std::string("police"));
    QCOMPARE(story.waitingFor.front().record, std::string("person"));
    QCOMPARE(story.waitingFor.front().cause, cause);
    m_police->setFaults({});
    m_fields = personFields(false);
    QCOMPARE(m_office->work().granted, std::int64_t{1});
}

void TstAgencies::anAgencyThatIsDownMakesTheCaseWait()
{
    const int port = m_police->port();
    m_police.reset();
    connectTo(port);
    m_office->takeIn({{.person = 1}});
    QCOMPARE(m_office->work().waiting, std::int64_t{1});
    QCOMPARE(m_office->story(1).waitingFor.front().cause, std::string("unavailable"));
}

void TstAgencies::aFieldLeftOutMakesTheCaseWait()
{
    m_fields =
        R"({"deceased":false,"household_shenzhen":true,"name":"林安宁","residence_permit_valid_to":null})";
    m_office->takeIn({{.person = 1}});
    QCOMPARE(m_office->work().waiting, std::int64_t{1});
    QCOMPARE(m_office->story(1).waitingFor.front().cause, std::string("malformed"));
    m_fields = personFields(false);
    QCOMPARE(m_office->work().granted, std::int64_t{1}); // what was not whole was not kept either
}

void TstAgencies::aFreshAnswerIsNotAskedForAgain()
{
    m_office->takeIn({{.person = 1}});
    m_office->work();
    const auto asked = m_police->questions();
    m_office->takeIn({{.person = 1, .channel = "window"}});
    m_office->work();
    QCOMPARE(m_police->questions(), asked);
}

void TstAgencies::halfOfTheAnswersFailingRefusesNobodyAndLosesNobody()
{
    std::vector<ApplicationLine> lines;
    for (int i = 1; i <= 20; ++i)
        lines.push_back({.person = i});
    m_office->takeIn(lines);
    m_police->setFaults({200, 0, 200, 200, std::chrono::milliseconds(0)});
    for (int run = 0; run < 4; ++run) {
        QCOMPARE(m_office->work(2, 3).refused, std::int64_t{0});
        const Status status = must(statusOf(m_office->workspace()));
        QCOMPARE(status.all.granted + status.all.evidence, std::int64_t{20});
    }
    m_police->setFaults({});
    m_office->work(2, 3);
    QCOMPARE(must(statusOf(m_office->workspace())).all.granted, std::int64_t{20});
    std::set<std::int64_t> numbers;
    for (int i = 1; i <= 20; ++i)
        numbers.insert(m_office->story(i).state.acceptanceNo);
    QCOMPARE(numbers.size(), std::size_t{20});
    QVERIFY(m_office->audit().isSound());
}

QTEST_GUILESS_MAIN(TstAgencies)
#include "tst_agencies.moc"
