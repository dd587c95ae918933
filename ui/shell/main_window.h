// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"

#include <QMainWindow>

class QLabel;
class QSplitter;

namespace tongban::ui {

class CasePage;
class MessageLog;
class QueueScreen;

/// The window: the list left, the case right, the state in words below. Knows every screen; screens know only
/// what is shown of them here. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive the window.
    MainWindow(service::WorkspaceThread &workspace, Theme &theme, approval::Language language);
    ~MainWindow() override;

    /// Shows the case with this number.
    void openCase(const QString &key);

Q_SIGNALS:
    /// The other language is wanted; whoever made the window makes it anew.
    void languageWanted(tongban::approval::Language language);
    /// A case is on the page; what was asked for is there to be seen.
    void caseShown(const QString &serial);

private:
    void makeMenus();
    void makeStatusBar();
    QAction *command(QMenu *menu, const QString &title, const QList<QKeySequence> &keys,
                     std::function<void()> run);
    void openPalette();
    void say(const QString &message);
    void report(const Error &error);

    service::WorkspaceThread &m_workspace;
    Theme &m_theme;
    approval::Language m_language;
    QueueScreen *m_queue;
    CasePage *m_page;
    MessageLog *m_log;
    QLabel *m_kind;
};

} // namespace tongban::ui
