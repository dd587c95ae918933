// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "core/service/cases/cases.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/queue/queue_screen.h"
#include "ui/queue/queue_table.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace tongban;

/// The list shows what the store holds, page by page, and says how many there are.
class TstQueueScreen : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMostUrgentCaseIsCurrentAtOnce();
    void theCountIsTheWholeList();
    void everyPageArrivesAndTheModelObeysItsProtocol();
    void anIdentityFindsItsCases();
    void loadingAnewKeepsTheCurrentCase();
    void nothingIsWiderThanItsPlace_data();
    void nothingIsWiderThanItsPlace();
    void aFilterIsATextWithACountThatIsTrue();
    void aFilterIsKeptUnderAName();
    void columnsAreChosenAndStayWithTheView();
    void rowsAreCopiedWithTabs();
    void whatIsNewWaitsBehindABar();
    void aWorkspaceThatIsNotThereIsReported();

private:
    static service::SignedIn clerk()
    {
        service::SignedIn person;
        person.account.name = "clerk";
        person.account.roles = {permit::Role::Clerk};
        return person;
    }
    QTableView *table() const { return m_screen->findChild<QTableView *>(QStringLiteral("queueTable")); }
    void showAll() const
    {
        m_screen->findChild<QComboBox *>(QStringLiteral("queueLists"))->setCurrentIndex(5);
    }

    tests::OfficeFolder m_office{700};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::QueueScreen> m_screen;
};

void TstQueueScreen::init()
{
    m_thread = m_office.open();
    m_screen = std::make_unique<ui::QueueScreen>(*m_thread, m_theme, approval::Language::Chinese, clerk());
    m_screen->show();
    tests::WatchedApplication::begin();
}

void TstQueueScreen::cleanup()
{
    m_screen.reset();
    m_thread.reset();
}

void TstQueueScreen::theMostUrgentCaseIsCurrentAtOnce()
{
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    EVENTUALLY(!current.isEmpty() && !current.last().first().toString().isEmpty());
    QCOMPARE(table()->currentIndex().row(), 0);
}

void TstQueueScreen::theCountIsTheWholeList()
{
    showAll();
    const auto counted =
        m_thread->run([](service::Workspace &workspace) { return service::countCases(workspace, {}); });
    EVENTUALLY(counted.isFinished());
    const auto total = counted.result();
    QVERIFY(total.has_value() && *total > 600);
    const auto *label = m_screen->findChild<QLabel *>(QStringLiteral("queueCount"));
    EVENTUALLY(label->text().contains(QString::number(*total)));
}

void TstQueueScreen::everyPageArrivesAndTheModelObeysItsProtocol()
{
    const QAbstractItemModelTester tester(table()->model());
    showAll();
    EVENTUALLY(table()->model()->rowCount() >= 200);
    while (table()->model()->canFetchMore({})) {
        const int before = table()->model()->rowCount();
        table()->model()->fetchMore({});
        EVENTUALLY(table()->model()->rowCount() > before || !table()->model()->canFetchMore({}));
        EVENTUALLY(table()->model()->canFetchMore({}) || table()->model()->rowCount() % 200 != 0);
    }
    QVERIFY(table()->model()->rowCount() > 600);
}

void TstQueueScreen::anIdentityFindsItsCases()
{
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    EVENTUALLY(table()->model()->rowCount() > 0);
    const auto listed = m_thread->run([](service::Workspace &workspace) {
        service::CaseQuery query;
        query.limit = 1;
        return service::listCases(workspace, query);
    });
    EVENTUALLY(listed.isFinished());
    const service::CaseLine line = listed.result()->front();
    auto *search = m_screen->findChild<QLineEdit *>(QStringLiteral("queueSearch"));
    search->setText(QString::fromStdString(line.applicantId));
    QTest::keyClick(search, Qt::Key_Return);
    EVENTUALLY(!current.isEmpty()
               && table()->model()->data(table()->model()->index(0, 3)).toString()
                   == QString::fromStdString(line.applicantName));
    search->setText(QString::fromStdString(line.serial));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(current.last().first().toString(), QString::fromStdString(line.serial));
}

void TstQueueScreen::loadingAnewKeepsTheCurrentCase()
{
    EVENTUALLY(table()->model()->rowCount() > 3);
    m_screen->step(2);
    const QString serial = table()->model()->data(table()->model()->index(2, 1)).toString();
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    m_screen->reload();
    EVENTUALLY(!current.isEmpty() && current.last().first().toString() == serial);
    QCOMPARE(table()->currentIndex().row(), 2);
}

