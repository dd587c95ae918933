// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/value_table.h"

#include <QPushButton>

namespace tongban::ui {

/// What was changed in the office, by whom, and what stood there before. GUI thread.
class OfficeRecordPage : public AdministrationPage
{
    Q_OBJECT

public:
    OfficeRecordPage(AdministrationContext context, QWidget *parent);

    void load() override;

private:
    void read(std::int64_t before);
    QStringList row(const service::OfficeEntry &entry) const;
    QString value(const std::string &field, const std::string &stored) const;

    service::AccountBook m_book; ///< For the names of roles and places.
    QLabel *m_note;
    ValueTable *m_table;
    QPushButton *m_earlier;
    QList<QStringList> m_rows;
    std::int64_t m_next = 0;
};

} // namespace tongban::ui
