// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/section.h"

#include <QFont>

namespace tongban::ui {

Section::Section(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_layout(new QVBoxLayout(this))
{
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_title);
}

void Section::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Section::setBody(QWidget *body)
{
    body->setParent(this);
    m_layout->addWidget(body);
}

} // namespace tongban::ui
