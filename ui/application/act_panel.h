// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/acts/case_desk.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/application/act_form.h"
#include "ui/base/autosave.h"
#include "ui/base/theme.h"

#include <QFrame>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <set>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace tongban::ui {

class ActPreview;

/// One act, filled in below the case it is done to: no window of its own, the evidence stays in sight. What
/// is typed is kept below the workspace, over closing, locks and crashes, until the act is done. GUI thread;
/// acts are done by the workspace's thread.
class ActPanel : public QFrame
{
    Q_OBJECT

public:
    ActPanel(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             const service::SignedIn &person, QWidget *parent);
    ~ActPanel() override;

    /// The first empty field has the focus; where nothing has to be filled in, the way back has it.
    /// Ctrl+Enter does the act from everywhere in the form.
    void open(const QString &serial, std::shared_ptr<const service::CaseDesk> desk, permit::Act act,
              const QString &title);
    void leave();
    /// What the person has on the screen when the act is done.
    void setSeen(std::function<service::CaseView()> seen) { m_seen = std::move(seen); }
    /// What was kept of this case's forms by an earlier window; what was typed since in this one stays.
    void restore(const QString &serial, const ActDrafts &drafts);
    /// As if it had been typed: open() shows it.
    void fill(const QString &serial, permit::Act act, const ActDraft &draft);
    /// Whether something typed waits in the form of this act.
    bool hasDraft(const QString &serial, permit::Act act) const;
    bool isOpen() const { return m_form != nullptr; }

    /// Does the act now; the form may be empty where the act asks nothing.
    void submit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    void done(const QString &serial, tongban::permit::Act act, const QString &title);
    void left();
    void failed(const tongban::Error &error);
    /// What a person should know of an act that was done.
    void warned(const QString &message);

private:
    void answer(const QString &serial, permit::Act act, const Result<service::DeskOutcome> &outcome);
    void showRefusals(const std::vector<permit::ActRefusal> &refusals);
    void arrange();
    void close();
    void take();
    void keep();

    service::WorkspaceThread &m_workspace;
    const Theme &m_theme;
    approval::Language m_language;
    service::SignedIn m_person;
    QLabel *m_title;
    QScrollArea *m_scroll;
    ActForm *m_form = nullptr;
    ActPreview *m_preview;
    QBoxLayout *m_middle;
    QLabel *m_problem;
    QPushButton *m_go;
    QPushButton *m_cancel;
    QString m_serial;
    QString m_actTitle;
    std::shared_ptr<const service::CaseDesk> m_desk;
    permit::Act m_act = permit::Act::Accept;
    std::map<QString, ActDrafts> m_drafts; ///< By case.
    ActDraft m_pristine; ///< The open form as nobody has touched it.
    Autosave *m_autosave;
    std::set<QString> m_unwritten; ///< Cases whose drafts have to be written.
    std::shared_ptr<const permit::Workflow> m_workflow;
    std::function<service::CaseView()> m_seen;
};

} // namespace tongban::ui
