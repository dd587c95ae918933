// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/deadline.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QGridLayout;
class QLabel;

namespace tongban::ui {

class DeadlineStrip;

/// The clocks of a case in words and colour, the most urgent first; choosing one opens its strip of days. GUI
/// thread.
class ClockPanel : public QWidget
{
    Q_OBJECT

public:
    ClockPanel(const Theme &theme, QWidget *parent);

    void show(const std::vector<permit::ClockReading> &clocks);
    void showStrip(const DeadlineAccount &account);

Q_SIGNALS:
    /// The strip of this clock is wanted.
    void chosen(tongban::permit::ClockKind kind);

private:
    void colour();

    const Theme &m_theme;
    QGridLayout *m_grid;
    QButtonGroup *m_buttons;
    DeadlineStrip *m_strip;
    QLabel *m_noDays;
    std::vector<permit::ClockReading> m_clocks;
};

} // namespace tongban::ui
