// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts.h"
#include "core/service/workspace_thread.h"
#include "ui/base/theme.h"

#include <QSplitter>

namespace tongban::ui {

class CasePane;
class QueueScreen;

/// Where a person works: the list left, the case right. One for each who signs in. GUI thread.
class Desk : public QSplitter
{
    Q_OBJECT

public:
    Desk(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
         const service::SignedIn &person, QWidget *parent);

    void step(int rows);
    void toList();
    void toSearch();
    void reload();
    void openCase(const QString &key);

    /// Keys of one letter: they fire in the list and on the page alone.
    void listenTo(const QList<QAction *> &actions);

    /// What can be done to a case, for a menu.
    QList<QAction *> caseActions() const;

Q_SIGNALS:
    void caseShown(const QString &serial);
    void said(const QString &message);
    void failed(const tongban::Error &error);

private:
    QueueScreen *m_queue;
    CasePane *m_case;
};

} // namespace tongban::ui
