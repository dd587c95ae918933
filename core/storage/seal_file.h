// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

namespace tongban::storage {

/// One column that holds personal data: how a sealed store keeps it. `domain` is what seal() of the
/// statements names; `isMark`: only to be found by, see FieldSeal.
struct SealedColumn {
    std::string_view table;
    std::string_view column;
    std::string_view domain;
    bool isMark = false;
    std::string_view onlyWhere = {}; ///< SQL over the row; empty = every row.
};

/// All of them, by kind of file. The statements of the stores seal exactly these; a test holds both together.
std::span<const SealedColumn> sealedColumns(StoreKind kind);

/// Whether the file says that it is sealed; false for one that was never opened by this version. Needs no
/// key.
Result<bool> isSealedFile(const std::filesystem::path &file);

/// How far it is, in rows; false = stop.
using SealProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

struct SealReport {
    std::int64_t rows = 0; ///< Copied, and compared with what they were.
    bool wasSealed = false; ///< By this key already; nothing was done.
};

/// Makes a plain file a sealed one: every row is written into a new file, sealed, compared with the plain
/// one, and the new file takes the old one's name in one step; the old one is overwritten and removed.
/// Whatever happens before that step leaves the plain file as it was, and the next call begins anew.
///
/// Unavailable: another program has the file open. Denied: it is sealed with another key. Conflict: it was
/// stopped. Corrupted: what came back was not what was written, the plain file is kept.
Result<SealReport> sealFile(const std::filesystem::path &file, StoreKind kind, const vault::DataKey &key,
                            const SealProgress &progress);

} // namespace tongban::storage
