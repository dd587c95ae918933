// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/service/acts/case_desk.h"
#include "core/service/cases/case_view.h"
#include "core/service/cases/cases.h"
#include "core/service/centre/case_fetch.h"
#include "tests/core/bench/centre_office.h"
#include "tests/support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>

using namespace tongban;
using service::FetchedCase;
using service::FetchReason;
using tests::needed;
using tests::OfficeDesk;

/// What one desktop had on the screen and what sources answered, as another desktop of the same centre comes
/// to see it: when the case is opened, by who may, with a trace at the centre.
class TstCentreRecords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasSeenAtOneDesktopIsSeenAgainAtAnother();
    void aPageThatIsTooLargeStopsNoActAndTheActSaysSo();
    void answersComeToWhoMayDecideAndToNobodyElse();

private:
    service::StoryEvent lastEvent(const OfficeDesk &desk, const std::string &key) const;
    std::int64_t count(const std::string &from);
    std::string checkedIn(const std::string &padding);

    std::unique_ptr<tests::CentreOffice> m_office;
    OfficeDesk m_window; ///< Of a clerk.
    OfficeDesk m_desk; ///< Of an approver.
};

void TstCentreRecords::initTestCase()
{
    m_office = std::make_unique<tests::CentreOffice>();
    m_office->join("window", m_office->text("bench_clerk"), m_office->desktop(1).device);
    const Uuid device = m_office->admit("office_approver", central::AccountKind::Person, {"approver"});
    m_office->join("desk", m_office->text("office_approver"), device);
    m_window = m_office->open("window");
    m_desk = m_office->open("desk");
}

std::int64_t TstCentreRecords::count(const std::string &from)
{
    PGconn *connection = PQconnectdb(m_office->text("admin").c_str());
    PGresult *answer = PQexec(connection, ("SELECT count(*) FROM " + from).c_str());
    if (PQresultStatus(answer) != PGRES_TUPLES_OK)
        qFatal("%s", PQerrorMessage(connection));
    const std::int64_t number = std::atoll(PQgetvalue(answer, 0, 0));
    PQclear(answer);
    PQfinish(connection);
    return number;
}

service::StoryEvent TstCentreRecords::lastEvent(const OfficeDesk &desk, const std::string &key) const
{
    return needed(service::caseStory(*desk.workspace, key, approval::Language::Chinese)).events.back();
}

/// A new case that a clerk checks in from his page; its id.
std::string TstCentreRecords::checkedIn(const std::string &padding)
{
    const std::string key = m_office->takeIn(1).front();
    m_window.drain();
    service::SignedIn person;
    person.account.name = "clerk";
    person.account.roles = {permit::Role::Clerk};
    service::DeskAct act;
    act.request.act = permit::Act::CheckIn;
    service::CaseView page = needed(service::caseView(*m_window.workspace, key, approval::Language::Chinese));
    page.ownView = "材料原件已核对" + padding;
    act.seen = page;
    act.seenVersion = page.version;
    const auto outcome = needed(service::actAtDesk(*m_window.workspace, key, person, std::move(act)));
    if (!outcome.act.refusals.empty())
        qFatal("%s", std::string(permit::name(outcome.act.refusals.front().problem)).c_str());
    m_window.drain();
    m_desk.drain();
    return key;
}

void TstCentreRecords::whatWasSeenAtOneDesktopIsSeenAgainAtAnother()
{
    const std::string key = checkedIn({});
    const service::StoryEvent event = lastEvent(m_desk, key);
    QVERIFY(service::namesWhatWasSeen(event));
    QVERIFY_FAILS(service::seenBefore(*m_desk.workspace, event), ErrorCode::NotFound);
    const std::string asked = "core.query_log WHERE what = 'records' AND case_id = '" + key + "'";
    QCOMPARE(count(asked), 0);
    const auto fetched = service::fetchCase(*m_desk.workspace, key, FetchReason::Opened);
    QVERIFY_OK(fetched);
    QCOMPARE(fetched->pages, 1);
    QVERIFY(!fetched->recordsDenied);
    const auto there = service::seenBefore(*m_window.workspace, lastEvent(m_window, key));
    const auto here = service::seenBefore(*m_desk.workspace, event);
    QVERIFY_OK(there);
    QVERIFY_OK(here);
    QCOMPARE(*service::canonicalText(*here), *service::canonicalText(*there));
    QVERIFY(here->ownView.starts_with("材料原件已核对"));
    // What is here is not asked for again.
    QVERIFY(!service::fetchCase(*m_desk.workspace, key, FetchReason::Opened)->hasNews());
    QCOMPARE(count(asked), 1);
}

