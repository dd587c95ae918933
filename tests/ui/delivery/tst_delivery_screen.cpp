// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/cases.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/base/wrap_table.h"
#include "ui/delivery/delivery_screen.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace tongban;

/// A scanner and a keyboard at the delivery counter: parcels go out, come back, go again and arrive.
class TstDeliveryScreen : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aParcelGoesComesBackAndIsToBeDeliveredAgain();
    void aScannerIsHeardWhereverTheFocusIs();
    void whatIsNoWaybillIsToldAndNothingIsDone_data();
    void whatIsNoWaybillIsToldAndNothingIsDone();
    void aResultIsHandedOverAtTheWindow();
    void aSecondVisitNeedsAReasonAndIsListed();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_screen->findChild<Widget *>(QString::fromLatin1(name));
    }
    /// As a scanner types: fast, and an Enter at the end.
    void scan(const QString &text) const
    {
        QTest::keyClicks(m_screen->focusWidget() == nullptr ? m_screen.get() : m_screen->focusWidget(), text);
        QTest::keyClick(find<QLineEdit>("deliveryScan"), Qt::Key_Return);
    }
    QString answer() const { return find<QLabel>("deliveryAnswer")->text(); }
    permit::State state(const std::string &serial) const { return story(serial).state.state; }
    service::CaseStory story(const std::string &serial) const
    {
        const auto told = m_thread->run([serial](service::Workspace &workspace) {
            return service::caseStory(workspace, serial, approval::Language::Chinese);
        });
        return *told.result();
    }
    /// A granted case that may be sent.
    std::string granted() const
    {
        const auto tasks = m_thread->run(
            [](service::Workspace &workspace) { return service::deliveryTasks(workspace, 200); });
        const std::vector<service::DeliveryTask> listed = *tasks.result();
        for (const service::DeliveryTask &task : listed)
            if (task.state == permit::State::Granted && task.byCourier)
                return task.line.serial;
        return {};
    }

    tests::OfficeFolder m_office{300};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::DeliveryScreen> m_screen;
};

void TstDeliveryScreen::init()
{
    m_thread = m_office.open();
    service::SignedIn clerk;
    clerk.account.name = "clerk";
    clerk.account.roles = {permit::Role::Clerk};
    m_screen =
        std::make_unique<ui::DeliveryScreen>(*m_thread, m_theme, approval::Language::Chinese, clerk, nullptr);
    m_screen->resize(1200, 800);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    m_screen->enter();
    EVENTUALLY(find<ui::WrapTable>("deliveryTable")->rowCount() > 0);
    QVERIFY(find<QLineEdit>("deliveryScan")->hasFocus());
    tests::WatchedApplication::begin();
}

void TstDeliveryScreen::cleanup()
{
    m_screen.reset();
    m_thread.reset();
}

void TstDeliveryScreen::aParcelGoesComesBackAndIsToBeDeliveredAgain()
{
    const std::string serial = granted();
    QVERIFY(!serial.empty());
    scan(QString::fromStdString(serial).mid(4));
    EVENTUALLY(find<QLabel>("deliveryChosen")->text().contains(QString::fromStdString(serial)));
    scan(QStringLiteral("ea123456785cn"));
    EVENTUALLY_COMPARE(state(serial), permit::State::Delivering);
    EVENTUALLY(answer().contains(QStringLiteral("EA123456785CN")));
    QCOMPARE(story(serial).events.back().act, std::string("issue_paper")); // the delivery slip
    QTest::keyClick(m_screen.get(), Qt::Key_F4);
    scan(QStringLiteral("EA123456785CN"));
    EVENTUALLY_COMPARE(state(serial), permit::State::DeliveryReturned);
    // A task again, at once.
    const auto tasks =
        m_thread->run([](service::Workspace &workspace) { return service::deliveryTasks(workspace, 200); });
    QVERIFY(std::ranges::any_of(*tasks.result(), [&](const service::DeliveryTask &task) {
        return task.line.serial == serial && task.state == permit::State::DeliveryReturned;
    }));
    QTest::keyClick(m_screen.get(), Qt::Key_F2);
    scan(QString::fromStdString(serial).mid(4));
    EVENTUALLY(!find<QLabel>("deliveryChosen")->text().isEmpty());
    scan(QStringLiteral("SF1234567890123"));
    EVENTUALLY_COMPARE(state(serial), permit::State::Delivering);
    QCOMPARE(story(serial).state.delivery->attempt, 2);
    QTest::keyClick(m_screen.get(), Qt::Key_F3);
    EVENTUALLY(answer().contains(QStringLiteral("SF1234567890123")));
    scan(QStringLiteral("SF1234567890123"));
    EVENTUALLY_COMPARE(state(serial), permit::State::Closed);
}

