// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/office_folder.h"
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

private:
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
    QSignalSpy shown(m_window.get(), &ui::MainWindow::caseShown);
    QTRY_VERIFY(!shown.isEmpty() || !title().isEmpty());
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
    QTRY_VERIFY(title().startsWith(serial));
    QVERIFY(m_window->findChild<QTableView *>(QStringLiteral("eventTable"))->model()->rowCount() > 0);
}

void TstMainWindow::oneKeyShowsTheNextCase()
{
    const auto *table = m_window->findChild<QTableView *>(QStringLiteral("queueTable"));
    const QString second = table->model()->data(table->model()->index(1, 1)).toString();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTRY_VERIFY(title().startsWith(second));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QTRY_VERIFY(!title().startsWith(second));
}

void TstMainWindow::thePaletteFindsAndRunsACommand()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QLineEdit *words = nullptr;
    QTRY_VERIFY((words = m_window->findChild<QLineEdit *>(QStringLiteral("paletteWords"))) != nullptr);
    QTest::keyClicks(words, QStringLiteral("Messages"));
    QCOMPARE(m_window->findChild<QListWidget *>(QStringLiteral("paletteList"))->count(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<QListWidget *>(QStringLiteral("messageList"))->isVisible());
}

void TstMainWindow::aCaseThatIsNotThereIsReported()
{
    m_window->openCase(QStringLiteral("no such number"));
    const auto *messages = m_window->findChild<QListWidget *>(QStringLiteral("messageList"));
    QTRY_COMPARE(messages->count(), 1);
    QVERIFY(!messages->item(0)->text().contains(QStringLiteral("no such number")));
}

void TstMainWindow::everyControlHasAName()
{
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty()
            || (button != nullptr && !button->text().isEmpty())
            || (label != nullptr && !label->text().isEmpty());
        QVERIFY2(isNamed, widget->metaObject()->className());
    }
}

QTEST_MAIN(TstMainWindow)
#include "tst_main_window.moc"
