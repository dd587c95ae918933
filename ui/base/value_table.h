// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>
#include <QTableWidget>

namespace tongban::ui {

/// A short table of texts, to be read: one row selected at a time, Ctrl+C copies it as a line with tabs. For
/// long ones see PagedTableModel. GUI thread.
class ValueTable : public QTableWidget
{
    Q_OBJECT

public:
    ValueTable(const QString &title, const QStringList &headers, QWidget *parent);

    /// The current row stays where the first cell is the same.
    void setRows(const QList<QStringList> &rows);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
};

} // namespace tongban::ui