void TstDeliveryScreen::aScannerIsHeardWhereverTheFocusIs()
{
    const std::string serial = granted();
    find<ui::WrapTable>("deliveryTable")->setFocus();
    QTest::keyClicks(m_screen->focusWidget(), QString::fromStdString(serial).mid(4));
    QCOMPARE(find<QLineEdit>("deliveryScan")->text(), QString::fromStdString(serial).mid(4));
    QVERIFY(find<QLineEdit>("deliveryScan")->hasFocus());
}

void TstDeliveryScreen::whatIsNoWaybillIsToldAndNothingIsDone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("check digit") << QStringLiteral("EA123456784CN") << QStringLiteral("check digit");
    QTest::newRow("short") << QStringLiteral("12345") << QStringLiteral("10 to 20");
    QTest::newRow("strange") << QStringLiteral("12345!67890") << QStringLiteral("letters and digits");
    QTest::newRow("full-width, unknown case first")
        << QStringLiteral("１２３４５６７８９０１２") << QStringLiteral("case first");
}

void TstDeliveryScreen::whatIsNoWaybillIsToldAndNothingIsDone()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    find<QLineEdit>("deliveryScan")->setText(text);
    QTest::keyClick(find<QLineEdit>("deliveryScan"), Qt::Key_Return);
    EVENTUALLY_OR(answer().contains(part), qPrintable(answer()));
}

void TstDeliveryScreen::aResultIsHandedOverAtTheWindow()
{
    const std::string serial = granted();
    scan(QString::fromStdString(serial).mid(4));
    EVENTUALLY(!find<QLineEdit>("deliveryReceiver")->text().isEmpty());
    QTest::keyClick(m_screen.get(), Qt::Key_F6);
    EVENTUALLY_COMPARE(state(serial), permit::State::Closed);
    QVERIFY(!story(serial).state.delivery->receiver.empty());
}

void TstDeliveryScreen::aSecondVisitNeedsAReasonAndIsListed()
{
    const std::string serial = granted();
    QTest::keyClick(m_screen.get(), Qt::Key_F7);
    auto *words = find<QLineEdit>("visitWords");
    const auto checkIn = [&] {
        words->setText(QString::fromStdString(serial));
        QTest::keyClick(words, Qt::Key_Return);
        EVENTUALLY_COMPARE(find<QComboBox>("visitCase")->count(), 1);
        QTest::keyClick(find<QPushButton>("visitGo"), Qt::Key_Space);
    };
    checkIn();
    EVENTUALLY_COMPARE(story(serial).state.visits, 1);
    EVENTUALLY(words->text().isEmpty());
    checkIn();
    EVENTUALLY(find<QLabel>("visitAnswer")->text().contains(QStringLiteral("choose why")));
    QCOMPARE(story(serial).state.visits, 1);
    find<QComboBox>("visitReason")->setCurrentIndex(2);
    QTest::keyClick(find<QPushButton>("visitGo"), Qt::Key_Space);
    EVENTUALLY_COMPARE(story(serial).state.visits, 2);
    auto *repeated = find<ui::WrapTable>("repeatedVisits");
    EVENTUALLY_COMPARE(repeated->rows().front().front().text, QString::fromStdString(serial));
    QCOMPARE(repeated->rows().front()[2].tone, ui::Tone::Late);
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstDeliveryScreen>(argc, argv);
}
#include "tst_delivery_screen.moc"
