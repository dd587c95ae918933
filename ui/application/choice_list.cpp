// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/choice_list.h"

namespace tongban::ui {

namespace {

constexpr int kCode = Qt::UserRole;
constexpr int kOriginal = Qt::UserRole + 1;

} // namespace

QListWidgetItem *addChoice(QListWidget *list, const QString &text, const QString &code)
{
    auto *item = new QListWidgetItem(text, list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
    item->setCheckState(Qt::Unchecked);
    item->setData(kCode, code);
    item->setData(kOriginal, text);
    item->setToolTip(text);
    return item;
}

QListWidget *makeList(QWidget *parent, const QString &name, int rows)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(name);
    list->setTabKeyNavigation(false);
    // F2 alone, so that letters find a line and the space bar checks it.
    list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    list->setFixedHeight(list->fontMetrics().height() * 3 / 2 * qBound(3, rows, 7));
    return list;
}

std::map<QString, QString> checkedIn(const QListWidget *list)
{
    std::map<QString, QString> checked;
    for (int row = 0; list != nullptr && row < list->count(); ++row) {
        const QListWidgetItem &item = *list->item(row);
        if (item.checkState() == Qt::Checked)
            checked[item.data(kCode).toString()] =
                item.text() == item.data(kOriginal).toString() ? QString() : item.text();
    }
    return checked;
}

void checkIn(QListWidget *list, const std::map<QString, QString> &checked)
{
    for (int row = 0; list != nullptr && row < list->count(); ++row) {
        const auto found = checked.find(list->item(row)->data(kCode).toString());
        if (found == checked.end())
            continue;
        list->item(row)->setCheckState(Qt::Checked);
        if (!found->second.isEmpty())
            list->item(row)->setText(found->second);
    }
}

QString originalText(const QListWidgetItem &item)
{
    return item.data(kOriginal).toString();
}

} // namespace tongban::ui
