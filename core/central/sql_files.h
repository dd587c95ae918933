// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

namespace tongban::central {

/// A file of core/central/sql: its name without ".sql", and its text.
struct SqlFile {
    std::string_view name;
    const char *text;
};

/// In the order in which they are applied.
std::span<const SqlFile> migrationFiles();
/// One statement a file.
std::span<const SqlFile> statementFiles();

} // namespace tongban::central
