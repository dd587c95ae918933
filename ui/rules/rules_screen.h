// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

namespace tongban::ui {

class ItemList;
class RulePage;

/// The catalogue left, one item with its rules right, as they stood on a day that can be chosen. Reads only.
/// GUI thread.
class RulesScreen : public Screen
{
    Q_OBJECT

public:
    RulesScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                const service::SignedIn &person, QWidget *parent);

    void enter() override;
    bool back() override;
    QList<QAction *> commands() const override;

private:
    void read();

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    ItemList *m_items = nullptr;
    RulePage *m_page;
};

} // namespace tongban::ui
