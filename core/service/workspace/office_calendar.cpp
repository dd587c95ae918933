// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/office_calendar.h"

#include "core/base/file.h"

#include <map>
#include <vector>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestYearFile = 1U << 20U;

Result<> readYears(const fs::path &folder, std::map<std::string, std::string> &texts)
{
    std::error_code failed;
    for (const auto &entry : fs::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("cn-") && name.ends_with(".json"))
            texts[name] = TRY(readFile(entry.path(), kLargestYearFile));
    }
    return {};
}

} // namespace

Result<Calendar> calendarWith(const fs::path &shipped, const fs::path &own,
                              const std::optional<std::pair<int, std::string>> &more)
{
    if (!more && (own.empty() || !fs::exists(own)))
        return loadCalendar(shipped);
    std::map<std::string, std::string> byName;
    TRY(readYears(shipped, byName));
    TRY(readYears(own, byName));
    if (more)
        byName["cn-" + std::to_string(more->first) + ".json"] = more->second;
    std::vector<std::string> texts;
    for (auto &[name, text] : byName)
        texts.push_back(std::move(text));
    return parseCalendar(texts);
}

} // namespace tongban::service
