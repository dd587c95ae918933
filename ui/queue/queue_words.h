// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/decision.h"

#include <QString>

namespace tongban::ui {

/// Why a case is not decided by rules, in a few words; the code of a finding stays a code.
QString reasonWords(const QString &reason);

} // namespace tongban::ui
