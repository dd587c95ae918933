// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <fstream>

using namespace tongban;

/// An administrator at the real window: accounts, catalogue, calendar, backup, the record.
class TstAdministrationScreens : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aClerkFindsThemClosedAndIsToldWhy();
    void anAccountIsAddedAndSignsIn();
    void theLastAdministratorCannotBeDisabled();
    void aCatalogueIsPreviewedWithItsErrorsByLine();
    void aCalendarIsPreviewedThenTaken();
    void aBackupIsMadeAndComesBack();
    void theRecordIsReadFilteredAndLeadsToTheCase();
    void theChainIsChecked();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void signIn(const char *practice);
    void click(const char *button) const { find<QAbstractButton>(button)->click(); }
    void type(const char *line, const QString &text) const { find<QLineEdit>(line)->setText(text); }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    void toPage(int row)
    {
        QVERIFY(m_window->showScreen(QStringLiteral("administration")));
        find<QListWidget>("administrationPages")->setCurrentRow(row);
    }

    tests::OfficeFolder m_office{120};
    tests::TemporaryDirectory m_folder;
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstAdministrationScreens::init()
{
    m_thread = m_office.open();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::English);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    tests::WatchedApplication::begin();
}

void TstAdministrationScreens::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

void TstAdministrationScreens::signIn(const char *practice)
{
    EVENTUALLY(find<QAbstractButton>(practice) != nullptr);
    click(practice);
    EVENTUALLY(m_window->person().has_value());
}

void TstAdministrationScreens::aClerkFindsThemClosedAndIsToldWhy()
{
    signIn("practice_clerk");
    for (const char *name : {"to_administration", "to_audit"}) {
        QVERIFY(!find<QAction>(name)->isEnabled());
        QVERIFY(find<QAction>(name)->toolTip() != find<QAction>(name)->text());
    }
    QVERIFY(!m_window->showScreen(QStringLiteral("administration")));
    QVERIFY(find<QListWidget>("administrationPages") == nullptr);
}

void TstAdministrationScreens::anAccountIsAddedAndSignsIn()
{
    signIn("practice_admin");
    toPage(0);
    auto *table = find<QTableWidget>("accountTable");
    EVENTUALLY_COMPARE(table->rowCount(), 4);
    click("accountNew");
    QVERIFY(find<QLineEdit>("accountName")->hasFocus());
    type("accountName", QStringLiteral("liming"));
    type("accountPerson", QStringLiteral("李明"));
    type("accountPassword", QStringLiteral("short"));
    type("accountAgain", QStringLiteral("short"));
    click("accountSave");
    // Every reason at once: no role, and a short password.
    EVENTUALLY_COMPARE(label("accountProblem").count(QLatin1Char('\n')), 1);
    find<QCheckBox>("role_clerk")->setChecked(true);
    type("accountPassword", QStringLiteral("correct horse"));
    type("accountAgain", QStringLiteral("correct horse"));
    click("accountSave");
    EVENTUALLY_COMPARE(table->rowCount(), 5);
    QCOMPARE(table->item(table->currentRow(), 0)->text(), QStringLiteral("liming"));
    QVERIFY(find<QLineEdit>("accountPassword")->text().isEmpty());
    const auto in = m_thread
                        ->run([](service::Workspace &workspace) {
                            return service::signIn(workspace, {"liming", "correct horse"});
                        })
                        .result();
    QVERIFY(in->signedIn.has_value());
    toPage(6);
    auto *changes = find<QTableWidget>("officeRecord");
    EVENTUALLY_COMPARE(changes->rowCount(), 5); // The practice accounts were added too.
    QCOMPARE(changes->item(0, 2)->text(), QStringLiteral("admin"));
    QCOMPARE(changes->item(0, 3)->text(), QStringLiteral("account added"));
    QCOMPARE(changes->item(0, 4)->text(), QStringLiteral("liming"));
    QCOMPARE(changes->item(0, 5)->text(), QStringLiteral("person: 李明; roles: Window clerk"));
    QCOMPARE(changes->item(4, 2)->text(), QStringLiteral("command line of this machine"));
    QVERIFY(!find<QAbstractButton>("officeEarlier")->isEnabled());
}

void TstAdministrationScreens::theLastAdministratorCannotBeDisabled()
{
    signIn("practice_admin");
    toPage(0);
    auto *table = find<QTableWidget>("accountTable");
    EVENTUALLY(table->rowCount() >= 4);
    for (int row = 0; row < table->rowCount(); ++row)
        if (table->item(row, 0)->text() == QStringLiteral("admin"))
            table->setCurrentCell(row, 0);
    QCOMPARE(find<QLineEdit>("accountName")->text(), QStringLiteral("admin"));
    click("accountDisable");
    EVENTUALLY(!label("accountProblem").isEmpty());
    QCOMPARE(table->item(table->currentRow(), 6)->text(), QStringLiteral("practice"));
}

