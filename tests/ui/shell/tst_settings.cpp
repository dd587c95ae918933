// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_list.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>

using namespace tongban;

/// What a person sets, and the help; on the real window, by keys.
class TstSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyCommandHasAName();
    void aChosenKeyWorksAndIsKept();
    void aKeyThatIsTakenIsRefusedAndSaidByWhom();
    void usualKeysComeBack();
    void settingsHoldAtOnceAndCanBeTakenBack();
    void settingsAreSearched();
    void thePaletteHoldsWhatCannotBeDoneNowAndSaysWhy();
    void thePaletteGoesToTheScreenOfTheCommand();
    void helpOpensAtThePartThatHasTheFocus();
    void everyScreenHasItsHelpInBothLanguages();
    void theOtherLanguageKeepsScreenCaseAndKeys();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void openSettings() const
    {
        find<QAction>("settings")->trigger();
        EVENTUALLY(find<QLineEdit>("settingsSearch") != nullptr);
    }
    void chooseKeyOf(const QString &command) const;

    tests::OfficeFolder m_office{150};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstSettings::initTestCase()
{
    QApplication::setStyle(new ui::FrameStyle);
}

void TstSettings::init()
{
    m_thread = m_office.open();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    EVENTUALLY(find<QAbstractButton>("practice_admin") != nullptr);
    find<QAbstractButton>("practice_admin")->click();
    EVENTUALLY(find<QLabel>("caseTitle") != nullptr && !find<QLabel>("caseTitle")->text().isEmpty());
    tests::WatchedApplication::begin();
}

void TstSettings::cleanup()
{
    m_window.reset();
    m_thread.reset();
    m_theme.setZoom(100);
    m_theme.setDensity(ui::Density::Normal);
    m_theme.setLook(ui::Look::Light);
}

void TstSettings::chooseKeyOf(const QString &command) const
{
    auto *table = find<QTableWidget>("keyTable");
    for (int row = 0; row < table->rowCount(); ++row)
        if (table->item(row, 0)->text() == command)
            table->setCurrentCell(row, 0);
    QCOMPARE(table->item(table->currentRow(), 0)->text(), command);
}

void TstSettings::everyCommandHasAName()
{
    for (const QAction *menu : m_window->menuBar()->actions())
        for (const QAction *action : menu->menu()->actions())
            QVERIFY2(action->isSeparator() || !action->objectName().isEmpty(), qPrintable(action->text()));
}

void TstSettings::aChosenKeyWorksAndIsKept()
{
    openSettings();
    chooseKeyOf(QStringLiteral("Messages"));
    find<QKeySequenceEdit>("keyEdit")->setKeySequence(Qt::CTRL | Qt::Key_M);
    find<QAbstractButton>("keyGive")->click();
    QCOMPARE(find<QAction>("messages")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_M));
    const ui::WindowState state = m_window->state();
    QCOMPARE(state.keys.value(QStringLiteral("messages")), QStringLiteral("Ctrl+M"));
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English, state);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    EVENTUALLY(find<QListWidget>("messageList")->isVisible());
}

void TstSettings::aKeyThatIsTakenIsRefusedAndSaidByWhom()
{
    openSettings();
    chooseKeyOf(QStringLiteral("Messages"));
    find<QKeySequenceEdit>("keyEdit")->setKeySequence(Qt::CTRL | Qt::Key_L);
    find<QAbstractButton>("keyGive")->click();
    QVERIFY(find<QLabel>("keyProblem")->text().contains(QStringLiteral("Lock")));
    QCOMPARE(find<QAction>("messages")->shortcut(), QKeySequence(Qt::Key_F8));
    QVERIFY(m_window->state().keys.isEmpty());
}

void TstSettings::usualKeysComeBack()
{
    openSettings();
    chooseKeyOf(QStringLiteral("Messages"));
    find<QAbstractButton>("keyNone")->click();
    QVERIFY(find<QAction>("messages")->shortcut().isEmpty());
    chooseKeyOf(QStringLiteral("Messages"));
    find<QAbstractButton>("keyRestore")->click();
    QCOMPARE(find<QAction>("messages")->shortcut(), QKeySequence(Qt::Key_F8));
    QVERIFY(m_window->state().keys.isEmpty());
}

void TstSettings::settingsHoldAtOnceAndCanBeTakenBack()
{
    openSettings();
    auto *look = find<QComboBox>("settingsLook");
    look->setCurrentIndex(1);
    Q_EMIT look->activated(1);
    QCOMPARE(m_theme.look(), ui::Look::Dark);
    find<QSpinBox>("settingsZoom")->setValue(150);
    QCOMPARE(m_theme.zoom(), 150);
    find<QSpinBox>("settingsLock")->setValue(3);
    QCOMPARE(m_window->state().lockMinutes, 3);
    chooseKeyOf(QStringLiteral("Messages"));
    find<QAbstractButton>("keyNone")->click();
    for (int step = 0; step < 4; ++step)
        find<QAbstractButton>("settingsUndo")->click();
    QCOMPARE(find<QAction>("messages")->shortcut(), QKeySequence(Qt::Key_F8));
    QCOMPARE(m_window->state().lockMinutes, 10);
    QCOMPARE(m_theme.zoom(), 100);
    QCOMPARE(m_theme.look(), ui::Look::Light);
    QVERIFY(!find<QAbstractButton>("settingsUndo")->isEnabled());
}

