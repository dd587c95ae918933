// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/path_field.h"
#include "ui/base/value_table.h"

#include <QPushButton>

namespace tongban::ui {

/// The years of the working-day calendar, and taking in the file of another one. GUI thread.
class CalendarPage : public AdministrationPage
{
    Q_OBJECT

public:
    CalendarPage(AdministrationContext context, QWidget *parent);

    void load() override;

private:
    void read(service::Rehearse rehearse);
    void show(const service::CalendarImport &import);

    QLabel *m_until;
    ValueTable *m_years;
    PathField *m_file;
    QPushButton *m_preview;
    QPushButton *m_take;
    QLabel *m_problem;
    QLabel *m_summary;
    ValueTable *m_changes;
};

} // namespace tongban::ui
