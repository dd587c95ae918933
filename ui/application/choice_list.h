// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>
#include <QString>

#include <map>

namespace tongban::ui {

/// A list whose lines are checked with the space bar and reworded with F2.
QListWidget *makeList(QWidget *parent, const QString &name, int rows);
QListWidgetItem *addChoice(QListWidget *list, const QString &text, const QString &code);
/// As it was added.
QString originalText(const QListWidgetItem &item);

/// The checked lines by code; the text where it was changed, otherwise empty. Null has none.
std::map<QString, QString> checkedIn(const QListWidget *list);
void checkIn(QListWidget *list, const std::map<QString, QString> &checked);

} // namespace tongban::ui
