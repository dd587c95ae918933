// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/wrap_table.h"

#include <QEvent>
#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace tongban::ui {

namespace {

/// Nothing = the colour of all text, which follows the look by itself.
QVariant colourOf(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Muted: return QBrush(tokens.muted);
    case Tone::Good: return QBrush(tokens.good);
    case Tone::Near: return QBrush(tokens.near);
    case Tone::Late: return QBrush(tokens.late);
    }
    return {};
}

} // namespace

WrapTable::WrapTable(const QString &name, const QString &title, const std::vector<Column> &columns,
                     const Theme &theme, QWidget *parent)
    : QTableWidget(parent), m_theme(theme), m_columns(columns)
{
    setObjectName(name);
    setAccessibleName(title);
    setColumnCount(static_cast<int>(columns.size()));
    QStringList titles;
    for (const Column &column : columns)
        titles += column.title;
    setHorizontalHeaderLabels(titles);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &WrapTable::colour);
}

QSize WrapTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, horizontalHeader()->sizeHint().height()};
}

void WrapTable::setRows(std::vector<std::vector<WrapCell>> rows)
{
    m_rows = std::move(rows);
    setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const auto &cells = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < columnCount(); ++column) {
            const auto place = static_cast<std::size_t>(column);
            const WrapCell cell = place < cells.size() ? cells[place] : WrapCell{};
            auto *item = new QTableWidgetItem(cell.text);
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            item->setToolTip(cell.tip);
            setItem(row, column, item);
        }
    }
    colour();
    m_fittedWidth = -1;
    fit();
}

void WrapTable::colour()
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto &cells = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < static_cast<int>(cells.size()) && column < columnCount(); ++column) {
            const WrapCell &cell = cells[static_cast<std::size_t>(column)];
            QFont strong = font();
            strong.setBold(cell.isStrong);
            item(row, column)->setFont(strong);
            item(row, column)->setData(Qt::ForegroundRole, colourOf(cell.tone, m_theme.tokens()));
        }
    }
    m_fittedWidth = -1; // The text may have changed its size.
    fit();
}

void WrapTable::fit()
{
    const int width = viewport()->width();
    if (!isVisible() || width == m_fittedWidth)
        return;
    m_fittedWidth = width;
    const int weights = std::accumulate(m_columns.begin(), m_columns.end(), 0,
                                        [](int sum, const Column &column) { return sum + column.weight; });
    // No column is narrower than its title; what that takes, the widest gives.
    const int margins = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this) + 4;
    std::vector<int> shares;
    int over = -width;
    for (const Column &column : m_columns) {
        const int title = horizontalHeader()->fontMetrics().horizontalAdvance(column.title) + margins;
        shares.push_back(std::max(width * column.weight / weights, title));
        over += shares.back();
    }
    *std::ranges::max_element(shares) -= over;
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, std::max(1, shares[static_cast<std::size_t>(column)]));
    resizeRowsToContents();
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth());
}

void WrapTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    fit();
}

/// The text has changed its size: the zoom.
void WrapTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        colour();
}

void WrapTable::showEvent(QShowEvent *event)
{
    QTableWidget::showEvent(event);
    fit();
}

} // namespace tongban::ui
