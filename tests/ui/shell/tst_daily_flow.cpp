// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/cases.h"
#include "core/service/workspace/drafts.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/application/case_body.h"
#include "ui/base/page_view.h"
#include "ui/base/wrap_table.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace tongban;

/// What a person at a desk does all day, by keys on the real window, with the keys counted (B12).
class TstDailyFlow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCleanCaseIsGrantedWithThreeKeysAtMost();
    void theProposalOpensAfterTheEvidenceAndTheOwnView();
    void aPageThatWasSeenLooksTheSameAgain();
    void aNoticeTakesTwelveKeysAtMost();
    void aRefusalIsSignedBySomebodyElse();
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost();
    void aTypedFormOutlivesTheLock();
    void aTypedFormOutlivesTheWindow();
    void everyActThatCannotBeDoneSaysWhy();
    void aSearchTakesOneKeyMoreThanItsWords();
    void theCounterIsOneKeyAwayAndKeepsWhatIsTyped();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void signIn(const char *practice) const { find<QAbstractButton>(practice)->click(); }
    QAction *act(const char *name) const { return find<QAction>(name); }
    QString current() const
    {
        return find<QTableView>("queueTable")->currentIndex().siblingAtColumn(1).data().toString();
    }
    void goTo(const char *action, const QString &reason);
    service::CaseStory story(const QString &serial) const;

    tests::OfficeFolder m_office{700};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_keys = 0;
};

void TstDailyFlow::init()
{
    m_thread = m_office.open();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::Chinese);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("practice_approver") != nullptr);
    signIn("practice_approver");
    EVENTUALLY(find<QTableView>("queueTable") != nullptr && !current().isEmpty());
    tests::WatchedApplication::begin();
}

void TstDailyFlow::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

/// To the first case of the list with this reason where the act is possible.
void TstDailyFlow::goTo(const char *action, const QString &reason)
{
    auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 20);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 5).data().toString() != reason)
            continue;
        QSignalSpy shown(m_window.get(), &ui::MainWindow::caseShown);
        if (table->currentIndex().row() != row) {
            table->selectRow(row);
            EVENTUALLY(!shown.isEmpty());
        }
        if (QTest::qWaitFor([&] { return act(action)->isEnabled(); }, 1000))
            break;
    }
    QVERIFY(act(action)->isEnabled());
    table->setFocus();
    m_keys = 0;
}

service::CaseStory TstDailyFlow::story(const QString &serial) const
{
    const auto told = m_thread->run([key = serial.toStdString()](service::Workspace &workspace) {
        return service::caseStory(workspace, key, approval::Language::Chinese);
    });
    return *told.result();
}

