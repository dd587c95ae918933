// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace tongban::ui {

/// The family in which every character is as wide as the next, as the system calls it. GUI thread.
QString fixedFamily();

/// Every character as wide as the next, for what is copied by hand; the size stays that of the program's
/// text, at every zoom.
void useFixedFont(QWidget &widget);

} // namespace tongban::ui
