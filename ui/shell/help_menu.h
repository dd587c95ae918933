// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QMenu>
#include <QPointer>

namespace tongban::ui {

class HelpViewer;

/// Help, the checks of this machine, practice. GUI thread.
class HelpMenu : public QMenu
{
    Q_OBJECT

public:
    HelpMenu(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             QWidget *parent);

    /// About what has the focus in the window now.
    void showHelp();

Q_SIGNALS:
    /// The practice queue is wanted, in a window and a workspace of its own.
    void practiceWanted();
    void failed(const tongban::Error &error);

private:
    void add(const QString &title, const QString &name, const QKeySequence &key, void (HelpMenu::*run)());
    void showChecks();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    QPointer<HelpViewer> m_viewer;
};

} // namespace tongban::ui
