// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/event_table.h"

#include "ui/base/table_size.h"
#include "ui/base/text.h"

#include <QEvent>
#include <QHeaderView>

#include <array>

namespace tongban::ui {

std::vector<EventLine> eventLines(const std::vector<service::StoryEvent> &events,
                                  const permit::Workflow &workflow, approval::Language language)
{
    const auto word = [language](const permit::Title &title) {
        return qt(language == approval::Language::Chinese ? title.zh : title.en);
    };
    std::vector<EventLine> lines;
    for (const service::StoryEvent &event : events) {
        EventLine &line = lines.emplace_back();
        const auto act = permit::parseAct(event.act);
        const auto role = permit::parseRole(event.role);
        line.at = minuteText(event.at);
        line.act = act ? word(workflow.title(*act)) : qt(event.act);
        line.actor = qt(event.actor);
        line.role = role ? word(workflow.title(*role)) : qt(event.role);
        line.reason = qt(event.reason);
        line.basis = qt(event.basis);
        line.place = QStringLiteral("%1 / %2").arg(event.district).arg(event.n);
    }
    return lines;
}

EventTable::EventTable(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("eventTable"));
    setAccessibleName(tr("Every act on this case"));
    setColumnCount(7);
    setHorizontalHeaderLabels(
        {tr("When"), tr("Act"), tr("By"), tr("Role"), tr("Reason"), tr("Basis"), tr("Chain")});
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
}

void EventTable::show(const std::vector<EventLine> &lines)
{
    setRowCount(static_cast<int>(lines.size()));
    int row = 0;
    for (const EventLine &line : lines) {
        const std::array cells{line.at, line.act, line.actor, line.role, line.reason, line.basis, line.place};
        for (int column = 0; column < columnCount(); ++column) {
            auto *item = new QTableWidgetItem(cells[static_cast<std::size_t>(column)]);
            item->setToolTip(item->text());
            setItem(row, column, item);
        }
        ++row;
    }
    fitContents();
}

void EventTable::fitContents()
{
    resizeColumnsToContents();
    widenToTitles(*this);
    sizeRows(*this);
    const int height =
        horizontalHeader()->sizeHint().height() + rowCount() * verticalHeader()->defaultSectionSize();
    setFixedHeight(height + 2 * frameWidth() + fontMetrics().height());
}

void EventTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitContents();
}

} // namespace tongban::ui
