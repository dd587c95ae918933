// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QString>

namespace tongban::desktop {

/// Pictures of every screen in every look, `<folder>/<screen>-<look>.png`; on a demonstration, whose practice
/// account it uses. Ends the program, with failure when a picture cannot be written or it takes over a
/// minute.
void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder);

} // namespace tongban::desktop