void TstSettings::settingsAreSearched()
{
    openSettings();
    QTest::keyClicks(find<QLineEdit>("settingsSearch"), QStringLiteral("dens"));
    QVERIFY(find<QComboBox>("settingsDensity")->isVisible());
    QVERIFY(!find<QComboBox>("settingsLook")->isVisible());
    QCOMPARE(find<QTableWidget>("keyTable")->rowCount(), 0);
    find<QLineEdit>("settingsSearch")->setText(QStringLiteral("F8"));
    QCOMPARE(find<QTableWidget>("keyTable")->rowCount(), 1);
}

void TstSettings::thePaletteHoldsWhatCannotBeDoneNowAndSaysWhy()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    EVENTUALLY(find<QListWidget>("paletteList") != nullptr);
    // An administrator holds no role that grants.
    const auto *list = find<QListWidget>("paletteList");
    const auto reasons = list->findItems(QStringLiteral("not now"), Qt::MatchContains);
    QVERIFY(!reasons.isEmpty());
    for (const QListWidgetItem *item : reasons)
        QVERIFY(!(item->flags() & Qt::ItemIsEnabled));
    QVERIFY(!list->findItems(QStringLiteral("Ctrl+9"), Qt::MatchContains).isEmpty());
}

void TstSettings::thePaletteGoesToTheScreenOfTheCommand()
{
    QVERIFY(m_window->showScreen(QStringLiteral("administration")));
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    EVENTUALLY(find<QLineEdit>("paletteWords") != nullptr);
    QTest::keyClicks(find<QLineEdit>("paletteWords"), QStringLiteral("Next case"));
    QTest::keyClick(find<QLineEdit>("paletteWords"), Qt::Key_Return);
    EVENTUALLY(find<QTableView>("queueTable")->isVisible());
}

void TstSettings::helpOpensAtThePartThatHasTheFocus()
{
    find<QTableView>("queueTable")->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    EVENTUALLY(find<QTextBrowser>("helpText") != nullptr);
    QVERIFY(find<QTextBrowser>("helpText")->source().path().endsWith(QStringLiteral("/en/queue.md")));
    QVERIFY(find<QTextBrowser>("helpText")->toPlainText().contains(QStringLiteral("next / previous case")));
    const auto *text = find<QTextBrowser>("helpText");
    const int picture = text->document()
                            ->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("queue.png")))
                            .value<QImage>()
                            .width();
    QVERIFY(picture > 100 && picture <= text->viewport()->width());
    m_window->activateWindow();
    QVERIFY(m_window->showScreen(QStringLiteral("administration")));
    find<QAction>("help")->trigger();
    QVERIFY(
        find<QTextBrowser>("helpText")->source().path().endsWith(QStringLiteral("/en/administration.md")));
}

void TstSettings::everyScreenHasItsHelpInBothLanguages()
{
    QStringList pages{QStringLiteral("queue"), QStringLiteral("case"),  QStringLiteral("sign-in"),
                      QStringLiteral("keys"),  QStringLiteral("index"), QStringLiteral("first-steps")};
    for (const ui::ScreenEntry &entry : ui::screenList())
        if (entry.name != QLatin1String(ui::kDeskName))
            pages.append(entry.name);
    for (const QString &page : pages)
        for (const auto language : {approval::Language::Chinese, approval::Language::English})
            QVERIFY2(ui::HelpViewer::hasPage(language, page), qPrintable(page));
}

void TstSettings::theOtherLanguageKeepsScreenCaseAndKeys()
{
    auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 3);
    QTest::keyClick(table, Qt::Key_J);
    QTest::keyClick(table, Qt::Key_J);
    const QString serial = table->currentIndex().siblingAtColumn(1).data().toString();
    EVENTUALLY_COMPARE(m_window->state().serial, serial);
    QVERIFY(m_window->showScreen(QStringLiteral("audit")));
    const ui::WindowState state = m_window->state();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::Chinese, state);
    m_window->show();
    QVERIFY(find<QTableView>("auditTable")->isVisible());
    EVENTUALLY(find<QLabel>("caseTitle")->text().startsWith(serial));
    QCOMPARE(find<QTableView>("queueTable")->currentIndex().siblingAtColumn(1).data().toString(), serial);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstSettings>(argc, argv);
}
#include "tst_settings.moc"
