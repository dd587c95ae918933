// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/item_list.h"

#include "ui/base/flow_layout.h"
#include "ui/base/spoken.h"
#include "ui/base/table_size.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tongban::ui {

namespace {

/// What the list of kinds offers, beside the fields of work.
enum class Kind { All, Active, Automatic, People, Cancelled, Transferred };

QDate dateOf(Date day)
{
    return QDate::fromString(qt(isoDate(day)), Qt::ISODate);
}

} // namespace

ItemList::ItemList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_words(new QLineEdit(this)), m_field(new QComboBox(this)),
      m_kind(new QComboBox(this)), m_day(new QDateEdit(this)), m_count(new QLabel(this)),
      m_table(new QTableWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    makeFilters();
    layout->addWidget(m_count);
    makeTable();
    layout->addWidget(m_table, 1);
    connect(m_words, &QLineEdit::textChanged, this, &ItemList::fill);
    connect(m_field, &QComboBox::currentIndexChanged, this, &ItemList::fill);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ItemList::fill);
    connect(m_day, &QDateEdit::dateChanged, this, &ItemList::dayChanged);
    connect(&theme, &Theme::changed, this, &ItemList::fill);
}

void ItemList::makeFilters()
{
    m_words->setObjectName(QStringLiteral("itemWords"));
    m_words->setAccessibleName(tr("Search items"));
    m_words->setPlaceholderText(tr("Code or words of the name"));
    addClearButton(*m_words);
    m_field->setObjectName(QStringLiteral("itemField"));
    m_field->setAccessibleName(tr("Field of work"));
    m_field->addItem(tr("All fields"), QString());
    m_kind->setObjectName(QStringLiteral("itemKind"));
    m_kind->setAccessibleName(tr("Kind of item"));
    m_kind->addItem(tr("All items"), static_cast<int>(Kind::All));
    m_kind->addItem(tr("Taking applications"), static_cast<int>(Kind::Active));
    m_kind->addItem(tr("Decided by rules"), static_cast<int>(Kind::Automatic));
    m_kind->addItem(tr("Decided by people"), static_cast<int>(Kind::People));
    m_kind->addItem(tr("Cancelled"), static_cast<int>(Kind::Cancelled));
    m_kind->addItem(tr("Transferred"), static_cast<int>(Kind::Transferred));
    m_day->setObjectName(QStringLiteral("itemDay"));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("As of"));
    m_day->setToolTip(tr("The catalogue, the powers and the rules as they stood on this day."));
    m_count->setObjectName(QStringLiteral("itemCount"));
    m_count->setWordWrap(true);
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part :
         {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_day)})
        flow->addWidget(part);
    layout()->addWidget(bar);
}

void ItemList::makeTable()
{
    m_table->setObjectName(QStringLiteral("itemTable"));
    m_table->setAccessibleName(tr("Permit items"));
    m_table->setColumnCount(6);
    m_table->setHorizontalHeaderLabels(
        {tr("Code"), tr("Item"), tr("Field"), tr("Days"), tr("State"), tr("Decided by")});
    m_table->horizontalHeaderItem(3)->setToolTip(
        tr("Working days: promised, and what the law allows at most."));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        if (row != before && !m_isFilling)
            Q_EMIT currentChanged(currentItem());
    });
    connect(m_table, &QTableWidget::cellActivated, this, &ItemList::entered);
}

Date ItemList::day() const
{
    return *parseIsoDate(utf8(m_day->date().toString(Qt::ISODate)));
}

void ItemList::setDay(Date day)
{
    m_day->setDate(dateOf(day));
}

QString ItemList::currentItem() const
{
    const QTableWidgetItem *cell = m_table->item(m_table->currentRow(), 0);
    return cell == nullptr ? QString() : cell->text();
}

void ItemList::show(const service::ItemList &list)
{
    m_list = list;
    if (m_field->count() == 1)
        for (const service::FieldName &field : list.fields)
            m_field->addItem(qt(field.name), qt(field.code));
    fill();
}

bool ItemList::isWanted(const service::ItemLine &line) const
{
    const QString field = m_field->currentData().toString();
    const QString words = m_words->text().simplified();
    const bool isNamed = words.isEmpty() || qt(line.code).contains(words, Qt::CaseInsensitive)
        || qt(line.name).contains(words, Qt::CaseInsensitive);
    if (!isNamed || (!field.isEmpty() && field != qt(line.field)))
        return false;
    const bool isActive = line.status == permit::ItemStatus::Active;
    switch (static_cast<Kind>(m_kind->currentData().toInt())) {
    case Kind::All: return true;
    case Kind::Active: return isActive;
    case Kind::Automatic: return isActive && line.ruleVersion.has_value();
    case Kind::People: return isActive && !line.ruleVersion;
    case Kind::Cancelled: return line.status == permit::ItemStatus::Cancelled;
    case Kind::Transferred: return line.status == permit::ItemStatus::Transferred;
    }
    return true;
}

void ItemList::fill()
{
    const QString before = currentItem();
    std::vector<const service::ItemLine *> wanted;
    for (const service::ItemLine &line : m_list.items)
        if (isWanted(line))
            wanted.push_back(&line);
    const auto stateOf = [](const service::ItemLine &line) {
        switch (line.status) {
        case permit::ItemStatus::Cancelled: return tr("cancelled");
        case permit::ItemStatus::Transferred: return tr("transferred");
        case permit::ItemStatus::Active: break;
        }
        return tr("in force");
    };
    m_isFilling = true; // another item may come to stand where the current one stood
    m_table->setRowCount(static_cast<int>(wanted.size()));
    int current = -1;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const service::ItemLine &line = *wanted[static_cast<std::size_t>(row)];
        const std::array cells{
            qt(line.code),
            qt(line.name),
            qt(line.fieldName),
            QStringLiteral("%1 / %2").arg(line.promisedDays).arg(line.statutoryDays),
            stateOf(line),
            line.ruleVersion ? tr("rules, version %1").arg(*line.ruleVersion) : tr("people")};
        for (int column = 0; column < m_table->columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(cells[static_cast<std::size_t>(column)]);
            cell->setToolTip(cell->text());
            if (line.status != permit::ItemStatus::Active)
                cell->setForeground(m_theme.tokens().muted);
            m_table->setItem(row, column, cell);
        }
        if (qt(line.code) == before)
            current = row;
    }
    m_count->setText(tr("%1 of %2 items, as of %3")
                         .arg(QLocale().toString(m_table->rowCount()),
                              QLocale().toString(static_cast<int>(m_list.items.size())), dayText(day())));
    fitColumns();
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(std::max(0, current), 0);
    m_isFilling = false;
    if (currentItem() != before)
        Q_EMIT currentChanged(currentItem());
}

void ItemList::fitColumns()
{
    constexpr int kMostOfAName = 22;
    m_table->resizeColumnsToContents();
    const int widest = m_table->fontMetrics().horizontalAdvance(QStringLiteral("许")) * kMostOfAName;
    if (m_table->columnWidth(1) > widest)
        m_table->setColumnWidth(1, widest);
    widenToTitles(*m_table);
    sizeRows(*m_table);
}

void ItemList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void ItemList::focusTable()
{
    m_table->setFocus();
}

void ItemList::focusWords()
{
    m_words->setFocus();
    m_words->selectAll();
}

} // namespace tongban::ui
