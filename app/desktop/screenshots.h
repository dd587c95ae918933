// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QString>

namespace tongban::desktop {

/// Pictures of the window in every look, each once the case it shows is on the page: `<folder>/<look>.png`.
/// Ends the program, with failure when a picture cannot be written or nothing appears within half a minute.
void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder);

} // namespace tongban::desktop
