// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QString>

namespace tongban::desktop {

/// Pictures of what stands before the window: first start, connecting to a centre, sealing a new office, its
/// recovery code, the locked office; on an office of its own in a folder for temporary files. In the language
/// of now. False when one cannot be written or a step does not come to its end.
bool takeGatePictures(ui::Theme &theme, const QString &folder);

} // namespace tongban::desktop
