// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/main_window.h"

#include "ui/application/case_page.h"
#include "ui/base/command_palette.h"
#include "ui/base/error_text.h"
#include "ui/base/when_done.h"
#include "ui/queue/queue_screen.h"
#include "ui/shell/message_log.h"
#include "ui/shell/view_menu.h"

#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>

namespace tongban::ui {

MainWindow::MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language)
    : m_workspace(workspace), m_theme(theme), m_language(language),
      m_queue(new QueueScreen(workspace, theme, language)), m_page(new CasePage(workspace, theme, language)),
      m_log(new MessageLog(this)), m_kind(new QLabel(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Tongban"));
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_queue);
    splitter->addWidget(m_page);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    setCentralWidget(splitter);
    makeMenus();
    makeStatusBar();
    connect(m_queue, &QueueScreen::currentChanged, m_page, &CasePage::show);
    connect(m_queue, &QueueScreen::entered, m_page, [this] { m_page->setFocus(); });
    connect(m_queue, &QueueScreen::failed, this, &MainWindow::report);
    connect(m_page, &CasePage::failed, this, &MainWindow::report);
    connect(m_page, &CasePage::shown, this, &MainWindow::caseShown);
    m_queue->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::openCase(const QString &key)
{
    m_page->show(key);
}

QAction *MainWindow::command(QMenu *menu, const QString &title, const QList<QKeySequence> &keys,
                             std::function<void()> run)
{
    QAction *action = menu->addAction(title);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void MainWindow::makeMenus()
{
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    command(go, tr("Next case"), {Qt::Key_J}, [this] { m_queue->step(1); });
    command(go, tr("Previous case"), {Qt::Key_K}, [this] { m_queue->step(-1); });
    command(go, tr("To the list"), {Qt::Key_Escape}, [this] { m_queue->focusList(); });
    command(go, tr("Search"), {Qt::Key_Slash, QKeySequence::Find}, [this] { m_queue->focusSearch(); });
    command(go, tr("Load anew"), {Qt::Key_F5}, [this] { m_queue->reload(); });
    go->addSeparator();
    command(go, tr("All commands"), {Qt::CTRL | Qt::Key_K}, [this] { openPalette(); });
    command(go, tr("Messages"), {Qt::Key_F8}, [this] { m_log->show(); });
    go->addSeparator();
    command(go, tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
    auto *view = new ViewMenu(m_theme, this);
    menuBar()->addMenu(view);
    const bool isChinese = m_language == approval::Language::Chinese;
    view->addSeparator();
    // Always in the language it leads to, so that whoever chose the wrong one finds the way back.
    command(view, isChinese ? QStringLiteral("English") : QStringLiteral("中文"), {}, [this, isChinese] {
        Q_EMIT languageWanted(isChinese ? approval::Language::English : approval::Language::Chinese);
    });
}

void MainWindow::makeStatusBar()
{
    m_kind->setObjectName(QStringLiteral("workspaceKind"));
    statusBar()->addPermanentWidget(m_kind);
    const auto kindOf = [](service::Workspace &workspace) -> Result<service::WorkspaceKind> {
        return workspace.kind();
    };
    whenDone(this, m_workspace.run(kindOf), [this](const Result<service::WorkspaceKind> &kind) {
        if (!kind)
            return report(kind.error());
        switch (*kind) {
        case service::WorkspaceKind::Demo: m_kind->setText(tr("Demonstration, made-up data")); break;
        case service::WorkspaceKind::Training: m_kind->setText(tr("Training")); break;
        case service::WorkspaceKind::Production: m_kind->setText(tr("In service, this machine only")); break;
        }
    });
}

void MainWindow::openPalette()
{
    QList<QAction *> actions;
    for (QAction *menu : menuBar()->actions())
        if (menu->menu() != nullptr)
            actions += menu->menu()->actions();
    auto *palette = new CommandPalette(actions, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::say(const QString &message)
{
    statusBar()->showMessage(message);
    m_log->add(message);
}

void MainWindow::report(const Error &error)
{
    say(tr("%1 [%2]").arg(errorText(error), errorCode(error)));
}

} // namespace tongban::ui
