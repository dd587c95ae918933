// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tongban::bench {

/// The text of a shipped model without the first rule of its first table of findings, as a change of the
/// rules that lets some cases pass which did not. NotFound when the model has no such rule.
Result<std::string> withoutFirstFinding(std::string_view model);

} // namespace tongban::bench
