// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/centre/centre_link.h"

#include <QLabel>

namespace tongban::ui {

/// Says in words whether this office belongs to a centre, whether that can be reached, and how many acts wait
/// to be sent there. A screen reader is told when that turns; nothing pops up. GUI thread.
class LinkState : public QLabel
{
    Q_OBJECT

public:
    LinkState(CentreLink &link, QWidget *parent);

private:
    void show();
    void announce();

    CentreLink &m_link;
};

} // namespace tongban::ui
