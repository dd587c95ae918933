// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "ui/base/shortcut_table.h"
#include "ui/base/theme.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tongban::ui {

class KeyEditor;

/// What a person can set: looks, size, density, language, when the window locks, keys. It holds at once, and
/// each step can be taken back. GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Theme &theme, ShortcutTable &keys, approval::Language language, int lockMinutes,
                   QWidget *parent);

Q_SIGNALS:
    void languageWanted(tongban::approval::Language language);
    void lockMinutesChanged(int minutes);

private:
    struct Row {
        QWidget *field;
        QString words; ///< What the search looks at.
    };

    void addLooks();
    void addZoom();
    void addDensity();
    void addLanguage(approval::Language language);
    void addLock(int minutes);
    QComboBox *addChoice(const QString &title, const char *name, const QStringList &choices);
    QSpinBox *addNumber(const QString &title, const char *name, int least, int most, int step);
    void addRow(const QString &title, QWidget *field, const QString &words);
    void search(const QString &words);
    /// What was before is remembered, then the change is made.
    void change(std::function<void()> back, const std::function<void()> &make);
    void undo();

    Theme &m_theme;
    ShortcutTable &m_shortcuts;
    QFormLayout *m_form;
    std::vector<Row> m_rows;
    std::vector<std::function<void()>> m_undo;
    ShortcutTable::Chosen m_keysBefore;
    bool m_isUndoing = false;
    QLineEdit *m_words;
    QLabel *m_none;
    KeyEditor *m_keys;
    QPushButton *m_back;
};

} // namespace tongban::ui
