// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

class QListWidget;
class QStackedWidget;

namespace tongban::ui {

class AdministrationPage;

/// Accounts, catalogue, calendar, connections, backup: pages left, the chosen one right. GUI thread.
class AdministrationScreen : public Screen
{
    Q_OBJECT

public:
    AdministrationScreen(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
                         const service::SignedIn &person, QWidget *parent);

    void enter() override;
    void reload() override;
    bool back() override;

private:
    void add(const QString &title, AdministrationPage *page);
    void showPage(int row);

    QListWidget *m_list;
    QStackedWidget *m_pages;
    bool m_wasEntered = false;
};

} // namespace tongban::ui
