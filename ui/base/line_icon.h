// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace tongban::ui {

/// The icon of this name (resources/icons), painted as lines in the colour of the text of buttons, at
/// whatever size and look; empty when there is none.
QIcon lineIcon(const QString &name);

} // namespace tongban::ui