void TstQueueScreen::nothingIsWiderThanItsPlace_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("zoom");
    QTest::newRow("half of 1440") << 720 << 100;
    QTest::newRow("half of 1440, large") << 720 << 150;
    QTest::newRow("narrow") << 420 << 100;
    QTest::newRow("wide") << 1800 << 100;
}

void TstQueueScreen::nothingIsWiderThanItsPlace()
{
    QFETCH(int, width);
    QFETCH(int, zoom);
    m_theme.setZoom(zoom);
    m_screen->resize(width, 700);
    EVENTUALLY(table()->model()->rowCount() > 3);
    const auto *header = table()->horizontalHeader();
    EVENTUALLY_COMPARE(header->length(), table()->viewport()->width());
    QCOMPARE(header->visualIndex(0), 0); // the legal clock comes first
    QVERIFY(!table()->horizontalScrollBar()->isVisible());
    const QString due = table()->model()->index(0, 0).data().toString();
    if (width >= 720)
        QVERIFY(table()->fontMetrics().horizontalAdvance(due) <= header->sectionSize(0));
    m_theme.setZoom(100);
}

void TstQueueScreen::aFilterIsATextWithACountThatIsTrue()
{
    showAll();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F);
    auto *district = m_screen->findChild<QComboBox *>(QStringLiteral("filterDistrict"));
    EVENTUALLY(district->isVisible() && district->count() > 3);
    auto *outcome = m_screen->findChild<QComboBox *>(QStringLiteral("filterOutcome"));
    outcome->setCurrentIndex(outcome->findData(QStringLiteral("granted")));
    district->setCurrentIndex(district->findData(QStringLiteral("440304")));
    const auto counted = m_thread->run([](service::Workspace &workspace) {
        service::CaseQuery query;
        query.limit = 100'000;
        return service::listCases(workspace, query);
    });
    EVENTUALLY(counted.isFinished());
    const std::vector<service::CaseLine> all = *counted.result();
    const auto fitting = std::ranges::count_if(all, [](const service::CaseLine &line) {
        return line.district == 440304 && line.outcome == "granted";
    });
    QVERIFY(fitting > 0 && fitting < static_cast<std::ptrdiff_t>(all.size()));
    const auto *label = m_screen->findChild<QLabel *>(QStringLiteral("queueCount"));
    EVENTUALLY_COMPARE(label->text(), QStringLiteral("%1 of %2").arg(fitting).arg(all.size()));
    EVENTUALLY_COMPARE(table()->model()->rowCount(),
                       static_cast<int>(std::min<std::ptrdiff_t>(fitting, 200)));
    const QString text = m_screen->findChild<QLabel *>(QStringLiteral("queueFilterText"))->text();
    QVERIFY2(text.contains(QStringLiteral("福田区")) && text.contains(QStringLiteral("granted")),
             qPrintable(text));
    // A day that is none is said and changes nothing.
    auto *from = m_screen->findChild<QLineEdit *>(QStringLiteral("filterFrom"));
    from->setText(QStringLiteral("2026-02-30"));
    QTest::keyClick(from, Qt::Key_Return);
    QVERIFY(m_screen->findChild<QLabel *>(QStringLiteral("filterProblem"))->isVisible());
    QCOMPARE(label->text(), QStringLiteral("%1 of %2").arg(fitting).arg(all.size()));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F, Qt::ShiftModifier);
    EVENTUALLY_COMPARE(label->text(), QStringLiteral("%1 in all").arg(all.size()));
}

void TstQueueScreen::aFilterIsKeptUnderAName()
{
    auto *lists = m_screen->findChild<QComboBox *>(QStringLiteral("queueLists"));
    auto *holder = m_screen->findChild<QComboBox *>(QStringLiteral("filterHolder"));
    EVENTUALLY(holder->count() > 2);
    holder->setCurrentIndex(holder->findData(QStringLiteral("clerk")));
    auto *name = m_screen->findChild<QLineEdit *>(QStringLiteral("filterName"));
    name->setText(QStringLiteral("我的 件"));
    QTest::keyClick(name, Qt::Key_Return);
    EVENTUALLY_COMPARE(lists->currentText(), QStringLiteral("我的 件"));
    const auto *text = m_screen->findChild<QLabel *>(QStringLiteral("queueFilterText"));
    // For the same person in another window, and for nobody else.
    ui::QueueScreen again(*m_thread, m_theme, approval::Language::Chinese, clerk());
    auto *known = again.findChild<QComboBox *>(QStringLiteral("queueLists"));
    EVENTUALLY(known->findText(QStringLiteral("我的 件")) > 0);
    service::SignedIn other;
    other.account.name = "approver";
    ui::QueueScreen others(*m_thread, m_theme, approval::Language::Chinese, other);
    m_thread->run([](service::Workspace &) -> Result<int> { return 0; }).waitForFinished();
    QCoreApplication::processEvents();
    QCOMPARE(others.findChild<QComboBox *>(QStringLiteral("queueLists"))->findText(QStringLiteral("我的 件")),
             -1);
    lists->setCurrentIndex(0);
    EVENTUALLY(!text->text().contains(QStringLiteral("in work")));
    lists->setCurrentIndex(lists->findText(QStringLiteral("我的 件")));
    EVENTUALLY(text->text().contains(QStringLiteral("in work")));
}

