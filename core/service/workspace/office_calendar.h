// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/calendar.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace tongban::service {

/// Where a workspace keeps the years it imported.
inline std::filesystem::path officeCalendarFolder(const std::filesystem::path &workspace)
{
    return workspace / "calendar";
}

/// The shipped years, the office's own in place of those or after them, and last `more`. The office's folder
/// need not exist.
Result<Calendar> calendarWith(const std::filesystem::path &shipped, const std::filesystem::path &own,
                              const std::optional<std::pair<int, std::string>> &more = {});

} // namespace tongban::service
