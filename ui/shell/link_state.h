// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace_thread.h"

#include <QLabel>

namespace tongban::ui {

/// Says in words whether this office belongs to a centre, and how many acts wait to be sent there. Asks the
/// workspace every few seconds, never the network.
class LinkState : public QLabel
{
    Q_OBJECT

public:
    LinkState(service::WorkspaceThread &workspace, QWidget *parent);

private:
    void refresh();

    service::WorkspaceThread &m_workspace;
};

} // namespace tongban::ui
