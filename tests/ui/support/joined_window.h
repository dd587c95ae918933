// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/outbox_desk.h"
#include "tests/core/central/joined_office.h"
#include "tests/support/patience.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

namespace tests {

/// A centre, a desktop of it at the real window, and somebody else's desktop. For a test class to derive
/// from.
class JoinedWindow
{
protected:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString link() const { return find<QLabel>("linkState")->text(); }
    QTableWidget *outbox() const { return find<QTableWidget>("outboxTable"); }
    QString cell(const char *table, int row, int column) const
    {
        const auto *there = find<QTableWidget>(table);
        return row < there->rowCount() ? there->item(row, column)->text() : QString();
    }
    void press(int key) const { QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(key)); }

    /// Two workspaces that have joined as new people.
    void beginRound()
    {
        using tongban::permit::Role;
        const std::string round = std::to_string(++m_round);
        m_here = std::make_unique<JoinedOffice>(*m_centre, "here" + round,
                                                std::vector<std::string>{"approver", "clerk"});
        m_there =
            std::make_unique<JoinedOffice>(*m_centre, "there" + round, std::vector<std::string>{"clerk"});
        m_here->office.clock.set(m_clock.now());
        m_there->office.clock.set(m_clock.now());
        tongban::service::Account account;
        account.name = "worker";
        account.displayName = "王芳";
        account.roles = {Role::Clerk, Role::Approver, Role::Administrator};
        const auto added =
            tongban::service::addAccount(m_here->office.workspace(), account, "worker-worker", {});
        QVERIFY(added && added->empty());
        m_here->actor = account.name;
    }
    void endRound()
    {
        m_centre->server().start(); // whatever a test left behind
        m_window.reset();
        m_thread.reset();
        m_here.reset();
        m_there.reset();
    }

    void open()
    {
        m_thread = std::make_unique<tongban::service::WorkspaceThread>([this] {
            return tongban::service::Workspace::open(m_here->office.folder(), Office::resources(),
                                                     tongban::service::OpenMode::Write, m_clock,
                                                     m_here->office.key());
        });
        m_window = std::make_unique<tongban::ui::MainWindow>(*m_thread, m_theme, m_language);
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        EVENTUALLY(find<QAbstractButton>("signInGo")->isVisible());
        QTest::keyClicks(find<QLineEdit>("signInAccount"), QStringLiteral("worker"));
        QTest::keyClicks(find<QLineEdit>("signInPassword"), QStringLiteral("worker-worker"));
        QTest::keyClick(find<QLineEdit>("signInPassword"), Qt::Key_Return);
        EVENTUALLY(m_window->person().has_value());
    }
    void openScreen()
    {
        QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
        EVENTUALLY(find<QWidget>("centreScreen") != nullptr && find<QWidget>("centreScreen")->isVisible());
    }

    /// An act of this desktop that met one of another: both saw the case at the same version.
    void conflict(int person, tongban::permit::Act meant)
    {
        using tongban::permit::Act;
        using tongban::permit::Role;
        m_there->takeIn(person);
        QVERIFY(m_there->sync().isFinished());
        QVERIFY(m_here->sync().isFinished());
        QCOMPARE(
            m_here->problems(person, Role::Approver, actRequest(meant, "材料需核对", "《条例》第二十四条")),
            std::string());
        QCOMPARE(m_there->problems(person, Role::Clerk, actRequest(Act::CheckIn)), std::string());
        QCOMPARE(m_there->sync().applied, 1);
    }

    std::unique_ptr<central::MadeCentre> m_centre;
    std::unique_ptr<JoinedOffice> m_here; ///< The same workspace as the window's, by a door of its own.
    std::unique_ptr<JoinedOffice> m_there; ///< Somebody else's.
    tongban::ui::Theme m_theme;
    tongban::SystemClock m_clock;
    std::unique_ptr<tongban::service::WorkspaceThread> m_thread;
    std::unique_ptr<tongban::ui::MainWindow> m_window;
    tongban::approval::Language m_language = tongban::approval::Language::English;
    int m_round = 0;
};

} // namespace tests