void TstQueueScreen::columnsAreChosenAndStayWithTheView()
{
    auto *header = table()->horizontalHeader();
    EVENTUALLY(table()->model()->rowCount() > 3);
    constexpr int kDistrict = 8;
    QVERIFY(table()->isColumnHidden(kDistrict));
    QMenu menu;
    static_cast<ui::QueueTable *>(table())->fillColumnMenu(menu);
    for (QAction *action : menu.actions())
        if (action->objectName() == QStringLiteral("column_district"))
            action->trigger();
    QVERIFY(!table()->isColumnHidden(kDistrict));
    header->moveSection(header->visualIndex(kDistrict), 1);
    QCOMPARE(header->length(), table()->viewport()->width());
    showAll(); // another view has its own
    EVENTUALLY(table()->isColumnHidden(kDistrict));
    m_screen->findChild<QComboBox *>(QStringLiteral("queueLists"))->setCurrentIndex(0);
    EVENTUALLY(!table()->isColumnHidden(kDistrict));
    QCOMPARE(header->visualIndex(kDistrict), 1);
}

void TstQueueScreen::rowsAreCopiedWithTabs()
{
    EVENTUALLY(table()->model()->rowCount() > 3 && table()->currentIndex().isValid());
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QString row = QGuiApplication::clipboard()->text();
    const auto *header = table()->horizontalHeader();
    QCOMPARE(row.count(QLatin1Char('\t')), header->count() - header->hiddenSectionCount() - 1);
    QVERIFY(row.contains(table()->model()->index(0, 1).data().toString()));
    static_cast<ui::QueueTable *>(table())->copyTable();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), table()->model()->rowCount() + 1);
    QCOMPARE(lines[1], row);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), table()->currentIndex().data().toString());
}

void TstQueueScreen::whatIsNewWaitsBehindABar()
{
    EVENTUALLY(table()->model()->rowCount() > 3 && table()->currentIndex().isValid());
    const auto *label = m_screen->findChild<QLabel *>(QStringLiteral("queueCount"));
    EVENTUALLY(label->text().endsWith(QStringLiteral("in all")));
    const auto *news = m_screen->findChild<QPushButton *>(QStringLiteral("queueNews"));
    const QString second = table()->model()->index(1, 1).data().toString();
    const auto claimed = m_thread->run([key = second.toStdString()](service::Workspace &workspace) {
        service::SignedIn other;
        other.account.name = "approver";
        other.account.roles = {permit::Role::Approver};
        return service::claimCase(workspace, key, other, {.reason = "另一件一并办理"});
    });
    EVENTUALLY(claimed.isFinished() && claimed.result()->problem == service::ClaimProblem::None);
    m_screen->lookForNews();
    EVENTUALLY(news->isVisible());
    QVERIFY2(news->text().startsWith(QStringLiteral("1 change")), qPrintable(news->text()));
    QVERIFY(table()->model()->index(1, 7).data().toString().isEmpty()); // nothing moved or changed by itself
    m_screen->reload();
    EVENTUALLY(table()->model()->rowCount() > 3
               && !table()->model()->index(1, 7).data().toString().isEmpty());
    QVERIFY(!news->isVisible());
}

void TstQueueScreen::aWorkspaceThatIsNotThereIsReported()
{
    const tests::TemporaryDirectory empty;
    const FixedClock clock(*parseIsoTimestamp("2026-11-23T10:00:00+08:00"));
    service::WorkspaceThread nowhere([&] {
        return service::Workspace::open(empty.path(), tests::sourcePath("resources"), service::OpenMode::Read,
                                        clock);
    });
    ui::QueueScreen screen(nowhere, m_theme, approval::Language::Chinese, clerk());
    std::optional<ErrorCode> code;
    connect(&screen, &ui::QueueScreen::failed, this, [&code](const Error &error) { code = error.code; });
    EVENTUALLY(code.has_value());
    QCOMPARE(*code, ErrorCode::NotFound);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstQueueScreen>(argc, argv);
}
#include "tst_queue_screen.moc"
