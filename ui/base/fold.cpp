// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/fold.h"

namespace tongban::ui {

Fold::Fold(const QString &name, const QString &title, const QString &key, QWidget *parent)
    : QWidget(parent), m_key(key), m_title(new QToolButton(this)), m_body(new QWidget(this)),
      m_parts(new QVBoxLayout(m_body))
{
    setObjectName(name);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_title->setCheckable(true);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_parts->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_body);
    setTitle(title);
    setOpen(true);
    connect(m_title, &QToolButton::clicked, this, [this](bool checked) {
        m_title->setChecked(!checked); // The button has moved already.
        if (checked)
            reveal();
        else
            setOpen(false);
    });
}

void Fold::setTitle(const QString &title)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setText(m_key.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, m_key));
    setAccessibleName(title);
}

void Fold::addPart(QWidget *part)
{
    part->setParent(m_body);
    m_parts->addWidget(part);
}

void Fold::setOpen(bool open)
{
    m_title->setChecked(open);
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
}

void Fold::reveal()
{
    m_objected = false;
    Q_EMIT wanted();
    if (m_objected)
        return;
    setOpen(true);
    Q_EMIT opened();
}

} // namespace tongban::ui
