// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/queue/queue_screen.h"
#include "ui/queue/queue_table.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace tongban;

/// What is done to a whole list: into a file and back, and one thing to every case of it.
class TstListPanels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theListIsExportedAndSaysWhichRows();
    void aDamagedFileIsRefusedRowByRow();
    void aFolderThatIsNotThereIsSaidAndNothingIsLost();
    void aBatchIsPreviewedAndEveryRowHasAResult();
    void escapeChangesNothing();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_screen->findChild<Widget *>(QString::fromLatin1(name));
    }
    QAction *action(const char *name) const { return find<QAction>(name); }
    void choose(const char *box, const QString &value) const
    {
        auto *choices = find<QComboBox>(box);
        EVENTUALLY(choices->findData(value) >= 0);
        choices->setCurrentIndex(choices->findData(value));
    }
    void narrow() const;
    void exportTo(const std::filesystem::path &file);

    tests::OfficeFolder m_office{700};
    tests::TemporaryDirectory m_folder;
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::QueueScreen> m_screen;
};

void TstListPanels::init()
{
    m_thread = m_office.open();
    service::SignedIn person;
    person.account.name = "approver";
    person.account.roles = {permit::Role::Approver};
    m_screen = std::make_unique<ui::QueueScreen>(*m_thread, m_theme, approval::Language::Chinese, person);
    m_screen->resize(720, 800);
    m_screen->show();
    EVENTUALLY(find<QTableView>("queueTable")->model()->rowCount() > 3);
    tests::WatchedApplication::begin();
}

void TstListPanels::cleanup()
{
    m_screen.reset();
    m_thread.reset();
}

/// To a list of some cases.
void TstListPanels::narrow() const
{
    choose("filterDistrict", QStringLiteral("440304"));
    const auto *table = find<QTableView>("queueTable");
    EVENTUALLY(table->model()->rowCount() > 1 && table->model()->rowCount() < 200);
    EVENTUALLY(find<QLabel>("queueCount")->text().contains(QStringLiteral(" of ")));
    EVENTUALLY(!find<QLabel>("queueCount")->text().contains(QStringLiteral("...")));
}

void TstListPanels::exportTo(const std::filesystem::path &file)
{
    action("exportList")->trigger();
    find<QComboBox>("exportFormat")->setCurrentIndex(1);
    find<QLineEdit>("exportFile")->setText(QString::fromStdString(file.string()));
    QSignalSpy said(m_screen.get(), &ui::QueueScreen::said);
    QTest::keyClick(find<QLineEdit>("exportFile"), Qt::Key_Return);
    EVENTUALLY(!said.isEmpty());
    QVERIFY2(said.last().first().toString().contains(QStringLiteral("exported")),
             qPrintable(said.last().first().toString()));
}

void TstListPanels::theListIsExportedAndSaysWhichRows()
{
    narrow();
    const int rows = find<QTableView>("queueTable")->model()->rowCount();
    action("exportList")->trigger();
    const QString what = find<QLabel>("exportWhat")->text();
    QVERIFY2(what.contains(QStringLiteral("福田区")) && what.contains(QStringLiteral("%1 of ").arg(rows)),
             qPrintable(what));
    exportTo(m_folder / "list.csv");
    QVERIFY(!find<QWidget>("exportPanel")->isVisible());
    const std::string bytes = tests::readFile(m_folder / "list.csv");
    QCOMPARE(static_cast<int>(std::ranges::count(bytes, '\n')), rows + 1);
}

