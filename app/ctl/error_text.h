// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/base/result.h"

#include <string>

namespace tongban::ctl {

/// A failure as sentences: what happened, what was kept, what to do. The English detail of the log follows,
/// because who runs a command line can use it.
std::string errorText(const Error &error, Language language);

} // namespace tongban::ctl
