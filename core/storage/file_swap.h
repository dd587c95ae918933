// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace tongban::storage {

/// A database with its log and its lock files, where they are.
void removeWithCompanions(const std::filesystem::path &file);

/// Puts a finished file under its name, durably. Unavailable: the older one is kept.
Result<> flushAndRename(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace tongban::storage
