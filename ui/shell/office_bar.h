// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"
#include "ui/base/theme.h"

#include <QLabel>

namespace tongban::ui {

/// What everybody at the window should know of the workspace.
struct OfficeKind {
    service::WorkspaceKind kind = service::WorkspaceKind::Production;
    bool isSealed = false; ///< Personal data is kept sealed in its files.
};

/// The strip above everything that says whether what is done here is real: its words and its colour never
/// go away. GUI thread.
class OfficeBar : public QLabel
{
    Q_OBJECT

public:
    OfficeBar(const Theme &theme, QWidget *parent);

    void setKind(const OfficeKind &office);

private:
    void colour();

    const Theme &m_theme;
    service::WorkspaceKind m_kind = service::WorkspaceKind::Production;
};

} // namespace tongban::ui