void TstCentreRecords::aPageThatIsTooLargeStopsNoActAndTheActSaysSo()
{
    std::string padding;
    while (padding.size() < 100'000)
        padding += "很长的意见";
    const std::string key = checkedIn(padding);
    const service::StoryEvent event = lastEvent(m_desk, key);
    QCOMPARE(event.act, std::string("check_in"));
    const auto body = parseJson(event.body);
    QVERIFY_OK(body);
    QCOMPARE((*body)["detail"]["left_out"].dump(), std::string(R"(["page"])"));
    QCOMPARE(service::fetchCase(*m_desk.workspace, key, FetchReason::Opened)->pages, 0);
    QVERIFY_FAILS(service::seenBefore(*m_desk.workspace, event), ErrorCode::NotFound);
    QVERIFY_OK(service::seenBefore(*m_window.workspace, lastEvent(m_window, key)));
    // The next act goes through as if nothing had been.
    QVERIFY(m_window.checkIn(key, "第二次到厅"));
    m_window.drain();
    QCOMPARE(m_office->reasons()["第二次到厅"], 1);
}

void TstCentreRecords::answersComeToWhoMayDecideAndToNobodyElse()
{
    const std::string key = checkedIn({});
    const std::string said = R"({"criminal_record":false,"name":"甲"})";
    const nlohmann::json answer{{"answered_at", 1'790'000'000'000},
                                {"as_of", "2026-09-01"},
                                {"body", said},
                                {"digest", sha256(said).hex()},
                                {"key", "440305199001011234"},
                                {"reason", ""},
                                {"record", "person"},
                                {"source", "police"},
                                {"status", "answered"}};
    needed(needed(central::Connection::open(m_office->text("office_robot")))
               .script("SELECT api.put_evidence(" + std::to_string(m_office->district()) + ", '" + key
                       + "', 'police', 'person', '" + answer.dump() + "')"));
    const auto noteAt = [&](const OfficeDesk &desk) {
        return needed(service::caseView(*desk.workspace, key, approval::Language::Chinese)).evidenceNote;
    };
    QVERIFY(noteAt(m_desk).find("尚未取到本机") != std::string::npos);
    const auto told = service::fetchCase(*m_desk.workspace, key, FetchReason::Opened);
    QVERIFY_OK(told);
    QCOMPARE(told->answers, 1);
    const auto view = needed(service::caseView(*m_desk.workspace, key, approval::Language::Chinese));
    QVERIFY(view.evidenceNote.empty());
    QVERIFY(std::ranges::any_of(view.evidence, [](const service::ViewEvidence &line) {
        return line.asOf == parseIsoDate("2026-09-01").value();
    }));
    QCOMPARE(count("core.query_log WHERE what = 'evidence' AND account = 'office_approver' AND case_id = '"
                   + key + "'"),
             1);
    // Looking at a case is no attempt; asking expressly is one, and is refused and written down.
    const std::string refused = "core.refusal_log WHERE what = 'read_evidence' AND account = 'clerk'";
    const auto looked = service::fetchCase(*m_window.workspace, key, FetchReason::Opened);
    QVERIFY_OK(looked);
    QVERIFY(looked->answersDenied && looked->answers == 0);
    QCOMPARE(count(refused), 0);
    QVERIFY(service::fetchCase(*m_window.workspace, key, FetchReason::Wanted)->answersDenied);
    QCOMPARE(count(refused), 1);
    QVERIFY(noteAt(m_window).find("无权查看") != std::string::npos);
    QCOMPARE(count("core.query_log WHERE what = 'evidence' AND account = 'clerk'"), 0);
}

QTEST_GUILESS_MAIN(TstCentreRecords)
#include "tst_centre_records.moc"
