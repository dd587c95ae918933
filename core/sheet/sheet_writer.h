// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace tongban::sheet {

/// How many rows a worksheet holds, its titles included; more go into CSV.
inline constexpr std::int64_t kMostXlsxRows = 1'048'576;

enum class Format {
    Csv, ///< UTF-8 with its mark, fields that a spreadsheet would take for a formula defused.
    Xlsx, ///< Every cell is text: a code of 18 digits stays what it is.
};

/// A sheet that is written row by row in constant memory. Written beside its name and put there by finish();
/// a writer that goes before that leaves nothing behind. One thread at a time.
class SheetWriter
{
public:
    virtual ~SheetWriter() = default;

    /// The first row holds the titles. Every row has as many cells.
    virtual Result<> add(std::span<const std::string> cells) = 0;

    /// Denied, Unavailable: the file cannot be written there.
    virtual Result<> finish() = 0;
};

/// The last column holds a seal for each row (see row_seal.h) and is hidden where the format can hide one.
Result<std::unique_ptr<SheetWriter>> createSheet(const std::filesystem::path &file, Format format);

} // namespace tongban::sheet
