// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/service/workspace/workspace_thread.h"

#include <QObject>
#include <QTimer>

namespace tongban::ui {

/// Lets the published rules decide what waits while somebody works here: right after an application came in,
/// and again every few minutes. A few cases at a time on the workspace's thread, so that nobody waits for it;
/// where another worker is at it, that one decides. GUI thread.
class Decider : public QObject
{
    Q_OBJECT

public:
    Decider(service::WorkspaceThread &workspace, QObject *parent);

    void begin();
    void end();
    /// Something came in.
    void wake();

Q_SIGNALS:
    /// This many cases left the list of those that wait for the rules.
    void decided(int cases);
    void failed(const tongban::Error &error);

private:
    void run();

    service::WorkspaceThread &m_workspace;
    QTimer m_timer;
    bool m_isOn = false;
    bool m_isBusy = false;
    bool m_isWanted = false; ///< Something came in while the rules were at it.
};

} // namespace tongban::ui
