// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/acts/case_desk.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QList>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace tongban::ui {

class ActPanel;
class CasePage;
class PaperList;
class PastPage;

/// A case and what can be done to it: what is known of it, the acts that are possible now with their keys,
/// and the form of the act below. GUI thread.
class CasePane : public QWidget
{
    Q_OBJECT

public:
    CasePane(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
             const service::SignedIn &person, QWidget *parent = nullptr);

    /// Shows the case with this number; empty clears. A form that is open is kept for later.
    void show(const QString &key);

    /// The same case again, where nobody is typing; otherwise what is new comes with the next look.
    void refresh();

    /// The same, with the form of an act opened as it is filled in here; where that act is not possible, says
    /// why.
    void redo(const QString &key, const permit::ActRequest &request);

    /// One for each act, with its key; disabled ones say why in their tooltip. In the order of a menu. Then
    /// the parts of the page.
    QList<QAction *> actions() const;
    QAction *undoAction() const { return m_undo; }

    void focusPage();
    /// Keys of one letter fire where nothing is typed.
    void listenTo(const QList<QAction *> &keys);
    /// Closes the form, keeping what was typed; false when none is open.
    bool leaveForm();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

Q_SIGNALS:
    void shown(const QString &serial);
    /// An act was done and kept.
    void acted(const QString &serial, const QString &title);
    void said(const QString &message);
    void failed(const tongban::Error &error);
    void formLeft();

private:
    void makeActions();
    void readDesk(const QString &serial);
    void tellDrafts();
    void showDrafts();
    void offer(const service::CaseDesk &desk);
    void open(permit::Act act);
    void openRedone();
    void openPast();
    void leavePast();
    void afterAct(const QString &serial, permit::Act act, const QString &title);
    void undo();
    void clearOffers();
    void makePageActions();
    void attach(int material);
    void attachFile(int material, const QString &file);
    void openAttachment(const QString &digest, const QString &name);
    QString titleOf(permit::Act act) const;

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    service::SignedIn m_person;
    CasePage *m_page;
    PastPage *m_past;
    QWidget *m_bar;
    QLabel *m_unfinished;
    ActPanel *m_panel;
    PaperList *m_papers;
    QAction *m_undo;
    std::map<permit::Act, QAction *> m_actions;
    QList<QAction *> m_pageActions;
    std::map<permit::Act, QToolButton *> m_buttons;
    QString m_serial;
    std::shared_ptr<const service::CaseDesk> m_desk;
    std::shared_ptr<const permit::Workflow> m_workflow;
    std::optional<permit::ActRequest> m_redo; ///< Waits for the case to be read.
    QString m_undoSerial;
    permit::Act m_undoAct = permit::Act::RejectProposal;
};

} // namespace tongban::ui
