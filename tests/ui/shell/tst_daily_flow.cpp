// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tongban;

/// What a person at a desk does all day, by keys on the real window, with the keys counted (B12).
class TstDailyFlow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCleanCaseIsGrantedWithThreeKeysAtMost();
    void aNoticeTakesTwelveKeysAtMost();
    void aRefusalIsSignedBySomebodyElse();
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost();
    void aTypedFormOutlivesTheLock();
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
    QTRY_VERIFY(find<QAbstractButton>("practice_approver") != nullptr);
    signIn("practice_approver");
    QTRY_VERIFY(find<QTableView>("queueTable") != nullptr && !current().isEmpty());
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
    QTRY_VERIFY(table->model()->rowCount() > 20);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 5).data().toString() != reason)
            continue;
        QSignalSpy shown(m_window.get(), &ui::MainWindow::caseShown);
        if (table->currentIndex().row() != row) {
            table->selectRow(row);
            QTRY_VERIFY(!shown.isEmpty());
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
    press(Qt::Key_Return);
    QTRY_VERIFY(current() != serial);
    QVERIFY(m_keys <= 3);
    const service::CaseStory granted = story(serial);
    QVERIFY(granted.state.decision.has_value());
    QCOMPARE(granted.state.decision->actor, std::string("approver"));
    QVERIFY(!granted.state.decision->basis.empty());
    QVERIFY(find<QTableView>("queueTable")->hasFocus());
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
    QTRY_VERIFY(current() != serial);
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
    QTRY_VERIFY(current() != serial);
    QCOMPARE(story(serial).state.state, permit::State::SecondSignature);
    m_window->openCase(serial);
    QTRY_VERIFY(act("act_reject_proposal")->isEnabled());
    QVERIFY(!act("act_countersign")->isEnabled());
    QVERIFY(!act("act_countersign")->toolTip().isEmpty());
    press(Qt::Key_U);
    QTRY_COMPARE(story(serial).state.state, permit::State::Referred);
}

void TstDailyFlow::whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost()
{
    goTo("act_propose_refusal", QStringLiteral("rules would refuse"));
    const QString serial = current();
    press(Qt::Key_R);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *reason = find<QPlainTextEdit>("actReason");
    QTRY_VERIFY(reason->hasFocus());
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
    QTest::keyClicks(reason, QStringLiteral("half a sentence"));
    m_window->lock();
    QVERIFY(!reason->isVisible());
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("practice-approver"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    QTRY_VERIFY(!m_window->isLocked());
    QVERIFY(reason->hasFocus());
    QCOMPARE(reason->toPlainText(), QStringLiteral("half a sentence"));
}

void TstDailyFlow::aSearchTakesOneKeyMoreThanItsWords()
{
    auto *table = find<QTableView>("queueTable");
    QTRY_VERIFY(table->model()->rowCount() > 20);
    table->setFocus();
    const QString name = table->model()->index(9, 3).data().toString();
    press(Qt::Key_Slash);
    auto *search = find<QLineEdit>("queueSearch");
    QVERIFY(search->hasFocus());
    search->insert(name);
    m_keys = 0;
    press(Qt::Key_Return);
    QCOMPARE(m_keys, 1);
    QTRY_COMPARE(table->model()->index(0, 3).data().toString(), name);
    QTRY_VERIFY(find<QLabel>("caseFacts")->text().contains(name));
}

void TstDailyFlow::theCounterIsOneKeyAwayAndKeepsWhatIsTyped()
{
    const QString serial = current();
    press(Qt::Key_N, Qt::ControlModifier);
    auto *words = find<QLineEdit>("intakeItem");
    QVERIFY(words != nullptr);
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClicks(words, QStringLiteral("jk/a")); // letters, not commands
    QCOMPARE(words->text(), QStringLiteral("jk/a"));
    m_window->lock();
    QVERIFY(!words->isVisible());
    QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("practice-approver"));
    QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
    QTRY_VERIFY(!m_window->isLocked());
    QVERIFY(words->isVisible() && words->hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!words->isVisible());
    QTRY_VERIFY(find<QTableView>("queueTable")->hasFocus());
    QTRY_COMPARE(current(), serial);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(words->text(), QStringLiteral("jk/a"));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstDailyFlow>(argc, argv);
}
#include "tst_daily_flow.moc"
