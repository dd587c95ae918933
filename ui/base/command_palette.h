// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QList>
#include <QListWidget>

namespace tongban::ui {

/// Finds a command by its words and runs it; shows its key, so that the palette is needed less each day.
/// Commands that cannot be used now are shown grey with the reason in their tooltip. GUI thread.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// The actions outlive the palette.
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void runCurrent();

    QList<QAction *> m_actions;
    QLineEdit *m_words;
    QListWidget *m_list;
};

} // namespace tongban::ui
