// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace tongban::ui {

/// What the pages before the window share: a title, what is going on, some fields, what was wrong, and the
/// button that goes on.
class GatePage : public QScrollArea
{
    Q_OBJECT

protected:
    GatePage(const Theme &theme, const QString &objectName, QWidget *parent);

    QLineEdit *addField(const QString &title, const QString &name, bool isSecret);
    void addBelow(QWidget *part);
    void setBusy(bool busy);
    void refuse(const QString &problem);

    const Theme &m_theme;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_hint;
    QFormLayout *m_form;
    QLabel *m_problem;
    QProgressBar *m_busy;
    QPushButton *m_go;

private:
    void colour();

    QVBoxLayout *m_below;
};

} // namespace tongban::ui
