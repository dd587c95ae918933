// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/intake/counter.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace tongban::ui {

/// Finds an item by what is typed of its name or code; Enter takes the first, the arrows another one. GUI
/// thread.
class ItemChooser : public QWidget
{
    Q_OBJECT

public:
    explicit ItemChooser(approval::Language language, QWidget *parent = nullptr);

    void setItems(std::vector<service::CounterItem> items);
    /// Shows the item as chosen, without saying so.
    void show(const service::CounterItem &item);
    void focusWords();

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString line(const service::CounterItem &item) const;
    void filter(const QString &words);
    void take();

    approval::Language m_language;
    std::vector<service::CounterItem> m_items;
    QLineEdit *m_words;
    QListWidget *m_list;
};

} // namespace tongban::ui
