// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace tongban::ui {

/// A titled part of a page, one below the other. GUI thread.
class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(QWidget *parent = nullptr);

    void setTitle(const QString &title);

    /// Below the title; the section owns it.
    void setBody(QWidget *body);

private:
    QLabel *m_title;
    QVBoxLayout *m_layout;
};

} // namespace tongban::ui
