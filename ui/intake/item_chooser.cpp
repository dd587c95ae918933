// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/item_chooser.h"

#include "core/base/text.h"
#include "ui/base/text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tongban::ui {

namespace {

constexpr int kMostShown = 50;
constexpr int kRowsShown = 8;

} // namespace

ItemChooser::ItemChooser(approval::Language language, QWidget *parent)
    : QWidget(parent), m_language(language), m_words(new QLineEdit(this)), m_list(new QListWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Permit &item"), this);
    label->setBuddy(m_words);
    layout->addWidget(label);
    layout->addWidget(m_words);
    layout->addWidget(m_list);
    m_words->setObjectName(QStringLiteral("intakeItem"));
    m_words->setAccessibleName(tr("Permit item"));
    m_words->setPlaceholderText(tr("Part of the name, or the code; Enter takes it"));
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("intakeItems"));
    m_list->setAccessibleName(tr("Items that fit"));
    m_list->setMaximumHeight(m_list->fontMetrics().height() * 3 / 2 * kRowsShown);
    connect(m_words, &QLineEdit::textEdited, this, &ItemChooser::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &ItemChooser::take);
    connect(m_list, &QListWidget::itemActivated, this, &ItemChooser::take);
}

void ItemChooser::setItems(std::vector<service::CounterItem> items)
{
    m_items = std::move(items);
    filter(m_words->text());
}

QString ItemChooser::line(const service::CounterItem &item) const
{
    return qt(item.code) + QStringLiteral("  ")
        + qt(m_language == approval::Language::Chinese ? item.nameZh : item.nameEn);
}

void ItemChooser::show(const service::CounterItem &item)
{
    m_words->setText(line(item));
    m_list->hide();
}

void ItemChooser::focusWords()
{
    m_words->setFocus();
    m_words->selectAll();
}

void ItemChooser::filter(const QString &words)
{
    const QStringList parts =
        qt(halfWidth(utf8(words))).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (const service::CounterItem &item : m_items) {
        const QString text = qt(item.code + ' ' + item.nameZh + ' ' + item.nameEn);
        const bool fits = std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
            return text.contains(part, Qt::CaseInsensitive);
        });
        if (!fits)
            continue;
        auto *entry = new QListWidgetItem(line(item), m_list);
        entry->setData(Qt::UserRole, qt(item.code));
        if (m_list->count() == kMostShown)
            break;
    }
    m_list->setCurrentRow(0);
    m_list->show();
}

void ItemChooser::take()
{
    if (const QListWidgetItem *entry = m_list->currentItem(); entry != nullptr && m_list->isVisibleTo(this))
        Q_EMIT chosen(entry->data(Qt::UserRole).toString());
}

/// The arrows move in the list while the words keep the focus.
bool ItemChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tongban::ui
