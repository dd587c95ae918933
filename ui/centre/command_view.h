// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"
#include "ui/base/wrap_table.h"
#include "ui/centre/command_words.h"

#include <QScrollArea>

class QLabel;

namespace tongban::ui {

/// One act of this desktop, and both sides of it where the centre did not carry it out: what was done here on
/// what was seen, and how the case stands instead, with everything that came in between. Reads only. GUI
/// thread.
class CommandView : public QScrollArea
{
    Q_OBJECT

public:
    CommandView(const Theme &theme, QWidget *parent);

    void show(const CommandReport &report);
    void clear();

private:
    QLabel *makeText(const char *name);
    void setParts(bool visible);
    void colour();

    const Theme &m_theme;
    QWidget *m_sheet;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_why;
    QLabel *m_remedy;
    WrapTable *m_sides;
    QLabel *m_sinceTitle;
    WrapTable *m_since;
    QLabel *m_behind;
    Tone m_tone = Tone::Plain;
};

} // namespace tongban::ui
