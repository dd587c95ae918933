// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>
#include <QWidget>

#include <filesystem>

namespace tongban::ui {

/// A path that is typed or chosen. GUI thread.
class PathField : public QWidget
{
    Q_OBJECT

public:
    enum class Wanted { Folder, File };

    /// `title`: what it is for, as a screen reader says it. The line is called `name`.
    PathField(Wanted wanted, const QString &title, const QString &name, QWidget *parent);

    std::filesystem::path path() const;
    bool isEmpty() const { return m_line->text().trimmed().isEmpty(); }
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void changed();

private:
    void choose();

    Wanted m_wanted;
    QLineEdit *m_line;
};

} // namespace tongban::ui
