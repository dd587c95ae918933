// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/acts/case_desk.h"
#include "core/service/workspace/workspace_thread.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;

namespace tongban::ui {

class PageView;

/// The page that an act will be served with, beside its form and made anew while the form is filled in: what
/// is confirmed is the document. GUI thread; pages are made on the workspace's thread.
class ActPreview : public QWidget
{
    Q_OBJECT

public:
    ActPreview(service::WorkspaceThread &workspace, approval::Language language,
               const service::SignedIn &person, QWidget *parent);

    /// Begins with the act that `form` gives; hidden where the act has no paper.
    void open(const QString &serial, permit::Act act, std::function<service::DeskAct()> form);
    void close();
    /// The form has changed.
    void refreshSoon();

Q_SIGNALS:
    void failed(const tongban::Error &error);

private:
    struct Shown;
    void refresh();

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    service::SignedIn m_person;
    QLabel *m_head;
    PageView *m_pages;
    QTimer m_timer;
    QString m_serial;
    std::function<service::DeskAct()> m_form;
    int m_asked = 0; ///< An answer to an earlier question is out of date.
};

/// "Issue the decision to grant": what the button of an act does that is served on paper; empty = the act's
/// own title.
QString serveTitle(permit::Act act);

} // namespace tongban::ui
