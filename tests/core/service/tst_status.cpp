// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/generator.h"
#include "core/service/decision/replay.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace tests;
using namespace tongban;
using namespace tongban::service;

namespace {

constexpr const char *kRuleSet = "ride-hailing-driver-licence";

} // namespace

/// The numbers of a whole made-up year equal a recount by hand, and replaying it finds what a changed rule
/// changes.
class TstStatus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theCountsOfTheIntakeAreThoseOfTheGenerator();
    void countsEqualARecountCaseByCase();
    void everyCaseForPeopleLiesAtOneDesk();
    void everyCaseThatIsNotAutomaticHasOneReason();
    void noAutomaticCaseWasTouched();
    void theStoreIsSound();
    void replayByTheSameRulesFlipsNothing();
    void replayByAStricterRuleNamesEveryCaseItChanges();
    void listsByQueueShowWhatIsCounted();

private:
    std::unique_ptr<Office> m_office;
    demo::DemoReport m_demo;
    IntakeReport m_intake;
};

void TstStatus::initTestCase()
{
    m_office = std::make_unique<Office>();
    demo::DemoPlan plan;
    plan.applications = 1500;
    plan.seed = 7;
    plan.referenceDay = must(parseIsoDate("2026-11-22"));
    plan.firstDay = must(parseIsoDate("2026-11-18"));
    plan.resources = Office::resources();
    const auto folder = m_office->directory() / "demo";
    m_demo = must(demo::generateDemo(plan, folder));
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".csv")
            must(service::importRegister(m_office->workspace(), entry.path(), plan.referenceDay, {}));
    m_intake = m_office->takeInFile(folder / "applications.jsonl");
    m_office->work(2);
}

void TstStatus::theCountsOfTheIntakeAreThoseOfTheGenerator()
{
    QCOMPARE(static_cast<std::uint64_t>(m_intake.accepted), m_demo.applications);
    QCOMPARE(static_cast<std::uint64_t>(m_intake.quarantined), m_demo.quarantined);
    QCOMPARE(static_cast<std::uint64_t>(m_intake.repeated), m_demo.repeats);
    QCOMPARE(static_cast<std::uint64_t>(m_intake.lines), m_demo.lines);
}

void TstStatus::countsEqualARecountCaseByCase()
{
    CaseQuery query;
    query.limit = 1'000'000;
    OutcomeCounts recount;
    for (const CaseLine &line : must(listCases(m_office->workspace(), query))) {
        ++recount.cases;
        recount.granted += line.outcome == "granted" ? 1 : 0;
        recount.refused += line.outcome == "refused" ? 1 : 0;
        recount.automatic += !line.outcome.empty() && !line.touchedByHuman ? 1 : 0;
        recount.automaticRefusals += line.outcome == "refused" && !line.touchedByHuman ? 1 : 0;
        recount.noticed += line.state == "supplement_pending" ? 1 : 0;
        recount.evidence += line.state == "evidence_pending" ? 1 : 0;
        recount.referred += line.queue == "people" ? 1 : 0;
    }
    const Status status = must(statusOf(m_office->workspace()));
    QCOMPARE(status.all.cases, recount.cases);
    QCOMPARE(status.all.granted, recount.granted);
    QCOMPARE(status.all.refused, recount.refused);
    QCOMPARE(status.all.automatic, recount.automatic);
    QCOMPARE(status.all.automaticRefusals, recount.automaticRefusals);
    QCOMPARE(status.all.noticed, recount.noticed);
    QCOMPARE(status.all.evidence, recount.evidence);
    QCOMPARE(status.all.referred, recount.referred);
    QVERIFY(status.all.noticed > 0 && status.all.referred > 0 && status.all.granted > 0);
    OutcomeCounts sum;
    for (const ItemStatusLine &line : status.items)
        sum.add(line.counts);
    QCOMPARE(sum.cases, status.all.cases);
    QCOMPARE(sum.automatic, status.all.automatic);
    QVERIFY(status.areas.automaticPerMille() >= 750);
    QCOMPARE(status.automaticItems, std::size_t{37});
}

