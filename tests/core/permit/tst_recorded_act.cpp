// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/permit/recorded_act.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::permit;
using tests::permit::Desk;

class TstRecordedAct : public QObject
{
    Q_OBJECT

private slots:
    void anyStoryFollowedFromItsEventsEndsWhereItEnded();
    void whoVouchedForAnOldDayOfReceiptIsReadBack();
    void whatTheRulesWouldNotHaveAllowedStandsAllTheSame();
    void anUnknownActIsToldAndNotGuessed();
};

namespace {

constexpr Role kRoles[] = {Role::Applicant, Role::System, Role::Clerk, Role::Approver, Role::Supervisor};

/// With what the act may want, so that a walk gets far.
ActRequest request(Act act, const Desk &desk)
{
    ActRequest what = Desk::plain(act);
    what.signer = Signature{"signer", Role::Supervisor};
    what.defects = {{"WYC-D-03", "idcard", "办法第八条", "身份证过期", "Expired", {}},
                    {"material:3", {}, "办法第九条", "缺少照片", "No photograph", desk.today()}};
    what.materials = {3};
    what.workdays = 5;
    what.suspension = SuspensionKind::ExpertReview;
    what.waybill = "SF1234567890";
    what.receiver = "张三";
    what.hall = "H1";
    what.window = "01";
    what.unrepairedBadCredit = false;
    what.adviceAgainst = act == Act::Refer;
    what.pinnedModel = std::string(64, 'a');
    if (act == Act::AcceptConditionally)
        what.dueOn = desk.today() + std::chrono::days(3);
    if (act == Act::Suspend)
        what.dueOn = desk.today() + std::chrono::days(9);
    if (act == Act::Supplement || act == Act::IssuePaper)
        what.detail = R"({"fields":{"plate":"粤B12345"}})";
    return what;
}

RecordedAct recorded(const ActEvent &event)
{
    return {name(event.act), name(event.stateAfter), event.actor, name(event.role),
            event.at,        event.reason,           event.basis, event.body};
}

ReplayContext contextOf(const Desk &desk)
{
    const ActContext context = desk.context(Role::System);
    return {context.procedure, desk.item(), context.power, 440305, desk.state().changedAt};
}

} // namespace

void TstRecordedAct::anyStoryFollowedFromItsEventsEndsWhereItEnded()
{
    std::size_t acts = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        SeededRandom random(seed);
        Desk desk(seed % 3 == 0 ? "CZ-002" : "CZ-001");
        CaseState followed = desk.state();
        for (int step = 0; step < 40; ++step) {
            desk.goTo(desk.now() + std::chrono::hours(random.below(60)));
            const Role role = kRoles[random.below(std::size(kRoles))];
            const auto possible = possibleActs(desk.state(), *desk.rules().workflow, role);
            if (possible.empty())
                continue;
            const Act act = possible[random.below(possible.size())];
            if (act == Act::Apply || !desk.act(request(act, desk), role))
                continue;
            const auto next = replay(&followed, recorded(desk.event()), contextOf(desk));
            QVERIFY_OK(next);
            QVERIFY2(next->doubts.empty(), name(act).data());
            followed = next->state;
            QCOMPARE(canonicalText(followed), canonicalText(desk.state()));
            ++acts;
        }
    }
    QVERIFY2(acts > 1000, "the walks got nowhere");
}

void TstRecordedAct::whoVouchedForAnOldDayOfReceiptIsReadBack()
{
    const Desk desk;
    const Timestamp received = desk.now() - std::chrono::days(60);
    for (const bool isVouched : {true, false}) {
        ActRequest opening;
        opening.act = Act::Apply;
        opening.receiptVouched = isVouched;
        const ActResult opened = open(opening, desk.context(Role::Applicant), 440305, received);
        QVERIFY(opened);
        ReplayContext context = contextOf(desk);
        context.receivedAt = received;
        const auto followed = replay(nullptr, recorded(opened->event), context);
        QVERIFY_OK(followed);
        QVERIFY(followed->doubts.empty());
        QCOMPARE(canonicalText(followed->state), canonicalText(opened->state));
        QCOMPARE(followed->state.takenInLate.has_value(), !isVouched);
    }
}

void TstRecordedAct::whatTheRulesWouldNotHaveAllowedStandsAllTheSame()
{
    const Desk desk;
    const RecordedAct grant{"grant", "granted", "li", "approver", desk.now(), "", "依据", "{}"};
    const auto next = replay(&desk.state(), grant, contextOf(desk));
    QVERIFY_OK(next);
    QVERIFY(!next->doubts.empty());
    QCOMPARE(next->state.state, State::Granted);
    QCOMPARE(next->state.version, desk.state().version + 1);
    QVERIFY(next->state.decision && next->state.decision->actor == "li");
}

void TstRecordedAct::anUnknownActIsToldAndNotGuessed()
{
    const Desk desk;
    const RecordedAct strange{"teleport", "granted", "li", "approver", desk.now(), "", "", "{}"};
    QVERIFY_FAILS(replay(&desk.state(), strange, contextOf(desk)), ErrorCode::Corrupted);
    const RecordedAct broken{"accept", "accepted", "li", "clerk", desk.now(), "", "", "[]"};
    QVERIFY_FAILS(replay(&desk.state(), broken, contextOf(desk)), ErrorCode::Corrupted);
}

QTEST_APPLESS_MAIN(TstRecordedAct)
#include "tst_recorded_act.moc"
