// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sheet/sheet_writer.h"

namespace tongban::sheet {

Result<std::unique_ptr<SheetWriter>> createCsv(const std::filesystem::path &file);
Result<std::unique_ptr<SheetWriter>> createXlsx(const std::filesystem::path &file);

/// Under this name a file is written until it is whole.
inline std::filesystem::path partName(const std::filesystem::path &file)
{
    return file.parent_path() / (file.filename().string() + ".part");
}

} // namespace tongban::sheet
