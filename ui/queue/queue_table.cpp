// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_table.h"

#include "ui/base/table_size.h"
#include "ui/queue/queue_columns.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>
#include <vector>

namespace tongban::ui {

namespace {

/// One width a column, and all of them together.
struct Widths {
    std::vector<int> each;
    int sum = 0;

    void add(int width)
    {
        each.push_back(width);
        sum += width;
    }
};

/// Case numbers differ at their end: when they do not fit, it is the beginning that goes.
class EndKeeper : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

} // namespace

QueueTable::QueueTable(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](QPoint where) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(horizontalHeader()->mapToGlobal(where));
    });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (!m_isFitting)
            Q_EMIT layoutChosen(layoutText());
    });
    for (int column = 0; column < kQueueColumns; ++column)
        if (traits(static_cast<QueueColumn>(column)).keepsEnd)
            setItemDelegateForColumn(column, new EndKeeper(this));
    sizeRows(*this);
}

/// By then the table has the new font too.
void QueueTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    sizeRows(*this);
    fit();
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

/// Widths between what a column must have and what it could use, so that all together fill the room.
void QueueTable::fit()
{
    if (model() == nullptr || m_isFitting)
        return;
    m_isFitting = true;
    const QFontMetrics metrics = fontMetrics();
    const int margin = 2 * metrics.averageCharWidth();
    const QList<int> columns = shownColumns();
    Widths title; // less than this nobody knows which column it is
    Widths least;
    Widths wanted;
    for (const int column : columns) {
        const ColumnTraits &t = traits(static_cast<QueueColumn>(column));
        const QString name = columnTitle(static_cast<QueueColumn>(column));
        const int sample = metrics.horizontalAdvance(QString::fromUtf8(t.sample)) + margin;
        // The clock is read whole, whatever becomes of the rest.
        title.add(column == static_cast<int>(QueueColumn::Due) ? sample
                                                               : metrics.horizontalAdvance(name) + margin);
        least.add(std::max(title.each.back(), t.least * metrics.averageCharWidth() + margin));
        wanted.add(std::max(least.each.back(), sample));
    }
    const int room = viewport()->width();
    const Widths none{std::vector<int>(title.each.size()), 0};
    const bool isTight = room < least.sum;
    const Widths &low = room < title.sum ? none : isTight ? title : least;
    const Widths &high = room < title.sum ? title : isTight ? least : wanted;
    const int span = std::max(1, high.sum - low.sum);
    const int share = std::min(room, high.sum) - low.sum;
    int left = room;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const int width = low.each[at] + (high.each[at] - low.each[at]) * share / span;
        left -= width;
        setColumnWidth(columns[i], std::max(1, i + 1 == columns.size() ? width + left : width));
    }
    m_isFitting = false;
}

QList<int> QueueTable::shownColumns() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns += column;
    }
    return columns;
}

QString QueueTable::layoutText() const
{
    QStringList names;
    for (const int column : shownColumns())
        names += QString::fromLatin1(traits(static_cast<QueueColumn>(column)).name);
    return names.join(QLatin1Char(','));
}

void QueueTable::setLayoutText(const QString &text)
{
    const QStringList names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    std::vector<int> order;
    std::vector<int> hidden;
    for (const QString &name : names)
        for (const QueueColumn column : usualOrder())
            if (name == QLatin1String(traits(column).name))
                order.push_back(static_cast<int>(column));
    for (const QueueColumn column : usualOrder()) {
        const int number = static_cast<int>(column);
        if (std::ranges::find(order, number) != order.end())
            continue;
        if (names.isEmpty() && traits(column).isUsual)
            order.push_back(number);
        else
            hidden.push_back(number);
    }
    m_isFitting = true;
    int place = 0;
    for (const bool isShown : {true, false})
        for (const int column : isShown ? order : hidden) {
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place++);
            setColumnHidden(column, !isShown);
        }
    m_isFitting = false;
    fit();
}

void QueueTable::toggle(int column, bool isShown)
{
    if (!isShown && shownColumns().size() == 1)
        return; // a table without columns has no header to bring them back
    setColumnHidden(column, !isShown);
    fit();
    Q_EMIT layoutChosen(layoutText());
}

void QueueTable::moveCurrent(int by)
{
    const QList<int> columns = shownColumns();
    const qsizetype at = columns.indexOf(currentIndex().column());
    if (at < 0 || at + by < 0 || at + by >= columns.size())
        return;
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columns[at]),
                                    horizontalHeader()->visualIndex(columns[at + by]));
}

void QueueTable::fillColumnMenu(QMenu &menu)
{
    for (const QueueColumn column : usualOrder()) {
        const int number = static_cast<int>(column);
        QAction *action = menu.addAction(columnTitle(column));
        action->setObjectName(QStringLiteral("column_") + QLatin1String(traits(column).name));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(number));
        connect(action, &QAction::toggled, this, [this, number](bool isOn) { toggle(number, isOn); });
    }
    menu.addSeparator();
    menu.addAction(tr("Current column to the left"), this, [this] { moveCurrent(-1); });
    menu.addAction(tr("Current column to the right"), this, [this] { moveCurrent(1); });
    menu.addAction(tr("Usual columns"), this, [this] {
        setLayoutText({});
        Q_EMIT layoutChosen({});
    });
}

QString QueueTable::rowText(int row) const
{
    QStringList cells;
    for (const int column : shownColumns())
        cells += model()->index(row, column).data().toString();
    return cells.join(QLatin1Char('\t'));
}

void QueueTable::copyCell() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
}

void QueueTable::copyRow() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(rowText(currentIndex().row()));
}

void QueueTable::copyTable() const
{
    QStringList titles;
    for (const int column : shownColumns())
        titles += columnTitle(static_cast<QueueColumn>(column));
    QStringList lines{titles.join(QLatin1Char('\t'))};
    for (int row = 0; row < model()->rowCount(); ++row)
        lines += rowText(row);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyRow();
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copyCell();
    QTableView::keyPressEvent(event);
}

void QueueTable::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy the row"), this, &QueueTable::copyRow)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy the cell"), this, &QueueTable::copyCell)
        ->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    menu->addAction(tr("Copy the loaded rows as a table"), this, &QueueTable::copyTable);
    fillColumnMenu(*menu->addMenu(tr("Columns")));
    menu->popup(event->globalPos());
}

} // namespace tongban::ui
