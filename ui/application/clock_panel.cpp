// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/clock_panel.h"

#include "ui/application/clock_words.h"
#include "ui/application/deadline_strip.h"
#include "ui/base/text.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace tongban::ui {

ClockPanel::ClockPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout), m_buttons(new QButtonGroup(this)),
      m_strip(new DeadlineStrip(theme, this)), m_noDays(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_grid);
    layout->addWidget(m_strip);
    layout->addWidget(m_noDays);
    m_noDays->setText(tr("This limit ends on the day it begins; there are no days to count."));
    m_noDays->setWordWrap(true);
    m_noDays->hide();
    m_grid->setColumnStretch(2, 1);
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int index) { Q_EMIT chosen(m_clocks[static_cast<std::size_t>(index)].kind); });
    connect(&theme, &Theme::changed, this, &ClockPanel::colour);
}

void ClockPanel::show(const std::vector<permit::ClockReading> &clocks)
{
    m_clocks = clocks;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_strip->clear();
    for (int row = 0; row < static_cast<int>(clocks.size()); ++row) {
        const permit::ClockReading &clock = clocks[static_cast<std::size_t>(row)];
        auto *button = new QPushButton(clockTitle(clock.kind), this);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setAccessibleName(clockTitle(clock.kind) + QLatin1Char(' ') + clockStand(clock));
        button->setToolTip(tr("Show the days of this limit"));
        m_buttons->addButton(button, row);
        auto *stand = new QLabel(clockStand(clock), this);
        stand->setObjectName(QStringLiteral("clockStand%1").arg(row));
        auto *basis = new QLabel(qt(clock.basis), this);
        basis->setWordWrap(true);
        m_grid->addWidget(button, row, 0);
        m_grid->addWidget(stand, row, 1);
        m_grid->addWidget(basis, row, 2);
    }
    colour();
    if (!clocks.empty()) {
        m_buttons->button(0)->setChecked(true);
        Q_EMIT chosen(clocks.front().kind);
    }
}

void ClockPanel::showStrip(const DeadlineAccount &account)
{
    m_strip->show(account);
    m_strip->setVisible(!account.days.empty());
    m_noDays->setVisible(account.days.empty());
}

void ClockPanel::colour()
{
    for (int row = 0; row < static_cast<int>(m_clocks.size()); ++row) {
        auto *stand = findChild<QLabel *>(QStringLiteral("clockStand%1").arg(row));
        if (stand == nullptr)
            continue;
        const permit::Light light = m_clocks[static_cast<std::size_t>(row)].light;
        const Tokens &tokens = m_theme.tokens();
        QPalette palette = stand->palette();
        palette.setColor(QPalette::WindowText,
                         light == permit::Light::Red          ? tokens.late
                             : light == permit::Light::Yellow ? tokens.near
                                                              : tokens.good);
        stand->setPalette(palette);
    }
}

} // namespace tongban::ui
