// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/unlock/gate_page.h"

#include "ui/base/spoken.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace tongban::ui {

GatePage::GatePage(const Theme &theme, const QString &objectName, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_card(new QWidget(this)), m_title(new QLabel(m_card)),
      m_hint(new QLabel(m_card)), m_form(new QFormLayout), m_problem(new QLabel(m_card)),
      m_busy(new QProgressBar(m_card)), m_go(new QPushButton(m_card)), m_below(new QVBoxLayout)
{
    setObjectName(objectName);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_problem->setObjectName(objectName + QStringLiteral("Problem"));
    m_go->setObjectName(objectName + QStringLiteral("Go"));
    m_go->setDefault(true);
    m_busy->setRange(0, 0);
    m_busy->setAccessibleName(tr("Working"));
    m_busy->hide();
    for (QLabel *label : {m_hint, m_problem})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addLayout(m_form);
    for (QWidget *part :
         {static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_busy), static_cast<QWidget *>(m_go)})
        column->addWidget(part);
    column->addLayout(m_below);
    column->addStretch(2);
    auto *row = new QHBoxLayout(m_card);
    row->addStretch(1);
    row->addLayout(column, 2);
    row->addStretch(1);
    setWidget(m_card);
    connect(&theme, &Theme::changed, this, &GatePage::colour);
    colour();
}

QLineEdit *GatePage::addField(const QString &title, const QString &name, bool isSecret)
{
    auto *field = new QLineEdit(m_card);
    field->setObjectName(name);
    field->setAccessibleName(spokenTitle(title));
    if (isSecret)
        field->setEchoMode(QLineEdit::Password);
    m_form->addRow(title, field);
    connect(field, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    return field;
}

void GatePage::addBelow(QWidget *part)
{
    m_below->addWidget(part);
}

void GatePage::setBusy(bool busy)
{
    m_busy->setVisible(busy);
    m_go->setEnabled(!busy);
    if (busy)
        m_problem->clear();
}

void GatePage::refuse(const QString &problem)
{
    setBusy(false);
    m_problem->setText(problem);
}

void GatePage::colour()
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().late);
    m_problem->setPalette(palette);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_title->setFont(large);
}

} // namespace tongban::ui
