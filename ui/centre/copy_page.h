// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/centre/centre_desk.h"
#include "core/service/workspace/workspace_thread.h"
#include "ui/base/theme.h"
#include "ui/base/wrap_table.h"
#include "ui/centre/centre_link.h"

#include <QScrollArea>

class QLabel;

namespace tongban::ui {

/// What this desktop holds of the centre: how far the copy reaches, what the desktop is called there, and
/// which acts of the centre this program would not have allowed. Reads only. GUI thread.
class CopyPage : public QScrollArea
{
    Q_OBJECT

public:
    CopyPage(service::WorkspaceThread &workspace, CentreLink &link, const Theme &theme,
             approval::Language language, QWidget *parent);

    void load();

Q_SIGNALS:
    void failed(const tongban::Error &error);
    void caseWanted(const QString &serial);

private:
    struct Page;

    static Result<Page> read(service::Workspace &workspace, approval::Language language);
    QLabel *addText(const char *name);
    void fill(const Page &page);
    void tellHappenings();

    service::WorkspaceThread &m_workspace;
    CentreLink &m_link;
    approval::Language m_language;
    WrapTable *m_about;
    WrapTable *m_districts;
    QLabel *m_happened;
    QLabel *m_doubtWords;
    WrapTable *m_doubts;
    std::vector<QString> m_doubted; ///< Cases, by row.
};

} // namespace tongban::ui