void TstStatus::everyCaseForPeopleLiesAtOneDesk()
{
    std::map<std::string, std::int64_t> waiting;
    CaseQuery query;
    query.queue = "people";
    query.limit = 1'000'000;
    for (const CaseLine &line : must(listCases(m_office->workspace(), query)))
        ++waiting[must(caseStory(m_office->workspace(), line.serial, approval::Language::Chinese))
                      .approvalQueue.code];
    QVERIFY(waiting.size() > 3);
    QVERIFY(!waiting.contains(""));
    const Status status = must(statusOf(m_office->workspace()));
    QCOMPARE(status.desks.size(), waiting.size());
    for (const DeskCount &line : status.desks)
        QCOMPARE(line.waiting, waiting[line.desk.code]);
    QCOMPARE(status.notices.noticed, status.all.noticed); // nobody has answered yet
    QCOMPARE(status.notices.noticedAgain, std::int64_t{0});
}

void TstStatus::everyCaseThatIsNotAutomaticHasOneReason()
{
    CaseQuery query;
    query.limit = 1'000'000;
    std::map<std::string, std::int64_t> reasons;
    for (const CaseLine &line : must(listCases(m_office->workspace(), query))) {
        if (line.queue == "people" || line.queue == "evidence")
            QVERIFY2(!line.reason.empty(), line.serial.c_str());
        if (!line.reason.empty() && line.outcome.empty())
            ++reasons[line.reason];
    }
    for (const ReasonCount &reason : must(statusOf(m_office->workspace())).reasons)
        QCOMPARE(reason.count, reasons[reason.reason]);
}

void TstStatus::noAutomaticCaseWasTouched()
{
    QCOMPARE(askSql(m_office->folder() / "store.sqlite",
                    "SELECT count(*) FROM event AS e JOIN vocabulary AS r ON r.no = e.role"
                    " WHERE r.word IN ('clerk', 'approver', 'supervisor')"),
             std::string("0"));
}

void TstStatus::theStoreIsSound()
{
    const AuditReport report = m_office->audit();
    QVERIFY2(report.isSound(), report.findings.empty() ? "" : report.findings.front().detail.c_str());
    QCOMPARE(report.cases, m_intake.accepted);
}

void TstStatus::replayByTheSameRulesFlipsNothing()
{
    ReplayOptions options;
    options.changes = {{kRuleSet, Office::resources() / "models/ride-hailing-driver-licence/1.dmn", {}}};
    const auto summary = must(replayDecisions(m_office->workspace(), options));
    QVERIFY(summary.cases > 10);
    QCOMPARE(summary.flips.size(), std::size_t{0});
}

void TstStatus::replayByAStricterRuleNamesEveryCaseItChanges()
{
    // Whoever is younger than sixty has to be looked at now.
    std::string text = readFile(Office::resources() / "models/ride-hailing-driver-licence/1.dmn");
    const std::string cell = "&lt; 21</text>";
    QVERIFY(text.find(cell) != std::string::npos);
    text.replace(text.find(cell), cell.size(), "&lt; 60</text>");
    ReplayOptions options;
    options.changes = {{kRuleSet, m_office->directory().write("changed.dmn", text), {}}};
    const auto summary = must(replayDecisions(m_office->workspace(), options));
    std::set<std::string> expected;
    CaseQuery query;
    query.item = "CZ-001";
    query.outcome = "granted";
    query.limit = 1'000'000;
    for (const CaseLine &line : must(listCases(m_office->workspace(), query)))
        if (line.applicantId.substr(6, 4) > "1966")
            expected.insert(line.serial);
    std::set<std::string> found;
    for (const approval::Flip &flip : summary.flips)
        if (flip.before == approval::Outcome::Grant)
            found.insert(flip.caseName);
    QVERIFY(!expected.empty());
    QVERIFY(std::ranges::includes(found, expected));
    QCOMPARE(summary.flipped, static_cast<std::uint64_t>(summary.flips.size()));
    QCOMPARE(summary.same + summary.flipped + summary.cannotTell, summary.cases);
}

void TstStatus::listsByQueueShowWhatIsCounted()
{
    CaseQuery query;
    query.queue = "people";
    query.limit = 1'000'000;
    const auto lines = must(listCases(m_office->workspace(), query));
    QCOMPARE(static_cast<std::int64_t>(lines.size()), must(statusOf(m_office->workspace())).all.referred);
    for (std::size_t i = 1; i < lines.size(); ++i)
        QVERIFY(!lines[i - 1].due || !lines[i].due || *lines[i - 1].due <= *lines[i].due);
}

QTEST_GUILESS_MAIN(TstStatus)
#include "tst_status.moc"
