// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/service/accounts/accounts.h"
#include "core/service/figures/status.h"
#include "tests/support/paths.h"
#include "tests/support/patience.h"
#include "tests/support/temporary_directory.h"
#include "ui/welcome/check_list.h"
#include "ui/welcome/welcome_screen.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace tongban;

/// The first start on a machine: what it looks at, and what can be chosen.
class TstWelcomeScreen : public QObject
{
    Q_OBJECT

private slots:
    void everyCheckSaysWhatItFoundAndWhatToDo();
    void aFolderThatCannotBeWrittenKeepsPeopleFromWorking();
    void aMissingFontIsSaid();
    void anInputMethodWithoutItsBridgeIsSaid();
    void anEmptyOfficeIsMadeAndHasNoAccounts();
    void practiceHasCasesAndAFolderOfItsOwn();
    void aCentreIsAskedForWithAFolderThatIsFree();

private:
    ui::WelcomePlaces places() const
    {
        return {m_folder / "office", m_folder / "practice", tests::sourcePath("resources"),
                std::filesystem::path(qgetenv("TONGBAN_BIN_DIR").toStdString()) / "tongbanctl"};
    }
    static ui::CheckFinding run(const std::string &name, const std::filesystem::path &workspace)
    {
        for (const ui::MachineCheck &check : ui::machineChecks(workspace, tests::sourcePath("resources")))
            if (check.name.toStdString() == name)
                return check.run();
        return {};
    }

    tests::TemporaryDirectory m_folder;
    ui::Theme m_theme;
};

void TstWelcomeScreen::everyCheckSaysWhatItFoundAndWhatToDo()
{
    ui::CheckList list(m_theme, ui::machineChecks(m_folder / "office", tests::sourcePath("resources")),
                       nullptr);
    QSignalSpy done(&list, &ui::CheckList::done);
    list.run();
    EVENTUALLY_COMPARE(done.size(), 1);
    const auto *table = list.findChild<QTableWidget *>(QStringLiteral("checkTable"));
    QCOMPARE(table->rowCount(), 7);
    for (int row = 0; row < table->rowCount(); ++row) {
        QVERIFY(!table->item(row, 2)->text().isEmpty());
        const bool isGood = table->item(row, 1)->text().startsWith(QStringLiteral("✓"));
        QVERIFY2(isGood == table->item(row, 3)->text().isEmpty(), qPrintable(table->item(row, 0)->text()));
    }
}

void TstWelcomeScreen::aFolderThatCannotBeWrittenKeepsPeopleFromWorking()
{
    std::ofstream(m_folder / "file") << "in the way";
    QCOMPARE(run("writing", m_folder / "file" / "office").state, ui::CheckFinding::State::Bad);
    QVERIFY(run("writing", m_folder / "not" / "yet" / "there").state != ui::CheckFinding::State::Bad);
}

void TstWelcomeScreen::aMissingFontIsSaid()
{
    qputenv("TONGBAN_FONTS", "/nowhere");
    const ui::CheckFinding finding = run("font", m_folder / "office");
    qunsetenv("TONGBAN_FONTS");
    QCOMPARE(finding.state, ui::CheckFinding::State::Bad);
    QVERIFY(!finding.remedy.isEmpty());
}

void TstWelcomeScreen::anInputMethodWithoutItsBridgeIsSaid()
{
    qputenv("QT_IM_MODULE", "ibus");
    QCOMPARE(run("input", {}).state, ui::CheckFinding::State::Good); // its bridge is part of Qt
    qputenv("QT_IM_MODULE", "none");
    QCOMPARE(run("input", {}).state, ui::CheckFinding::State::Doubtful);
    qunsetenv("QT_IM_MODULE");
}

void TstWelcomeScreen::anEmptyOfficeIsMadeAndHasNoAccounts()
{
    ui::WelcomeScreen screen(m_theme, places());
    QSignalSpy chosen(&screen, &ui::WelcomeScreen::chosen);
    screen.findChild<QPushButton *>(QStringLiteral("welcomeOffice"))->click();
    EVENTUALLY_COMPARE(chosen.size(), 1);
    const SystemClock clock;
    const auto opened = service::Workspace::open(m_folder / "office", tests::sourcePath("resources"),
                                                 service::OpenMode::Write, clock);
    QVERIFY(opened.has_value());
    QCOMPARE((*opened)->kind(), service::WorkspaceKind::Production);
    QVERIFY(!service::signInPage(**opened)->hasAccounts);
}

void TstWelcomeScreen::practiceHasCasesAndAFolderOfItsOwn()
{
    ui::WelcomeScreen screen(m_theme, places());
    QSignalSpy chosen(&screen, &ui::WelcomeScreen::chosen);
    screen.findChild<QPushButton *>(QStringLiteral("welcomePractise"))->click();
    EVENTUALLY_COMPARE(chosen.size(), 1);
    const SystemClock clock;
    const auto opened = service::Workspace::open(m_folder / "practice", tests::sourcePath("resources"),
                                                 service::OpenMode::Read, clock);
    QVERIFY(opened.has_value());
    // Never an office in service, which refuses made-up cases.
    QCOMPARE((*opened)->kind(), service::WorkspaceKind::Demo);
    QVERIFY(!service::signInPage(**opened)->practice.empty());
    QVERIFY(service::statusOf(**opened)->all.referred > 20);
}

void TstWelcomeScreen::aCentreIsAskedForWithAFolderThatIsFree()
{
    ui::WelcomeScreen screen(m_theme, places());
    QSignalSpy wanted(&screen, &ui::WelcomeScreen::centreWanted);
    auto *centre = screen.findChild<QPushButton *>(QStringLiteral("welcomeCentre"));
    auto *folder = screen.findChild<QLineEdit *>(QStringLiteral("welcomeFolder"));
    std::filesystem::create_directories(m_folder / "taken");
    std::ofstream(m_folder / "taken" / "workspace.json") << "{}";
    folder->setText(QString::fromStdString((m_folder / "taken").string()));
    centre->click();
    QVERIFY(wanted.isEmpty());
    QVERIFY(!screen.findChild<QLabel *>(QStringLiteral("welcomeMessage"))->text().isEmpty());
    folder->setText(QString::fromStdString((m_folder / "free").string()));
    centre->click();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(TstWelcomeScreen)
#include "tst_welcome_screen.moc"
