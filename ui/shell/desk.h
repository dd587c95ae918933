// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/screen.h"
#include "ui/base/theme.h"

namespace tongban::ui {

class CasePane;
class ClaimBar;
class QueueScreen;

/// Where a person works: the list left, the case right. One for each who signs in. GUI thread.
class Desk : public Screen
{
    Q_OBJECT

public:
    Desk(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
         const service::SignedIn &person, QWidget *parent);

    void enter() override;
    void reload() override;
    bool back() override;
    /// What can be done to a case.
    QList<QAction *> commands() const override;
    QString menuTitle() const override { return tr("&Case"); }

    void step(int rows);
    void toSearch();
    void openCase(const QString &key);
    /// The centre has told more of the case on the page.
    void refreshCase();
    /// The case that is asked for elsewhere is what one comes back to; the list stays as it was.
    void bring(const QString &key);
    /// The same, and the form of an act filled in as it was asked for: for an act that has to be done again.
    void redo(const QString &key, const permit::ActRequest &request);
    /// The case that was on the page before this desk took another one's place.
    void resume(const QString &key);

    /// Keys of one letter: they fire in the list and on the page alone.
    void listenTo(const QList<QAction *> &actions);

Q_SIGNALS:
    void caseShown(const QString &serial);

private:
    void followClaims();
    void showRow(const QString &key);

    QueueScreen *m_queue;
    CasePane *m_case;
    ClaimBar *m_claim;
    bool m_wasEntered = false;
    bool m_isBrought = false;
    QString m_held; ///< Comes before the first row of a list that is being read.
};

} // namespace tongban::ui
