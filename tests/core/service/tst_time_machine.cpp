// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/service/cases/time_machine.h"
#include "tests/core/service/office.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tongban;
using namespace tongban::service;
using permit::Act;
using permit::Role;
using tests::must;

namespace {

constexpr auto kChinese = approval::Language::Chinese;

permit::ActRequest request(Act act, const std::string &reason = {}, const std::string &basis = {},
                           const std::string &document = {})
{
    permit::ActRequest made;
    made.act = act;
    made.reason = reason;
    made.basis = basis;
    made.document = document;
    return made;
}

/// What an act says about how it left the case, as it wrote it down then.
std::string standingIn(const StoryEvent &event)
{
    return must(parseJson(event.body)).value("standing", std::string());
}

} // namespace

/// A case as it stood: the acts of the ledger followed anew, checked against what each act wrote down when it
/// was done.
class TstTimeMachine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void afterEachActItStandsAsThatActLeftIt();
    void afterTheLastActItIsThePresent();
    void aDayShowsNothingOfWhatCameLater();
    void clocksReadAsOnThatDay();
    void beforeTheFirstActThereWasNoCase();
    void momentsAreReadAsPeopleWriteThem();

private:
    /// Many kinds of acts on one case, days apart.
    void live(int person);
    PastCase after(int person, std::int64_t acts)
    {
        return must(caseAsOf(m_office->workspace(), m_office->serialOf(person), {acts, {}}, kChinese));
    }

    std::unique_ptr<tests::Office> m_office;
};

void TstTimeMachine::init()
{
    m_office = std::make_unique<tests::Office>();
    tests::ApplicationLine people;
    people.person = 1;
    people.item = "KY-001";
    people.fields = "{}";
    people.materials = {1};
    tests::ApplicationLine clean;
    clean.person = 2;
    tests::ApplicationLine found;
    found.person = 3;
    m_office->takeIn({people, clean, found});
    m_office->importRegisters({{.person = 2}, {.person = 3, .crime = true}});
    m_office->work();
    live(1);
}

void TstTimeMachine::live(int person)
{
    const auto day = [this](const char *iso) {
        m_office->clock.set(tests::at(iso));
    };
    const auto done = [&](const char *who, Role role, permit::ActRequest what) {
        const std::string problems = tests::problemsOf(m_office->act(person, who, role, std::move(what)));
        QVERIFY2(problems.empty(), problems.c_str());
    };
    day("2026-11-24T09:00:00+08:00");
    done("wangfang", Role::Clerk, request(Act::CheckIn));
    permit::ActRequest notice = request(Act::GiveNotice);
    notice.defects = {{"material:6", "", "《条例》第八条", "缺少安全制度文本", "", {}}};
    done("wangfang", Role::Clerk, notice);
    day("2026-11-26T15:00:00+08:00");
    m_office->act(person, "wangfang", Role::Clerk, request(Act::Supplement), {{6}, {}});
    done("wangfang", Role::Clerk, request(Act::Accept));
    day("2026-11-30T10:00:00+08:00");
    done("liqiang", Role::Approver, request(Act::Suspend, "组织专家评审", "", "深交函〔2026〕12号"));
    day("2026-12-04T10:00:00+08:00");
    m_office->act(person, "liqiang", Role::Approver, request(Act::Resume));
    done("liqiang", Role::Approver, request(Act::ProposeRefusal, "不符合条件", "《条例》第二十四条"));
    day("2026-12-07T10:00:00+08:00");
    m_office->act(person, "chenjing", Role::Supervisor, request(Act::RejectProposal, "请补充核实"));
    day("2026-12-08T10:00:00+08:00");
    m_office->act(person, "liqiang", Role::Approver, request(Act::Grant, "核实后符合", "《条例》第二十四条"));
}

