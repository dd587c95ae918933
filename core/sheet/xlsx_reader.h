// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tongban::sheet {

Result<std::vector<std::vector<std::string>>> readXlsx(const std::filesystem::path &file);

} // namespace tongban::sheet
