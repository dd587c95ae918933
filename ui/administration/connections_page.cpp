// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/connections_page.h"

#include "ui/base/text.h"

#include <QVBoxLayout>

namespace tongban::ui {

using service::Connection;

ConnectionsPage::ConnectionsPage(AdministrationContext context, QWidget *parent)
    : AdministrationPage(std::move(context), parent),
      m_table(new ValueTable(tr("Sources of evidence"),
                             {tr("Source"), tr("Record"), tr("State"), tr("Last heard"), tr("Speaks of"),
                              tr("Rows or answers"), tr("Contradictory"), tr("How")},
                             this)),
      m_note(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("connectionTable"));
    m_note->setWordWrap(true);
    m_note->setText(
        tr("A source that does not answer makes cases wait; it never refuses anybody. Agencies are named "
           "in agencies.json of the workspace, registers are imported with tongbanctl."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
}

void ConnectionsPage::load()
{
    const auto read = [](const service::AdministratorDesk &desk) {
        return desk.connections();
    };
    ask(read, [this](const std::vector<Connection> &all) {
        QList<QStringList> rows;
        for (const Connection &connection : all)
            rows.append(row(connection));
        m_table->setRows(rows);
    });
}

QStringList ConnectionsPage::row(const Connection &connection) const
{
    QString state;
    switch (connection.state) {
    case Connection::State::Fresh: state = tr("Fresh"); break;
    case Connection::State::Old: state = tr("Older than %n day(s)", nullptr, connection.freshDays); break;
    case Connection::State::Silent: state = tr("Never heard of"); break;
    }
    const bool isAgency = connection.kind == Connection::Kind::Agency;
    return {context().word(connection.sourceTitle),
            context().word(connection.recordTitle),
            state,
            connection.last ? minuteText(*connection.last) : QString(),
            connection.asOf ? dayText(*connection.asOf) : QString(),
            QString::number(connection.count),
            isAgency ? QString() : QString::number(connection.contradictory),
            isAgency ? qt(connection.address) : tr("Register file")};
}

} // namespace tongban::ui