void TstDailyFlow::aCleanCaseIsGrantedWithThreeKeysAtMost()
{
    goTo("act_grant", QStringLiteral("item decided by people"));
    const QString serial = current();
    press(Qt::Key_A);
    // The confirmation is the document; a slip of the finger goes back.
    QVERIFY(find<QAbstractButton>("actCancel")->hasFocus());
    EVENTUALLY_COMPARE(find<ui::PageView>("pageView")->pageCount(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY(current() != serial);
    QVERIFY(m_keys <= 3);
    const service::CaseStory granted = story(serial);
    QVERIFY(granted.state.decision.has_value());
    QCOMPARE(granted.state.decision->actor, std::string("approver"));
    QVERIFY(!granted.state.decision->basis.empty());
    QVERIFY(find<QTableView>("queueTable")->hasFocus());
    // What was on the screen is kept with the act, and the paper was issued.
    EVENTUALLY_COMPARE(story(serial).events.back().act, std::string("issue_paper"));
    const auto events = story(serial).events;
    QVERIFY(service::namesWhatWasSeen(events[events.size() - 2]));
}

void TstDailyFlow::theProposalOpensAfterTheEvidenceAndTheOwnView()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    auto *body = find<ui::CaseBody>("caseBody");
    // The evidence is in sight, so that looking at it costs no key; own view comes before the proposal.
    EVENTUALLY(body->seen().evidenceOpened);
    QVERIFY(!find<ui::WrapTable>("ruleTable")->isVisible());
    press(Qt::Key_4);
    auto *choice = find<QComboBox>("ownViewChoice");
    QVERIFY(choice->hasFocus());
    QVERIFY(!find<ui::WrapTable>("ruleTable")->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(QString::fromStdString(body->seen().ownView), choice->itemText(2));
    find<QTableView>("queueTable")->setFocus();
    press(Qt::Key_4);
    QVERIFY(find<ui::WrapTable>("ruleTable")->isVisible());
    QVERIFY(find<ui::WrapTable>("ruleTable")->rowCount() > 0);
    QVERIFY(body->seen().proposalOpened);
}

void TstDailyFlow::aPageThatWasSeenLooksTheSameAgain()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    const QString serial = current();
    auto *body = find<ui::CaseBody>("caseBody");
    EVENTUALLY(body->seen().evidenceOpened);
    const QString shown = body->text();
    press(Qt::Key_R);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("a condition is not met"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY(current() != serial);
    EVENTUALLY_COMPARE(story(serial).state.state, permit::State::SecondSignature);
    m_window->openCase(serial);
    EVENTUALLY(act("act_reject_proposal")->isEnabled());
    auto *events = find<ui::WrapTable>("eventTable");
    Q_EMIT events->itemActivated(events->item(events->rowCount() - 1, 0));
    EVENTUALLY(find<QDialog>("seenDialog") != nullptr);
    QCOMPARE(find<QDialog>("seenDialog")->findChild<ui::CaseBody *>()->text(), shown);
}

void TstDailyFlow::aNoticeTakesTwelveKeysAtMost()
{
    goTo("act_give_notice", QStringLiteral("asked for a person"));
    const QString serial = current();
    press(Qt::Key_B);
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("the photo shows somebody else"));
    // What shared data delivers is asked for with a reason alone (S1).
    press(Qt::Key_Tab);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("the register is wrong"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY(current() != serial);
    QVERIFY(m_keys <= 12);
    const service::CaseStory told = story(serial);
    QCOMPARE(told.state.notices.size(), std::size_t(1));
    QCOMPARE(told.state.notices.front().defects.size(), std::size_t(3));
}

void TstDailyFlow::aRefusalIsSignedBySomebodyElse()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    const QString serial = current();
    press(Qt::Key_R);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("a condition is not met"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY(current() != serial);
    QCOMPARE(story(serial).state.state, permit::State::SecondSignature);
    m_window->openCase(serial);
    EVENTUALLY(act("act_reject_proposal")->isEnabled());
    QVERIFY(!act("act_countersign")->isEnabled());
    QVERIFY(!act("act_countersign")->toolTip().isEmpty());
    press(Qt::Key_U);
    EVENTUALLY_COMPARE(story(serial).state.state, permit::State::Referred);
}

void TstDailyFlow::whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    const QString serial = current();
    press(Qt::Key_R);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *reason = find<QPlainTextEdit>("actReason");
    EVENTUALLY(reason->hasFocus());
    QCOMPARE(story(serial).state.state, permit::State::Referred);
    QTest::keyClicks(reason, QStringLiteral("half a sentence"));
    press(Qt::Key_Escape);
    QVERIFY(find<QPlainTextEdit>("actReason") == nullptr);
    QVERIFY(find<QTableView>("queueTable")->hasFocus());
    press(Qt::Key_R);
    QCOMPARE(find<QPlainTextEdit>("actReason")->toPlainText(), QStringLiteral("half a sentence"));
}

void TstDailyFlow::aTypedFormOutlivesTheLock()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    press(Qt::Key_R);
    auto *reason = find<QPlainTextEdit>("actReason");
    reason->selectAll(); // what an earlier window kept
    QTest::keyClicks(reason, QStringLiteral("half a sentence"));
    m_window->lock();
    QVERIFY(!reason->isVisible());
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("practice-approver"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    EVENTUALLY(!m_window->isLocked());
    QVERIFY(reason->hasFocus());
    QCOMPARE(reason->toPlainText(), QStringLiteral("half a sentence"));
}

void TstDailyFlow::aTypedFormOutlivesTheWindow()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    const QString serial = current();
    press(Qt::Key_R);
    find<QPlainTextEdit>("actReason")->selectAll();
    QTest::keyClicks(find<QPlainTextEdit>("actReason"), QStringLiteral("another sentence"));
    // As after a change of the language, and after signing out and in again: nobody waited for a timer.
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("practice_approver") != nullptr);
    signIn("practice_approver");
    EVENTUALLY(find<QTableView>("queueTable") != nullptr && !current().isEmpty());
    m_window->openCase(serial);
    EVENTUALLY(act("act_propose_refusal")->isEnabled());
    QVERIFY(find<QLabel>("caseUnfinished")->isVisible());
    find<QTableView>("queueTable")->setFocus();
    press(Qt::Key_R);
    QCOMPARE(find<QPlainTextEdit>("actReason")->toPlainText(), QStringLiteral("another sentence"));
    // Done, it is no draft any more.
    press(Qt::Key_Return, Qt::ControlModifier);
    EVENTUALLY_COMPARE(story(serial).state.state, permit::State::SecondSignature);
    const auto isKept = [&] {
        const auto left = m_thread->run(
            [](service::Workspace &workspace) { return service::draftsOf(workspace, "approver"); });
        const std::vector<service::DraftKey> kept = *left.result();
        return std::ranges::any_of(
            kept, [&](const service::DraftKey &key) { return key.subject == serial.toStdString(); });
    };
    EVENTUALLY(!isKept());
}

