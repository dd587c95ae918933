// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/manifest.h"

#include <optional>
#include <string_view>

namespace tongban::approval {

/// Reads "boolean", "number", "string", "date", "list<number>", "list<string>".
std::optional<FactType> parseFactType(std::string_view name);
std::optional<FactOrigin> parseFactOrigin(std::string_view name);

} // namespace tongban::approval
