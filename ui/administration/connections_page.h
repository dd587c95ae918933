// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/administration/administration_page.h"
#include "ui/base/value_table.h"

namespace tongban::ui {

/// Where evidence comes from, and when it was last heard of. GUI thread.
class ConnectionsPage : public AdministrationPage
{
    Q_OBJECT

public:
    ConnectionsPage(AdministrationContext context, QWidget *parent);

    void load() override;

private:
    QStringList row(const service::Connection &connection) const;

    ValueTable *m_table;
    QLabel *m_note;
};

} // namespace tongban::ui
