// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tongban::sheet {

/// Every row of a CSV file or of the first worksheet of an XLSX file, as text: a number cell gives the digits
/// that stand in the file. Which it is says the content, not the name. InvalidInput for what is neither, is
/// not UTF-8, or is too large to be one (256 MB unpacked).
Result<std::vector<std::vector<std::string>>> readSheet(const std::filesystem::path &file);

} // namespace tongban::sheet
