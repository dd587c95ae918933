// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/case_desk.h"
#include "core/service/workspace_thread.h"
#include "ui/application/act_form.h"
#include "ui/base/theme.h"

#include <QFrame>
#include <QString>

#include <map>
#include <memory>
#include <utility>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tongban::ui {

/// One act, filled in below the case it is done to: no window of its own, the evidence stays in sight. What
/// is typed is kept when the panel closes, until the act is done. GUI thread; acts are done by the
/// workspace's thread.
class ActPanel : public QFrame
{
    Q_OBJECT

public:
    ActPanel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             const service::SignedIn &person, QWidget *parent);

    /// Ready to be done with Enter where nothing has to be filled in.
    void open(const QString &serial, std::shared_ptr<const service::CaseDesk> desk, permit::Act act,
              const QString &title);
    void leave();
    bool isOpen() const { return m_form != nullptr; }

    /// Does the act now; the form may be empty where the act asks nothing.
    void submit();

Q_SIGNALS:
    void done(const QString &serial, tongban::permit::Act act, const QString &title);
    void left();
    void failed(const tongban::Error &error);
    /// What a person should know of an act that was done.
    void warned(const QString &message);

private:
    void answer(const QString &serial, permit::Act act, const Result<service::DeskOutcome> &outcome);
    void showRefusals(const std::vector<permit::ActRefusal> &refusals);
    void close();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    service::SignedIn m_person;
    QLabel *m_title;
    QScrollArea *m_scroll;
    ActForm *m_form = nullptr;
    QLabel *m_problem;
    QPushButton *m_go;
    QPushButton *m_cancel;
    QString m_serial;
    QString m_actTitle;
    std::shared_ptr<const service::CaseDesk> m_desk;
    permit::Act m_act = permit::Act::Accept;
    std::map<std::pair<QString, permit::Act>, ActDraft> m_drafts;
    std::shared_ptr<const permit::Workflow> m_workflow;
};

} // namespace tongban::ui