void TstDailyFlow::everyActThatCannotBeDoneSaysWhy()
{
    auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 20);
    for (const int row : {0, 7, 15}) {
        QSignalSpy shown(m_window.get(), &ui::MainWindow::caseShown);
        table->selectRow(row);
        EVENTUALLY(!shown.isEmpty() || row == 0);
        for (const QAction *action :
             m_window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^act_"))))
            QVERIFY2(action->isEnabled() || action->toolTip().size() > 5, qPrintable(action->objectName()));
    }
}

void TstDailyFlow::aSearchTakesOneKeyMoreThanItsWords()
{
    auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 20);
    table->setFocus();
    const QString name = table->model()->index(9, 3).data().toString();
    press(Qt::Key_Slash);
    auto *search = find<QLineEdit>("queueSearch");
    QVERIFY(search->hasFocus());
    search->insert(name);
    m_keys = 0;
    press(Qt::Key_Return);
    QCOMPARE(m_keys, 1);
    EVENTUALLY_COMPARE(table->model()->index(0, 3).data().toString(), name);
    EVENTUALLY(find<QLabel>("caseFacts")->text().contains(name));
}

void TstDailyFlow::theCounterIsOneKeyAwayAndKeepsWhatIsTyped()
{
    const QString serial = current();
    press(Qt::Key_N, Qt::ControlModifier);
    auto *words = find<QLineEdit>("intakeItem");
    QVERIFY(words != nullptr);
    EVENTUALLY(words->hasFocus());
    QTest::keyClicks(words, QStringLiteral("jk/a")); // letters, not commands
    QCOMPARE(words->text(), QStringLiteral("jk/a"));
    m_window->lock();
    QVERIFY(!words->isVisible());
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("practice-approver"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    EVENTUALLY(!m_window->isLocked());
    QVERIFY(words->isVisible() && words->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    EVENTUALLY(find<QTableView>("queueTable")->hasFocus());
    EVENTUALLY_COMPARE(current(), serial);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(words->text(), QStringLiteral("jk/a"));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstDailyFlow>(argc, argv);
}
#include "tst_daily_flow.moc"
