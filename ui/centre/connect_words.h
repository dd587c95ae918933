// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/centre_check.h"

#include <QString>

namespace tongban::ui {

/// What a step looks at: "The centre proves who it is".
QString stepTitle(service::CentreStep step);
/// What to do where it failed.
QString stepRemedy(const service::CentreStepLine &line);

} // namespace tongban::ui
