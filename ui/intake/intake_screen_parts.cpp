// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the counter's screen is put together; what it does is in intake_screen.cpp.

#include "ui/intake/intake_screen.h"

#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tongban::ui {

QWidget *IntakeScreen::makeSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    const auto add = [&](QLabel *label, const QString &objectName, const QString &accessibleName) {
        label->setObjectName(objectName);
        label->setAccessibleName(accessibleName);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(label);
    };
    add(m_records, QStringLiteral("intakeRecords"), tr("What registers say"));
    m_useName->setObjectName(QStringLiteral("intakeUseName"));
    m_useName->setShortcut(Qt::CTRL | Qt::Key_U);
    m_useName->hide();
    layout->addWidget(m_useName);
    connect(m_useName, &QPushButton::clicked, this, &IntakeScreen::takeName);
    add(m_earlier, QStringLiteral("intakeEarlier"), tr("Earlier cases"));
    layout->addStretch(1);
    return side;
}

void IntakeScreen::makeButtons()
{
    m_take->setObjectName(QStringLiteral("intakeTake"));
    m_print->setObjectName(QStringLiteral("intakePrint"));
    m_status->setObjectName(QStringLiteral("intakeStatus"));
    m_status->setWordWrap(true);
    m_take->setEnabled(false);
    m_print->setEnabled(false);
    m_take->setToolTip(tr("Choose a permit item first."));
    m_print->setToolTip(tr("There is a receipt once the application is taken in."));
    connect(m_take, &QPushButton::clicked, this, &IntakeScreen::takeIn);
    connect(m_print, &QPushButton::clicked, this, &IntakeScreen::printReceipt);
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(enter)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &IntakeScreen::takeIn);
    }
    auto *print = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_P), this);
    print->setContext(Qt::WidgetWithChildrenShortcut);
    connect(print, &QShortcut::activated, this, &IntakeScreen::printReceipt);
}

} // namespace tongban::ui
