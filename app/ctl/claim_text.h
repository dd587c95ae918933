// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"

#include <string>
#include <string_view>

namespace tongban::ctl {

/// What stands in the way of a claim, of a batch or of its row, in the words of the language; a name nobody
/// knows is given back as it is.
std::string_view claimProblemText(std::string_view problem, Language language);

} // namespace tongban::ctl
