// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/session/idle_watch.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace tongban;

/// The window by its keys alone: from the list to the case and back.
class TstMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstCaseIsOnThePageAtOnce();
    void oneKeyShowsTheNextCase();
    void thePaletteFindsAndRunsACommand();
    void aCaseThatIsNotThereIsReported();
    void everyControlHasAName();
    void aWrongPasswordIsSaidAndNothingIsShown();
    void unlockingReturnsToTheSameCaseAndFocus();
    void anIdleWindowLocks();
    void anotherPersonBeginsAnew();
    void aScreenIsOneKeyAwayAndTheBarShowsWhichItIs();
    void aLockedWindowShowsNoScreen();

private:
    void signIn(const QString &account, const QString &password) const;
    QLineEdit *field(const char *name) const
    {
        return m_window->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    QWidget *focus() const { return m_window->focusWidget(); }
    QString title() const { return m_window->findChild<QLabel *>(QStringLiteral("caseTitle"))->text(); }

    tests::OfficeFolder m_office{300};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstMainWindow::init()
{
    m_thread = m_office.open();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::Chinese);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    signIn(QStringLiteral("approver"), QStringLiteral("practice-approver"));
    EVENTUALLY(m_window->findChild<QLabel *>(QStringLiteral("caseTitle")) != nullptr && !title().isEmpty());
    tests::WatchedApplication::begin();
}

void TstMainWindow::signIn(const QString &account, const QString &password) const
{
    auto *name = field("signInAccount");
    EVENTUALLY(name->isVisible());
    QTest::keyClicks(name, account);
    QTest::keyClicks(field("signInPassword"), password);
    QTest::keyClick(field("signInPassword"), Qt::Key_Return);
}

void TstMainWindow::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

void TstMainWindow::theFirstCaseIsOnThePageAtOnce()
{
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("queueTable"));
    const QString serial = table->model()->data(table->model()->index(0, 1)).toString();
    QVERIFY(!serial.isEmpty());
    EVENTUALLY(title().startsWith(serial));
    QVERIFY(m_window->findChild<QTableView *>(QStringLiteral("eventTable"))->model()->rowCount() > 0);
}

void TstMainWindow::oneKeyShowsTheNextCase()
{
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("queueTable"));
    const QString second = table->model()->data(table->model()->index(1, 1)).toString();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    EVENTUALLY(title().startsWith(second));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    EVENTUALLY(!title().startsWith(second));
}

void TstMainWindow::thePaletteFindsAndRunsACommand()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QLineEdit *words = nullptr;
    EVENTUALLY((words = m_window->findChild<QLineEdit *>(QStringLiteral("paletteWords"))) != nullptr);
    QTest::keyClicks(words, QStringLiteral("Messages"));
    QCOMPARE(m_window->findChild<QListWidget *>(QStringLiteral("paletteList"))->count(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    EVENTUALLY(m_window->findChild<QListWidget *>(QStringLiteral("messageList"))->isVisible());
}

void TstMainWindow::aCaseThatIsNotThereIsReported()
{
    m_window->openCase(QStringLiteral("no such number"));
    const auto *messages = m_window->findChild<QListWidget *>(QStringLiteral("messageList"));
    EVENTUALLY_COMPARE(messages->count(), 1);
    QVERIFY(!messages->item(0)->text().contains(QStringLiteral("no such number")));
}

void TstMainWindow::everyControlHasAName()
{
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        // What Qt puts inside its own: the arrows of a row of tabs, the button that empties a line.
        if (widget->parentWidget() != nullptr
            && (widget->parentWidget()->inherits("QTabBar") || widget->parentWidget()->inherits("QLineEdit")))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty()
            || (button != nullptr && !button->text().isEmpty())
            || (label != nullptr && !label->text().isEmpty());
        const QString who =
            QStringLiteral("%1 %2 in %3 %4")
                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                     QLatin1String(widget->parentWidget() ? widget->parentWidget()->metaObject()->className()
                                                          : ""),
                     widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
        QVERIFY2(isNamed, qPrintable(who));
    }
}

