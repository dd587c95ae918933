// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/path_field.h"

#include <QPushButton>

namespace tongban::ui {

class LongJob;

/// Copying the office while it works, and making another one from a copy; both are checked from end to end.
/// GUI thread; the work is done beside the window's own.
class BackupPage : public AdministrationPage
{
    Q_OBJECT

public:
    BackupPage(AdministrationContext context, QWidget *parent);

private:
    void backUp();
    void restore();
    void setRunning(bool running);
    void tell(QLabel *line, const QString &message);

    PathField *m_target;
    QPushButton *m_backUp;
    QLabel *m_backedUp;
    PathField *m_from;
    PathField *m_to;
    QPushButton *m_restore;
    QLabel *m_restored;
    LongJob *m_job;
};

} // namespace tongban::ui
