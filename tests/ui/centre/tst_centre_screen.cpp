// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/joined_window.h"

#include <QCheckBox>
#include <QPlainTextEdit>

using namespace tongban;
using permit::Act;
using permit::Role;

/// A desktop of a centre at the real window, with a real PostgreSQL behind it: the line in words, the outbox,
/// what the centre did not carry out.
class TstCentreScreen : public QObject, private tests::JoinedWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { m_centre = std::make_unique<tests::central::MadeCentre>(); }
    void init() { beginRound(); }
    void cleanup() { endRound(); }
    void whatIsDoneHereGoesOutWhilePeopleWork();
    void offlineIsSaidAndWhatWaitsGoesOutAfterwards();
    void anUnsentActIsTakenBackByAKey();
    void bothSidesOfAConflictAreShownAndItIsClosedWithANote();
    void aConflictIsDoneAgainOnTheFormOfTheCase();
    void aRefusalIsSaidInWordsAndHoldsNothingUp();
    void theOutboxGoesIntoAFile();

private:
    QString sides() const;
};

QString TstCentreScreen::sides() const
{
    QStringList words;
    const auto *table = find<QTableWidget>("commandSides");
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            words += table->item(row, column)->text();
    return words.join(QLatin1Char('|'));
}

void TstCentreScreen::whatIsDoneHereGoesOutWhilePeopleWork()
{
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    // Through another door of the same workspace, as tongbanctl would do it.
    m_here->takeIn(11);
    EVENTUALLY_COMPARE(m_here->office.serialOf(11).substr(0, 3) == "待" ? 0 : 1, 1);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    // And what another desktop does arrives by itself.
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->problems(11, Role::Clerk, tests::actRequest(Act::CheckIn)), std::string());
    QCOMPARE(m_there->sync().applied, 1);
    const auto visits = [this] {
        return m_here->office.story(11).state.visits;
    };
    EVENTUALLY_COMPARE(visits(), 1);
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 0);
    find<QCheckBox>("outboxAll")->setChecked(true);
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY2(cell("outboxTable", 0, 1).startsWith(QStringLiteral("carried out")),
             qPrintable(cell("outboxTable", 0, 1)));
}

void TstCentreScreen::offlineIsSaidAndWhatWaitsGoesOutAfterwards()
{
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    m_centre->server().stop();
    m_here->takeIn(12);
    EVENTUALLY(link().startsWith(QStringLiteral("Offline since ")));
    EVENTUALLY(link().endsWith(QStringLiteral("; 1 waiting to be sent")));
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY(find<QAbstractButton>("centreRetry")->isVisible());
    QVERIFY(find<QLabel>("centreSentence")->text().contains(QStringLiteral("kept here")));
    m_centre->server().start();
    press(Qt::Key_F2);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    EVENTUALLY_COMPARE(outbox()->rowCount(), 0);
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(12), std::string("applied"));
}

void TstCentreScreen::anUnsentActIsTakenBackByAKey()
{
    m_centre->server().stop();
    m_here->takeIn(13);
    open();
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    QVERIFY(outbox()->hasFocus());
    EVENTUALLY(find<QAbstractButton>("outboxWithdraw")->isEnabled());
    press(Qt::Key_F4);
    EVENTUALLY_COMPARE(outbox()->rowCount(), 0);
    m_centre->server().start();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    QVERIFY(m_there->sync().isFinished());
    service::CaseQuery query;
    query.applicantId = tests::personNo(13);
    QVERIFY(tests::must(service::listCases(m_there->office.workspace(), query)).empty());
}

void TstCentreScreen::bothSidesOfAConflictAreShownAndItIsClosedWithANote()
{
    conflict(14, Act::Decline);
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online; 1 not carried out"));
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    EVENTUALLY(find<QLabel>("commandWhy")->text().contains(QStringLiteral("after you looked at it")));
    const QString both = sides();
    for (const char *word : {"材料需核对", "Decline to accept", "Check in at the hall", "there"})
        QVERIFY2(both.contains(QString::fromUtf8(word)), qPrintable(both));
    QCOMPARE(find<QTableWidget>("commandSince")->rowCount(), 1);
    QVERIFY(!find<QAbstractButton>("outboxClose")->isEnabled());
    find<QLineEdit>("outboxNote")->setFocus();
    QTest::keyClicks(find<QLineEdit>("outboxNote"), QStringLiteral("applicant was called"));
    press(Qt::Key_F7);
    EVENTUALLY_COMPARE(outbox()->rowCount(), 0);
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    // Closed is not gone.
    find<QCheckBox>("outboxAll")->setChecked(true);
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    EVENTUALLY(find<QLabel>("commandWhy")->text().contains(QStringLiteral("applicant was called")));
}

void TstCentreScreen::aConflictIsDoneAgainOnTheFormOfTheCase()
{
    conflict(15, Act::Decline);
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online; 1 not carried out"));
    openScreen();
    EVENTUALLY(find<QAbstractButton>("outboxRedo") != nullptr
               && find<QAbstractButton>("outboxRedo")->isEnabled());
    press(Qt::Key_F6);
    EVENTUALLY(find<QPlainTextEdit>("actReason") != nullptr
               && find<QPlainTextEdit>("actReason")->isVisible());
    QCOMPARE(find<QPlainTextEdit>("actReason")->toPlainText(), QStringLiteral("材料需核对"));
    QTest::keyClick(find<QPlainTextEdit>("actReason"), Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY_COMPARE(m_here->state(15), std::string("declined"));
    openScreen();
    // The first try is closed by that.
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online"));
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(15), std::string("declined"));
}

void TstCentreScreen::aRefusalIsSaidInWordsAndHoldsNothingUp()
{
    conflict(16, Act::Decline);
    m_here->takeIn(17);
    open();
    EVENTUALLY_COMPARE(link(), QStringLiteral("Online; 1 not carried out"));
    openScreen();
    EVENTUALLY(find<QLabel>("commandBehind")->isVisible());
    QVERIFY2(find<QLabel>("commandBehind")->text().contains(QStringLiteral("held nothing up")),
             qPrintable(find<QLabel>("commandBehind")->text()));
    QVERIFY(m_there->sync().isFinished());
    QCOMPARE(m_there->state(17), std::string("applied"));
}

void TstCentreScreen::theOutboxGoesIntoAFile()
{
    m_centre->server().stop();
    m_here->takeIn(18);
    const auto file = m_here->office.directory() / "outbox.jsonl";
    QCOMPARE(tests::must(service::exportOutbox(m_here->office.workspace(), file)), 1);
    open();
    openScreen();
    EVENTUALLY_COMPARE(outbox()->rowCount(), 1);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    EVENTUALLY(QApplication::activeModalWidget() != nullptr);
    QApplication::activeModalWidget()->close();
    m_centre->server().start();
}

QTEST_MAIN(TstCentreScreen)
#include "tst_centre_screen.moc"