void TstMainWindow::aWrongPasswordIsSaidAndNothingIsShown()
{
    ui::MainWindow window(*m_thread, m_theme, approval::Language::Chinese);
    window.show();
    auto *name = window.findChild<QLineEdit *>(QStringLiteral("signInAccount"));
    auto *password = window.findChild<QLineEdit *>(QStringLiteral("signInPassword"));
    EVENTUALLY(name->isVisible());
    QTest::keyClicks(name, QStringLiteral("approver"));
    QTest::keyClicks(password, QStringLiteral("practice-head"));
    QTest::keyClick(password, Qt::Key_Return);
    const auto *problem = window.findChild<QLabel *>(QStringLiteral("signInProblem"));
    EVENTUALLY(!problem->text().isEmpty());
    QVERIFY(window.findChild<QTableView *>() == nullptr);
    QVERIFY(!window.person().has_value());
}

void TstMainWindow::unlockingReturnsToTheSameCaseAndFocus()
{
    auto *search = field("queueSearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("half typed"));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!search->isVisible());
    const QString serial = title();
    QTest::keyClicks(field("signInPassword"), QStringLiteral("practice-clerk"));
    QTest::keyClick(field("signInPassword"), Qt::Key_Return);
    const auto *problem = m_window->findChild<QLabel *>(QStringLiteral("signInProblem"));
    EVENTUALLY(!problem->text().isEmpty());
    QVERIFY(m_window->isLocked());
    field("signInPassword")->clear();
    QTest::keyClicks(field("signInPassword"), QStringLiteral("practice-approver"));
    QTest::keyClick(field("signInPassword"), Qt::Key_Return);
    EVENTUALLY(!m_window->isLocked());
    QCOMPARE(focus(), static_cast<QWidget *>(search));
    QCOMPARE(search->text(), QStringLiteral("half typed"));
    QCOMPARE(title(), serial);
}

void TstMainWindow::anIdleWindowLocks()
{
    QDateTime now(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    ui::IdleWatch watch(nullptr, [&now] { return now; });
    QSignalSpy idle(&watch, &ui::IdleWatch::idle);
    now = now.addSecs(50);
    watch.check();
    QCOMPARE(idle.count(), 0);
    now = now.addSecs(61); // Longer than between two looks: the machine slept.
    watch.check();
    QCOMPARE(idle.count(), 1);
    for (int i = 0; i < 11; ++i) {
        now = now.addSecs(30);
        if (i == 5)
            QTest::keyClick(m_window.get(), Qt::Key_Shift);
        watch.check();
    }
    QCOMPARE(idle.count(), 1);
    for (int i = 0; i < 21; ++i) {
        now = now.addSecs(30);
        watch.check();
    }
    QCOMPARE(idle.count(), 2);
}

void TstMainWindow::anotherPersonBeginsAnew()
{
    m_window->lock();
    m_window->findChild<QAbstractButton *>(QStringLiteral("signInOther"))->click();
    QVERIFY(!m_window->person().has_value());
    signIn(QStringLiteral("clerk"), QStringLiteral("practice-clerk"));
    EVENTUALLY(m_window->person().has_value());
    QCOMPARE(m_window->person()->account.name, std::string("clerk"));
}

void TstMainWindow::aScreenIsOneKeyAwayAndTheBarShowsWhichItIs()
{
    const auto *toDesk = m_window->findChild<QAction *>(QStringLiteral("to_desk"));
    const auto *toCounter = m_window->findChild<QAction *>(QStringLiteral("to_counter"));
    QVERIFY(toDesk->isChecked() && !toCounter->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(field("intakeItem")->isVisible());
    QVERIFY(toCounter->isChecked() && !toDesk->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!field("intakeItem")->isVisible());
    QVERIFY(toDesk->isChecked());
    EVENTUALLY(m_window->findChild<QTableView *>(QStringLiteral("queueTable"))->hasFocus());
}

void TstMainWindow::aLockedWindowShowsNoScreen()
{
    m_window->lock();
    m_window->findChild<QAction *>(QStringLiteral("to_counter"))->trigger();
    QVERIFY(m_window->isLocked());
    QVERIFY(field("signInPassword")->isVisible());
    QVERIFY(!m_window->findChild<QWidget *>(QStringLiteral("screenBar"))->isVisible());
    QVERIFY(!m_window->showScreen(QStringLiteral("counter")));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstMainWindow>(argc, argv);
}
#include "tst_main_window.moc"
