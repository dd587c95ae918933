// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/permit/act.h"

#include <string>

namespace tongban::ctl {

/// Why an act was refused, as a sentence.
std::string refusalText(const permit::ActRefusal &refusal, Language language);

} // namespace tongban::ctl
