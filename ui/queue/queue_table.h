// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

class QMenu;

namespace tongban::ui {

/// The table of a list of cases: always as wide as its place and never wider, its columns chosen and put in
/// order by whoever reads it, cells, rows and the table copied with tabs between. GUI thread.
class QueueTable : public QTableView
{
    Q_OBJECT

public:
    explicit QueueTable(QWidget *parent);

    /// Columns that are shown, in their order, as one text; empty = the usual ones.
    QString layoutText() const;
    void setLayoutText(const QString &text);

    /// The chooser: a tick for each column, and the ways to move the current one.
    void fillColumnMenu(QMenu &menu);

    void copyCell() const;
    void copyRow() const;
    /// Every row that is loaded, with the titles.
    void copyTable() const;

Q_SIGNALS:
    /// The person chose other columns or another order.
    void layoutChosen(const QString &layout);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fit();
    void toggle(int column, bool isShown);
    void moveCurrent(int by);
    QList<int> shownColumns() const;
    QString rowText(int row) const;

    bool m_isFitting = false;
};

} // namespace tongban::ui
