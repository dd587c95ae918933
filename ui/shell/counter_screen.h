// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

namespace tongban::ui {

/// The counter as a screen of the window. Its draft is kept below the workspace; what came in is put before
/// the rules at once. GUI thread.
class CounterScreen : public Screen
{
    Q_OBJECT

public:
    CounterScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                  const service::SignedIn &person, QWidget *parent);

private:
    QString m_last; ///< What came in last; the desk shows what becomes of it.
};

} // namespace tongban::ui
