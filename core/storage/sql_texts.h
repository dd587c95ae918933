// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <map>
#include <span>
#include <string_view>

namespace tongban::storage {

/// One .sql file of core/storage/sql, built into the program.
struct SqlFile {
    std::string_view path;
    std::string_view text;
};

std::span<const SqlFile> statementFiles(StoreKind kind);
std::span<const SqlFile> connectionFiles();

/// In order: the n-th file brings a store from version n-1 to n.
std::span<const SqlFile> migrationFiles(StoreKind kind);

/// The texts under the `-- name: x` headings of the files.
std::map<std::string_view, std::string_view> namedStatements(std::span<const SqlFile> files);

} // namespace tongban::storage