void TstAdministrationScreens::aCatalogueIsPreviewedWithItsErrorsByLine()
{
    signIn("practice_admin");
    toPage(1);
    const auto copy = m_folder / "catalogue";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(tests::sourcePath("resources/catalogue"), copy);
    type("catalogueFolder", QString::fromStdString(copy.string()));
    QVERIFY(!find<QAbstractButton>("catalogueTake")->isEnabled());
    click("cataloguePreview");
    EVENTUALLY(find<QAbstractButton>("catalogueTake")->isEnabled());
    QVERIFY(!label("catalogueSummary").isEmpty());
    std::ofstream(copy / "windows.csv", std::ios::app) << "nowhere,1,taxi\n";
    click("cataloguePreview");
    auto *problems = find<QTableWidget>("catalogueProblems");
    EVENTUALLY(problems->rowCount() > 0);
    QCOMPARE(problems->item(0, 0)->text(), QStringLiteral("windows.csv"));
    QVERIFY(problems->item(0, 1)->text().toInt() > 1);
    QVERIFY(!find<QAbstractButton>("catalogueTake")->isEnabled());
}

void TstAdministrationScreens::aCalendarIsPreviewedThenTaken()
{
    signIn("practice_admin");
    const auto covers2027 = [this] {
        const auto ask = [](service::Workspace &workspace) -> Result<bool> {
            return workspace.resources().calendar.covers(*parseIsoDate("2027-03-01"));
        };
        return *m_thread->run(ask).result();
    };
    QVERIFY(!covers2027());
    QVERIFY(m_window->showScreen(QStringLiteral("counter")));
    const QPointer<QWidget> counter = find<QWidget>("intakeScreen");
    QVERIFY(counter != nullptr);
    toPage(2);
    auto *years = find<QTableWidget>("calendarYears");
    EVENTUALLY(years->rowCount() > 5);
    const QString last = years->item(0, 0)->text();
    QCOMPARE(last, QStringLiteral("2026"));
    const auto file = m_folder / "cn-2027.json";
    std::ofstream(file) << R"({"region":"cn","year":2027,"workdays":260,"notices":["n"],)"
                        << R"("days":[{"date":"2027-01-01","off":true,"name":"元旦"}]})";
    type("calendarFile", QString::fromStdString(file.string()));
    click("calendarPreview");
    auto *changes = find<QTableWidget>("calendarChanges");
    EVENTUALLY(changes->rowCount() > 0);
    QVERIFY(find<QAbstractButton>("calendarTake")->isEnabled());
    click("calendarTake");
    EVENTUALLY(!find<QAbstractButton>("calendarTake")->isEnabled());
    QVERIFY(label("calendarProblem").isEmpty());
    // At once, and the other screens are made anew with it.
    EVENTUALLY(counter == nullptr);
    QVERIFY(covers2027());
    QVERIFY(m_window->showScreen(QStringLiteral("counter")));
}

void TstAdministrationScreens::aBackupIsMadeAndComesBack()
{
    signIn("practice_admin");
    toPage(4);
    type("backupTarget", QString::fromStdString((m_folder / "copy").string()));
    click("backupGo");
    QVERIFY(!find<QAbstractButton>("restoreGo")->isEnabled());
    EVENTUALLY(find<QAbstractButton>("restoreGo")->isEnabled());
    QVERIFY2(std::filesystem::exists(m_folder / "copy" / "workspace.json"),
             qPrintable(label("backupResult")));
    type("restoreFrom", QString::fromStdString((m_folder / "copy").string()));
    type("restoreTo", QString::fromStdString((m_folder / "back").string()));
    click("restoreGo");
    EVENTUALLY(!label("restoreResult").isEmpty());
    QVERIFY2(std::filesystem::exists(m_folder / "back" / "workspace.json"),
             qPrintable(label("restoreResult")));
}

void TstAdministrationScreens::theRecordIsReadFilteredAndLeadsToTheCase()
{
    signIn("practice_head");
    QTest::keyClick(m_window.get(), Qt::Key_8, Qt::ControlModifier);
    auto *table = find<QTableView>("auditTable");
    EVENTUALLY(table->model()->rowCount() > 100);
    auto *act = find<QComboBox>("auditAct");
    act->setCurrentIndex(act->findData(static_cast<int>(permit::Act::Grant)));
    click("auditGo");
    const QString granted = act->currentText();
    EVENTUALLY(table->model()->rowCount() > 0 && table->model()->index(0, 3).data().toString() == granted);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        QCOMPARE(table->model()->index(row, 3).data().toString(), granted);
    const QString serial = table->model()->index(0, 4).data().toString();
    QVERIFY(!serial.isEmpty());
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    EVENTUALLY(find<QLabel>("caseTitle")->isVisible()
               && find<QLabel>("caseTitle")->text().startsWith(serial));
}

void TstAdministrationScreens::theChainIsChecked()
{
    signIn("practice_admin");
    QVERIFY(m_window->showScreen(QStringLiteral("audit")));
    const QString before = label("chainCheckResult");
    click("chainCheckGo");
    EVENTUALLY(find<QAbstractButton>("chainCheckGo")->isEnabled() && label("chainCheckResult") != before
               && !label("chainCheckResult").isEmpty());
    QVERIFY2(label("chainCheckResult").startsWith(QStringLiteral("Sound")),
             qPrintable(label("chainCheckResult")));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstAdministrationScreens>(argc, argv);
}
#include "tst_administration_screens.moc"
