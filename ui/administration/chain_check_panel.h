// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/audit/audit.h"
#include "ui/administration/administration_page.h"
#include "ui/base/value_table.h"

#include <QPushButton>

namespace tongban::ui {

class LongJob;

/// Recomputes the whole record and says what was found; can be stopped. GUI thread; the work is done beside
/// the window's own.
class ChainCheckPanel : public AdministrationPage
{
    Q_OBJECT

public:
    ChainCheckPanel(AdministrationContext context, QWidget *parent);

private:
    void check();
    void show(const Result<service::AuditReport> &report);

    QPushButton *m_go;
    QLabel *m_result;
    ValueTable *m_findings;
    LongJob *m_job;
};

} // namespace tongban::ui
