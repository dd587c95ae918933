// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/value_table.h"

#include "ui/base/table_size.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace tongban::ui {

ValueTable::ValueTable(const QString &title, const QStringList &headers, QWidget *parent)
    : QTableWidget(0, static_cast<int>(headers.size()), parent)
{
    setAccessibleName(title);
    setHorizontalHeaderLabels(headers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
}

void ValueTable::setRows(const QList<QStringList> &rows)
{
    const QTableWidgetItem *before = item(currentRow(), 0);
    const QString kept = before != nullptr ? before->text() : QString();
    const QSignalBlocker quiet(this);
    int current = rows.isEmpty() ? -1 : 0;
    setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(rows[row].value(column));
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            cell->setToolTip(cell->text());
            setItem(row, column, cell);
        }
        if (!kept.isEmpty() && rows[row].value(0) == kept)
            current = row;
    }
    fit();
    setCurrentCell(current, 0);
}

void ValueTable::fit()
{
    resizeColumnsToContents();
    widenToTitles(*this);
    sizeRows(*this);
}

void ValueTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ValueTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy) || currentRow() < 0)
        return QTableWidget::keyPressEvent(event);
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(item(currentRow(), column)->text());
    QApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
}

} // namespace tongban::ui