void TstListPanels::aDamagedFileIsRefusedRowByRow()
{
    narrow();
    exportTo(m_folder / "list.csv");
    std::string bytes = tests::readFile(m_folder / "list.csv");
    // The first identity of eighteen digits, as a spreadsheet saves it.
    std::size_t digits = 0;
    for (std::size_t i = 0; i < bytes.size() && digits < 18; ++i)
        if (digits = std::isdigit(static_cast<unsigned char>(bytes[i])) != 0 ? digits + 1 : 0; digits == 18)
            bytes.replace(i - 2, 3, "000");
    std::ofstream(m_folder / "back.csv", std::ios::binary) << bytes;
    action("exportList")->trigger();
    find<QLineEdit>("exportFile")->setText(QString::fromStdString((m_folder / "back.csv").string()));
    find<QPushButton>("exportCheck")->click();
    auto *report = find<QPlainTextEdit>("exportReport");
    EVENTUALLY(report->isVisible() && !report->toPlainText().isEmpty());
    QVERIFY2(report->toPlainText().contains(QStringLiteral("refused: 1 row")),
             qPrintable(report->toPlainText()));
    QVERIFY(report->toPlainText().contains(QStringLiteral("turned into a number")));
    QVERIFY(report->toPlainText().contains(QStringLiteral("深交审-")));
}

void TstListPanels::aFolderThatIsNotThereIsSaidAndNothingIsLost()
{
    action("exportList")->trigger();
    const QString file = QString::fromStdString((m_folder / "none" / "list.xlsx").string());
    find<QLineEdit>("exportFile")->setText(file);
    find<QPushButton>("exportGo")->click();
    auto *report = find<QPlainTextEdit>("exportReport");
    EVENTUALLY(report->isVisible());
    QCOMPARE(find<QLineEdit>("exportFile")->text(), file);
    QVERIFY(find<QPushButton>("exportGo")->isEnabled());
}

void TstListPanels::aBatchIsPreviewedAndEveryRowHasAResult()
{
    narrow();
    const int rows = find<QTableView>("queueTable")->model()->rowCount();
    action("claimList")->trigger();
    auto *panel = find<QWidget>("batchPanel");
    EVENTUALLY(panel->isVisible());
    auto *results = find<QTableWidget>("batchRows");
    QCOMPARE(results->rowCount(), rows);
    QCOMPARE(results->item(0, 2)->text(), QStringLiteral("will be done"));
    QVERIFY(find<QPushButton>("batchCancel")->hasFocus());
    find<QLineEdit>("batchExtra")->setText(QStringLiteral("企业集中办理"));
    find<QPushButton>("batchGo")->click();
    EVENTUALLY_COMPARE(find<QPushButton>("batchCancel")->text(), QStringLiteral("Close"));
    for (int row = 0; row < rows; ++row)
        QCOMPARE(results->item(row, 2)->text(), QStringLiteral("done"));
    const auto held = m_thread->run([](service::Workspace &workspace) {
        service::CaseQuery mine;
        mine.holder = "approver";
        return service::countCases(workspace, mine);
    });
    EVENTUALLY(held.isFinished());
    QCOMPARE(*held.result(), std::int64_t{rows});
    EVENTUALLY(!find<QTableView>("queueTable")->model()->index(rows - 1, 7).data().toString().isEmpty());
    action("putListBack")->trigger();
    EVENTUALLY_COMPARE(find<QPushButton>("batchGo")->text(), QStringLiteral("Put the whole list back"));
    EVENTUALLY(find<QPushButton>("batchGo")->isEnabled());
    find<QPushButton>("batchGo")->click();
    EVENTUALLY_COMPARE(find<QPushButton>("batchCancel")->text(), QStringLiteral("Close"));
    QVERIFY(find<QLabel>("batchWhat")->text().contains(QStringLiteral("%1 done, 0 not done").arg(rows)));
}

void TstListPanels::escapeChangesNothing()
{
    narrow();
    action("claimList")->trigger();
    auto *panel = find<QWidget>("batchPanel");
    EVENTUALLY(panel->isVisible());
    QTest::keyClick(find<QPushButton>("batchCancel"), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    const auto held = m_thread->run([](service::Workspace &workspace) {
        service::CaseQuery mine;
        mine.holder = "approver";
        return service::countCases(workspace, mine);
    });
    EVENTUALLY(held.isFinished());
    QCOMPARE(*held.result(), std::int64_t{0});
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstListPanels>(argc, argv);
}
#include "tst_list_panels.moc"
