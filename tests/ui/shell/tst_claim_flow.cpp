// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/claims.h"
#include "tests/support/patience.h"
#include "tests/ui/support/office_folder.h"
#include "tests/ui/support/watchdog.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace tongban;

/// Claiming at the desk by one key, and what a colleague sees of it.
class TstClaimFlow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneKeyClaimsAndPutsBack();
    void aColleagueSeesTheHolderAndCannotAct();
    void theHeadTakesOverWithAReason();
    void aCaseOutOfTurnAsksWhy();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return find<QTableView>("queueTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString current() const { return table()->currentIndex().siblingAtColumn(1).data().toString(); }
    QString words() const { return find<QLabel>("claimWords")->text(); }
    QAction *claim() const { return find<QAction>("claim"); }
    void press(int key) const { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key)); }
    void signIn(const char *practice);
    void claimFor(const char *account, const QString &serial) const;
    service::ClaimOutcome held(const QString &serial) const;

    static constexpr int kHolder = 7; ///< The column.

    tests::OfficeFolder m_office{700};
    ui::Theme m_theme;
    std::unique_ptr<service::WorkspaceThread> m_thread;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TstClaimFlow::init()
{
    m_thread = m_office.open();
    m_window = std::make_unique<ui::MainWindow>(*m_thread, m_theme, approval::Language::Chinese);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    tests::WatchedApplication::begin();
}

void TstClaimFlow::cleanup()
{
    m_window.reset();
    m_thread.reset();
}

void TstClaimFlow::signIn(const char *practice)
{
    EVENTUALLY(find<QAbstractButton>(practice) != nullptr);
    find<QAbstractButton>(practice)->click();
    EVENTUALLY(table() != nullptr && !current().isEmpty());
    EVENTUALLY(!words().isEmpty());
}

void TstClaimFlow::claimFor(const char *account, const QString &serial) const
{
    const auto done = m_thread->run([account, key = serial.toStdString()](service::Workspace &workspace) {
        service::SignedIn person;
        person.account.name = account;
        person.account.roles = {permit::Role::Approver};
        return service::claimCase(workspace, key, person, {.reason = "另一件一并办理"});
    });
    QVERIFY(done.result().has_value());
    QCOMPARE(done.result()->problem, service::ClaimProblem::None);
}

service::ClaimOutcome TstClaimFlow::held(const QString &serial) const
{
    const auto now = m_thread->run([key = serial.toStdString()](service::Workspace &workspace) {
        return service::claimOf(workspace, key);
    });
    return *now.result();
}

void TstClaimFlow::oneKeyClaimsAndPutsBack()
{
    signIn("practice_approver");
    const QString serial = current();
    EVENTUALLY(claim()->isEnabled());
    press(Qt::Key_C);
    EVENTUALLY(cell(0, kHolder).startsWith(QStringLiteral("审批 练习员")));
    QCOMPARE(held(serial).holder, std::string("approver"));
    QCOMPARE(current(), serial);
    EVENTUALLY(claim()->isEnabled() && table()->hasFocus());
    press(Qt::Key_C);
    EVENTUALLY(cell(0, kHolder).isEmpty());
    QVERIFY(held(serial).holder.empty());
}

void TstClaimFlow::aColleagueSeesTheHolderAndCannotAct()
{
    signIn("practice_approver");
    const QString serial = current();
    EVENTUALLY(find<QAction>("act_refer") != nullptr);
    claimFor("clerk", serial);
    press(Qt::Key_F5);
    EVENTUALLY(cell(0, kHolder).startsWith(QStringLiteral("窗口 练习员")));
    EVENTUALLY(words().contains(QStringLiteral("窗口 练习员")));
    QVERIFY(!claim()->isEnabled());
    EVENTUALLY(find<QAction>("act_grant")->toolTip().contains(QStringLiteral("窗口 练习员")));
    QVERIFY(!find<QAction>("act_grant")->isEnabled());
    press(Qt::Key_C);
    QCOMPARE(held(serial).holder, std::string("clerk"));
}

void TstClaimFlow::theHeadTakesOverWithAReason()
{
    signIn("practice_head");
    const QString serial = current();
    claimFor("clerk", serial);
    press(Qt::Key_F5);
    EVENTUALLY(words().contains(QStringLiteral("窗口 练习员")) && claim()->isEnabled());
    press(Qt::Key_C);
    auto *reason = find<QComboBox>("claimReason");
    EVENTUALLY(reason->isVisible());
    QTest::keyClicks(reason->lineEdit(), QStringLiteral("c holder ill"));
    QTest::keyClick(reason->lineEdit(), Qt::Key_Return);
    EVENTUALLY_COMPARE(held(serial).holder, std::string("head"));
    EVENTUALLY(!reason->isVisible() && table()->hasFocus());
}

void TstClaimFlow::aCaseOutOfTurnAsksWhy()
{
    signIn("practice_approver");
    EVENTUALLY(table()->model()->rowCount() > 20);
    const auto kind = [this](int row) -> QString {
        return cell(row, 2) + cell(row, 4) + cell(row, 8);
    }; // and district
    for (int row = table()->model()->rowCount() - 1; row > 0; --row) {
        int before = 0;
        for (int other = 0; other < row; ++other)
            before += kind(other) == kind(row) ? 1 : 0;
        if (before == 0)
            continue;
        table()->selectRow(row);
        break;
    }
    const QString serial = current();
    table()->setFocus();
    EVENTUALLY(claim()->isEnabled());
    press(Qt::Key_C);
    auto *reason = find<QComboBox>("claimReason");
    EVENTUALLY(reason->isVisible());
    QVERIFY(held(serial).holder.empty());
    QTest::keyClick(reason->lineEdit(), Qt::Key_Escape);
    QVERIFY(!reason->isVisible() && table()->hasFocus());
    press(Qt::Key_C);
    EVENTUALLY(reason->isVisible() && reason->lineEdit()->hasFocus());
    press(Qt::Key_Return); // the first reason of the list
    EVENTUALLY_COMPARE(held(serial).holder, std::string("approver"));
}

int main(int argc, char **argv)
{
    return tests::runWatched<TstClaimFlow>(argc, argv);
}
#include "tst_claim_flow.moc"
