// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/path_field.h"
#include "ui/base/value_table.h"

#include <QDateEdit>
#include <QPushButton>

namespace tongban::ui {

/// Putting another catalogue in force: first what would change, or what is wrong by file and line; then it is
/// done. GUI thread.
class CataloguePage : public AdministrationPage
{
    Q_OBJECT

public:
    CataloguePage(AdministrationContext context, QWidget *parent);

private:
    void arrange();
    void run(bool dryRun);
    void show(const service::CatalogueImport &import);

    PathField *m_folder;
    QDateEdit *m_from;
    QLineEdit *m_document;
    QPushButton *m_preview;
    QPushButton *m_take;
    QLabel *m_problem;
    QLabel *m_summary;
    ValueTable *m_changes;
    ValueTable *m_problems;
};

} // namespace tongban::ui
