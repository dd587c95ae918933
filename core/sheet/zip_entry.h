// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace tongban::sheet {

/// One file of a ZIP archive, unpacked. NotFound when the archive holds none of that name; InvalidInput when
/// it is no archive, is damaged, or the file is larger than `limit`.
Result<std::string> zipEntry(const std::filesystem::path &archive, const std::string &name,
                             std::size_t limit);

} // namespace tongban::sheet
