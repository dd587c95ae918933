// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QList>
#include <QListWidget>

#include <functional>

namespace tongban::ui {

/// Finds a command by its words and runs it; shows its key, so that the palette is needed less each day.
/// Commands that cannot be used now are shown grey and say why (their tooltip). GUI thread.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    using Run = std::function<void(QAction *)>;

    /// The actions outlive the palette. `run` is called when it has closed, so that the command finds the
    /// focus where it was.
    CommandPalette(const QList<QAction *> &actions, Run run, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &words);
    void runCurrent();

    QString lineOf(const QAction &action) const;

    QList<QAction *> m_actions;
    Run m_run;
    QLineEdit *m_words;
    QListWidget *m_list;
};

} // namespace tongban::ui
