// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/delivery_desk.h"
#include "tests/support/patience.h"
#include "tests/ui/support/counter_screen.h"
#include "tests/ui/support/watchdog.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace tongban;
using tests::kPerson;

/// Where the values of an entry come from, and who says so.
class TstIntakeSources : public tests::CounterScreen
{
    Q_OBJECT

private slots:
    void init()
    {
        begin();
        tests::WatchedApplication::begin();
    }
    void cleanup() { end(); }
    void whatRegistersKnowIsFilledInWithItsSource();
    void aChangedValueIsTheClerksAndTheOldOneIsLogged();
    void paperIsAskedForWithAReasonAlone();
    void aPreReviewBecomesACaseWithNothingTypedAgain();
};

void TstIntakeSources::whatRegistersKnowIsFilledInWithItsSource()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson);
    auto *name = find<QLineEdit>("intake.applicant.name");
    EVENTUALLY_COMPARE(name->text(), QStringLiteral("林安宁"));
    QVERIFY(name->font().italic());
    QVERIFY(find<QLabel>("intakeFrom.applicant.name")->text().contains(QStringLiteral("2026-11-22")));
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    const service::ViewField field = fieldOf("applicant.name");
    QCOMPARE(field.origin, service::FieldOrigin::Register);
    QCOMPARE(isoDate(*field.asOf), std::string("2026-11-22"));
}

void TstIntakeSources::aChangedValueIsTheClerksAndTheOldOneIsLogged()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    QTest::keyClicks(find<QLineEdit>("intake.applicant.id"), kPerson);
    auto *name = find<QLineEdit>("intake.applicant.name");
    EVENTUALLY_COMPARE(name->text(), QStringLiteral("林安宁"));
    name->setFocus();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, QStringLiteral("x"));
    QVERIFY(!name->font().italic());
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    const service::ViewField field = fieldOf("applicant.name");
    QCOMPARE(field.origin, service::FieldOrigin::Changed);
    QCOMPARE(field.value, std::string("林安宁x"));
    QCOMPARE(field.was, std::string("林安宁"));
    QCOMPARE(field.by, std::string("wangfang"));
    const auto story = storyOf(cases().front().serial);
    QCOMPARE(story.events.front().actor, std::string("wangfang"));
    QCOMPARE(story.events.front().role, std::string("clerk"));
}

void TstIntakeSources::paperIsAskedForWithAReasonAlone()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    auto *asked = find<QCheckBox>("intake.paperAsked.2");
    QVERIFY(!asked->isVisible());
    find<QAbstractButton>("intake.paperOpen.2")->click();
    QVERIFY(asked->isVisible() && find<QLineEdit>("intake.paperReason.2")->hasFocus());
    QVERIFY(!asked->isEnabled() && !asked->toolTip().isEmpty());
    find<QLineEdit>("intake.paperReason.2")->setText(QStringLiteral("the register is wrong"));
    QVERIFY(asked->isEnabled());
    asked->click();
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    const std::string body = storyOf(cases().front().serial).events.front().body;
    QVERIFY(body.find(R"("paper_asked":{"2":"the register is wrong"})") != std::string::npos);
    // Not the button alone: the core refuses it too.
    service::CounterEntry entry;
    entry.externalNo = "C-2";
    entry.item = "CZ-001";
    entry.id = kPerson.toStdString();
    entry.name = "林安宁";
    entry.paperAsked[2] = " ";
    const auto refused = m_thread->run([entry](service::Workspace &workspace) {
        return service::takeInEntry(workspace, entry, "wangfang");
    });
    QCOMPARE(refused.result()->paperWithoutReason, std::vector<int>{2});
    QCOMPARE(cases().size(), std::size_t{1});
}

void TstIntakeSources::aPreReviewBecomesACaseWithNothingTypedAgain()
{
    QSignalSpy taken(m_screen.get(), &ui::IntakeScreen::takenIn);
    choose(QStringLiteral("CZ-001"));
    type(kPerson, QStringLiteral("林安宁"));
    find<QComboBox>("intake.stage")->setCurrentIndex(1);
    send();
    EVENTUALLY_COMPARE(taken.size(), 1);
    const std::string serial = cases().front().serial;
    const auto before = storyOf(serial);
    QCOMPARE(before.state.state, permit::State::PreReview);
    service::SignedIn clerk;
    clerk.account.name = "wangfang";
    clerk.account.roles = {permit::Role::Clerk};
    const auto converted = m_thread->run([serial, clerk](service::Workspace &workspace) {
        permit::ActRequest apply;
        apply.act = permit::Act::Apply;
        return service::actNow(workspace, serial, clerk, apply);
    });
    QVERIFY(converted.result()->act.refusals.empty());
    const auto after = storyOf(serial);
    QCOMPARE(after.state.state, permit::State::Applied);
    QCOMPARE(after.application, before.application);
    QCOMPARE(after.events.size(), before.events.size() + 1);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstIntakeSources>(argc, argv);
}
#include "tst_intake_sources.moc"
