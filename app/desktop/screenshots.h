// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"
#include "ui/shell/main_window.h"

#include <QString>

namespace tongban::desktop {

/// Pictures of every screen in both languages and every look, `<folder>/zh/<screen>-<look>.png`; on a
/// demonstration, whose practice accounts it uses, and of what stands before the window
/// (app/desktop/gate_pictures.h). What needs a centre comes from its tests (tests/ui/pictures). Acts are
/// shown on the first case where each can be done, whatever the list begins with; nothing is done to any
/// case. Ends the program, with failure when a picture cannot be written or a step does not come to its end.
void takeScreenshots(ui::MainWindow &window, ui::Theme &theme, const QString &folder);

} // namespace tongban::desktop