void TstTimeMachine::afterEachActItStandsAsThatActLeftIt()
{
    for (const int person : {1, 2, 3}) {
        const CaseStory story = m_office->story(person);
        QVERIFY(!story.events.empty());
        if (person == 1)
            QVERIFY2(story.events.size() >= 9, tests::actsOf(story).c_str());
        for (std::size_t n = 1; n <= story.events.size(); ++n) {
            const PastCase past = after(person, static_cast<std::int64_t>(n));
            QCOMPARE(past.state.version, static_cast<std::int64_t>(n));
            QCOMPARE(std::string(permit::name(past.state.state)), story.events[n - 1].stateAfter);
            // The ledger's own word for it, written when the act was done.
            QCOMPARE(permit::standingDigest(permit::canonicalText(past.state)),
                     standingIn(story.events[n - 1]));
            QCOMPARE(past.events.size(), n);
            QCOMPARE(past.events.back().hash, story.events[n - 1].hash);
            QCOMPARE(past.allActs, static_cast<std::int64_t>(story.events.size()));
        }
    }
}

void TstTimeMachine::afterTheLastActItIsThePresent()
{
    for (const int person : {1, 2, 3}) {
        const CaseStory story = m_office->story(person);
        const PastCase past = after(person, static_cast<std::int64_t>(story.events.size()));
        QVERIFY(past.state == story.state);
        CaseView now = must(caseView(m_office->workspace(), story.line.serial, kChinese));
        CaseView then = past.view;
        // What is asked of the registers today, and other cases, are of today.
        now.shownAt = then.shownAt = {};
        now.related = then.related = {};
        if (now.ruleSet.empty())
            now.evidence = then.evidence = {};
        QCOMPARE(must(canonicalText(then)), must(canonicalText(now)));
    }
}

void TstTimeMachine::aDayShowsNothingOfWhatCameLater()
{
    const auto on = [this](const char *moment) {
        return must(caseAsOf(m_office->workspace(), m_office->serialOf(1), {{}, must(parseMoment(moment))},
                             kChinese));
    };
    const PastCase noticed = on("2026-11-25");
    QCOMPARE(noticed.state.state, permit::State::SupplementPending);
    QVERIFY(!noticed.view.decision.isMade());
    QCOMPARE(noticed.state.notices.size(), std::size_t{1});
    const PastCase suspended = on("2026-12-01 12:00");
    QCOMPARE(suspended.state.state, permit::State::Suspended);
    QVERIFY(!suspended.state.proposal);
    const PastCase decided = on("2026-12-08");
    QVERIFY(decided.view.decision.isMade() || decided.state.state == permit::State::Granted);
}

void TstTimeMachine::clocksReadAsOnThatDay()
{
    m_office->clock.set(tests::at("2027-03-01T09:00:00+08:00"));
    const auto at = must(parseMoment("2026-11-27"));
    const PastCase past = must(caseAsOf(m_office->workspace(), m_office->serialOf(1), {{}, at}, kChinese));
    QVERIFY(!past.clocks.empty());
    const auto same = permit::readClocks(past.state, *m_office->story(1).item,
                                         m_office->workspace().resources().clockRules(), officialDate(at));
    QCOMPARE(past.clocks.size(), same.size());
    for (std::size_t i = 0; i < same.size(); ++i)
        QCOMPARE(past.clocks[i].left, same[i].left);
    for (const permit::ClockReading &clock : past.clocks)
        QVERIFY(clock.light != permit::Light::Red);
}

void TstTimeMachine::beforeTheFirstActThereWasNoCase()
{
    const std::string serial = m_office->serialOf(1);
    const auto early =
        caseAsOf(m_office->workspace(), serial, {{}, tests::at("2026-11-01T00:00:00+08:00")}, kChinese);
    QVERIFY(!early && early.error().code == ErrorCode::NotFound);
    const auto many = caseAsOf(m_office->workspace(), serial, {99, {}}, kChinese);
    QVERIFY(!many && many.error().code == ErrorCode::InvalidInput);
}

void TstTimeMachine::momentsAreReadAsPeopleWriteThem()
{
    QCOMPARE(isoTimestamp(must(parseMoment("2026-11-23"))), std::string("2026-11-23T23:59:59.999+08:00"));
    QCOMPARE(isoTimestamp(must(parseMoment("2026-11-23 10:03"))),
             std::string("2026-11-23T10:03:59.999+08:00"));
    QVERIFY(!parseMoment("yesterday"));
    QVERIFY(!parseMoment("2026-02-30"));
}

QTEST_GUILESS_MAIN(TstTimeMachine)
#include "tst_time_machine.moc"
