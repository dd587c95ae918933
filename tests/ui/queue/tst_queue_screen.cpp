// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases.h"
#include "tests/ui/support/office_folder.h"
#include "ui/queue/queue_screen.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

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
    void aWorkspaceThatIsNotThereIsReported();

private:
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
    m_screen = std::make_unique<ui::QueueScreen>(*m_thread, m_theme, approval::Language::Chinese);
    m_screen->show();
}

void TstQueueScreen::cleanup()
{
    m_screen.reset();
    m_thread.reset();
}

void TstQueueScreen::theMostUrgentCaseIsCurrentAtOnce()
{
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    QTRY_VERIFY(!current.isEmpty() && !current.last().first().toString().isEmpty());
    QCOMPARE(table()->currentIndex().row(), 0);
}

void TstQueueScreen::theCountIsTheWholeList()
{
    showAll();
    const auto counted =
        m_thread->run([](service::Workspace &workspace) { return service::countCases(workspace, {}); });
    QTRY_VERIFY(counted.isFinished());
    const auto total = counted.result();
    QVERIFY(total.has_value() && *total > 600);
    const auto *label = m_screen->findChild<QLabel *>(QStringLiteral("queueCount"));
    QTRY_VERIFY(label->text().contains(QString::number(*total)));
    QVERIFY(label->text().startsWith(QStringLiteral("200")));
}

void TstQueueScreen::everyPageArrivesAndTheModelObeysItsProtocol()
{
    const QAbstractItemModelTester tester(table()->model());
    showAll();
    QTRY_VERIFY(table()->model()->rowCount() >= 200);
    while (table()->model()->canFetchMore({})) {
        const int before = table()->model()->rowCount();
        table()->model()->fetchMore({});
        QTRY_VERIFY(table()->model()->rowCount() > before || !table()->model()->canFetchMore({}));
        QTRY_VERIFY(table()->model()->canFetchMore({}) || table()->model()->rowCount() % 200 != 0);
    }
    QVERIFY(table()->model()->rowCount() > 600);
}

void TstQueueScreen::anIdentityFindsItsCases()
{
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    QTRY_VERIFY(table()->model()->rowCount() > 0);
    const auto listed = m_thread->run([](service::Workspace &workspace) {
        service::CaseQuery query;
        query.limit = 1;
        return service::listCases(workspace, query);
    });
    QTRY_VERIFY(listed.isFinished());
    const service::CaseLine line = listed.result()->front();
    auto *search = m_screen->findChild<QLineEdit *>(QStringLiteral("queueSearch"));
    search->setText(QString::fromStdString(line.applicantId));
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!current.isEmpty()
                && table()->model()->data(table()->model()->index(0, 3)).toString()
                    == QString::fromStdString(line.applicantName));
    search->setText(QString::fromStdString(line.serial));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(current.last().first().toString(), QString::fromStdString(line.serial));
}

void TstQueueScreen::loadingAnewKeepsTheCurrentCase()
{
    QTRY_VERIFY(table()->model()->rowCount() > 3);
    m_screen->step(2);
    const QString serial = table()->model()->data(table()->model()->index(2, 1)).toString();
    QSignalSpy current(m_screen.get(), &ui::QueueScreen::currentChanged);
    m_screen->reload();
    QTRY_VERIFY(!current.isEmpty() && current.last().first().toString() == serial);
    QCOMPARE(table()->currentIndex().row(), 2);
}

void TstQueueScreen::aWorkspaceThatIsNotThereIsReported()
{
    const tests::TemporaryDirectory empty;
    const FixedClock clock(*parseIsoTimestamp("2026-11-23T10:00:00+08:00"));
    service::WorkspaceThread nowhere([&] {
        return service::Workspace::open(empty.path(), tests::sourcePath("resources"), service::OpenMode::Read,
                                        clock);
    });
    ui::QueueScreen screen(nowhere, m_theme, approval::Language::Chinese);
    std::optional<ErrorCode> code;
    connect(&screen, &ui::QueueScreen::failed, this, [&code](const Error &error) { code = error.code; });
    QTRY_VERIFY(code.has_value());
    QCOMPARE(*code, ErrorCode::NotFound);
}

QTEST_MAIN(TstQueueScreen)
#include "tst_queue_screen.moc"
