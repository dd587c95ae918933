// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rule_table.h"

#include "ui/base/table_size.h"
#include "ui/base/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace tongban::ui {

namespace {

constexpr int kNumber = 0;
constexpr int kTold = 1;
constexpr int kFirstCondition = 2;

using Standing = approval::TriedRow::Standing;

} // namespace

RuleTableView::RuleTableView(const Theme &theme, QWidget *parent) : QTableWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("ruleTable"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    connect(&theme, &Theme::changed, this, &RuleTableView::fill);
}

void RuleTableView::show(const approval::RuleTable &table, const std::optional<approval::TriedTable> &tried)
{
    m_shown = table;
    m_tried = tried;
    setAccessibleName(tr("Rules: %1").arg(qt(table.name)));
    QStringList titles{tr("No."), tr("Trial")};
    for (const std::string &title : table.conditions)
        titles += qt(title);
    for (const std::string &title : table.results)
        titles += tr("→ %1").arg(qt(title));
    titles += tr("Article");
    setColumnCount(static_cast<int>(titles.size()));
    setHorizontalHeaderLabels(titles);
    setColumnHidden(kTold, !tried.has_value());
    setRowCount(static_cast<int>(table.rows.size()));
    fill();
    const auto fired = [&] {
        for (std::size_t row = 0; tried && row < tried->rows.size(); ++row)
            if (tried->rows[row].standing == Standing::Fired)
                return static_cast<int>(row);
        return 0;
    };
    if (rowCount() > 0)
        setCurrentCell(fired(), tried ? kTold : kNumber);
}

QString RuleTableView::tellRow(const approval::RuleRow &row, const approval::TriedRow &tried) const
{
    const auto title = [this](std::size_t column) {
        return qt(m_shown.conditions.at(column));
    };
    switch (tried.standing) {
    case Standing::Fired: return tr("applies");
    case Standing::Missed:
        if (!tried.missedBy)
            return tr("does not apply");
        return tr("does not apply: %1 would have to be “%2”, it is %3")
            .arg(title(*tried.missedBy), qt(row.conditions.at(*tried.missedBy)),
                 qt(m_tried->seen.at(*tried.missedBy)));
    case Standing::Open: break;
    }
    QStringList open;
    for (const std::size_t column : tried.openColumns)
        open += title(column);
    return open.isEmpty() ? tr("cannot be told")
                          : tr("cannot be told: %1 is not known").arg(open.join(tr(", ")));
}

void RuleTableView::fillRow(int row)
{
    const approval::RuleRow &rule = m_shown.rows[static_cast<std::size_t>(row)];
    QStringList cells{QString::number(row + 1), QString()};
    for (const std::string &condition : rule.conditions)
        cells += condition.empty() ? tr("any") : qt(condition);
    for (const std::string &result : rule.results)
        cells += qt(result);
    cells += rule.mark.empty() ? qt(rule.article) : tr("%1 [%2]").arg(qt(rule.article), qt(rule.mark));
    const Tokens &tokens = m_theme.tokens();
    const approval::TriedRow *tried = m_tried ? &m_tried->rows[static_cast<std::size_t>(row)] : nullptr;
    if (tried != nullptr)
        cells[kTold] = tellRow(rule, *tried);
    for (int column = 0; column < columnCount(); ++column) {
        auto *cell = new QTableWidgetItem(cells[column]);
        cell->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
        if (tried != nullptr && tried->standing == Standing::Fired)
            cell->setBackground(tokens.counted);
        else if (tried != nullptr && tried->standing == Standing::Open)
            cell->setBackground(tokens.rest);
        setItem(row, column, cell);
    }
    if (tried != nullptr && tried->missedBy)
        item(row, kFirstCondition + static_cast<int>(*tried->missedBy))->setBackground(tokens.excluded);
}

void RuleTableView::fill()
{
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row);
    fit();
}

/// Columns are as wide as their words up to a line's length; from there on they get more lines.
void RuleTableView::fit()
{
    constexpr int kLine = 16;
    const int line = fontMetrics().horizontalAdvance(QStringLiteral("许")) * kLine;
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        if (!isColumnHidden(column) && columnWidth(column) > line)
            setColumnWidth(column, line);
    widenToTitles(*this);
    resizeRowsToContents();
}

void RuleTableView::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

QString RuleTableView::text() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    if (rows.size() < 2)
        for (rows.clear(); rows.size() < rowCount();)
            rows += static_cast<int>(rows.size());
    const auto line = [this](const auto &cellAt) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            if (!isColumnHidden(column))
                cells += cellAt(column);
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines{line([this](int column) { return horizontalHeaderItem(column)->text(); })};
    for (const int row : std::as_const(rows))
        lines += line([this, row](int column) { return item(row, column)->text(); });
    return lines.join(QLatin1Char('\n'));
}

void RuleTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(text());
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace tongban::ui
