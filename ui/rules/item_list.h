// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/item_book.h"
#include "ui/base/theme.h"

#include <QTableWidget>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;

namespace tongban::ui {

/// The catalogue as it stood on a day: some hundred items in a table, and what narrows it down. Says in words
/// what is shown. GUI thread.
class ItemList : public QWidget
{
    Q_OBJECT

public:
    ItemList(const Theme &theme, QWidget *parent);

    void show(const service::ItemList &list);
    /// Of the current row; empty = none.
    QString currentItem() const;
    Date day() const;
    /// Says dayChanged(), which asks for what to show.
    void setDay(Date day);
    void focusTable();
    void focusWords();

Q_SIGNALS:
    void dayChanged();
    void currentChanged(const QString &item);
    void entered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFilters();
    void makeTable();
    void fill();
    void fitColumns();
    bool isWanted(const service::ItemLine &line) const;

    const Theme &m_theme;
    service::ItemList m_list;
    QLineEdit *m_words;
    QComboBox *m_field;
    QComboBox *m_kind;
    QDateEdit *m_day;
    QLabel *m_count;
    QTableWidget *m_table;
    bool m_isFilling = false;
};

} // namespace tongban::ui
