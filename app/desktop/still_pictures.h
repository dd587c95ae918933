// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QString>
#include <QWidget>

namespace tongban::desktop {

/// Pictures of one window that needs no steps, `<folder>/<name>-<look>.png`, after it had the time to fill
/// itself. Ends the program, with failure when one cannot be written.
void takePictures(QWidget &window, ui::Theme &theme, const QString &name, const QString &folder);

} // namespace tongban::desktop
