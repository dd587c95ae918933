// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace tongban::bench {

/// Copies the cases of a store, with how they stand, their events and decisions, until it holds `cases`.
/// Every copy has its own id, number, identity and name; what is over is moved back by years, so that the
/// office is three years old. Not durable while it works: the store is scratch. Unavailable when `stop` said
/// so.
Result<> multiplyCases(const std::filesystem::path &store, std::int64_t cases,
                       const std::function<bool()> &stop);

} // namespace tongban::bench
