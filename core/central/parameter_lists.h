// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tongban::central {

/// Options as libpq takes them: two lists that end with nothing. They point into the options, which outlive
/// them.
struct ParameterLists {
    explicit ParameterLists(const std::vector<std::pair<std::string, std::string>> &options)
    {
        for (const auto &[key, value] : options) {
            keys.push_back(key.c_str());
            values.push_back(value.c_str());
        }
        keys.push_back(nullptr);
        values.push_back(nullptr);
    }

    std::vector<const char *> keys;
    std::vector<const char *> values;
};

} // namespace tongban::central
