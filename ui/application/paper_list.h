// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/accounts/accounts.h"
#include "core/service/papers/papers.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"

#include <QWidget>

namespace tongban::ui {

class WrapTable;

/// The papers of a case: which there are, how often each was printed, by whom; Enter looks at one and prints
/// it (again). GUI thread; papers are made on the workspace's thread.
class PaperList : public QWidget
{
    Q_OBJECT

public:
    PaperList(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
              const service::SignedIn &person, QWidget *parent);

    void show(const QString &serial);
    /// Issues the paper of the latest act of this kind and sends it to the printer; without one it lies as a
    /// file, and said() tells where.
    void serve(const QString &serial, const service::PaperRequest &request);

Q_SIGNALS:
    void said(const QString &message);
    void failed(const tongban::Error &error);

private:
    void fill(const std::vector<service::PaperLine> &papers);
    void look(int row);
    void tell(const service::ServedPaper &served);

    service::WorkspaceThread &m_workspace;
    approval::Language m_language;
    service::SignedIn m_person;
    WrapTable *m_table;
    QString m_serial;
    std::vector<service::PaperLine> m_papers;
};

} // namespace tongban::ui
