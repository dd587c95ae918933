// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/shortcut_table.h"
#include "ui/base/theme.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;

namespace tongban::ui {

class ValueTable;

/// All commands with their keys; one is chosen and given another key, none, or its usual one. A key that
/// another command has where both work is refused, and which one it is is said. GUI thread.
class KeyEditor : public QWidget
{
    Q_OBJECT

public:
    KeyEditor(ShortcutTable &keys, const Theme &theme, QWidget *parent);

    /// Shows the commands whose words or keys hold this.
    void filter(const QString &words);

private:
    void show();
    void showCurrent();
    void give();
    QString current() const;

    ShortcutTable &m_keys;
    const Theme &m_theme;
    QString m_words;
    QStringList m_names; ///< By row.
    ValueTable *m_table;
    QKeySequenceEdit *m_key;
    QPushButton *m_give;
    QPushButton *m_none;
    QPushButton *m_restore;
    QLabel *m_problem;
};

} // namespace tongban::ui
