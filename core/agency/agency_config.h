// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::agency {

/// One agency that answers over HTTPS, as the workspace's `agencies.json` describes it. Secrets are never in
/// that file: it names files that hold them.
struct AgencyConfig {
    std::string source; ///< "police", "traffic_police", ...: the source of the register dictionary that it
                        ///< stands for.
    std::string url; ///< "https://host[:port]/path"; plain http only for loopback addresses.
    std::string caFile; ///< Certificates to trust; empty = the system's.
    std::string tokenFile; ///< Bearer token, read at start; empty = none.
    std::string secretFile; ///< Key of the answers' HMAC-SHA-256 signature; empty = answers are not signed.
    std::chrono::milliseconds connectTimeout{2000};
    std::chrono::milliseconds timeout{5000}; ///< For one attempt, all of it.
    int attempts = 3;
    int failuresToOpen = 5;
    std::chrono::milliseconds openFor{30000};
    std::map<std::string, int>
        freshnessDays; ///< By record: how long a cached answer is good; absent = 1 day.
};

/// Reads `{"agencies":[{...}]}`. InvalidInput names the entry and field: unknown keys, a url that is neither
/// https nor loopback, times outside 1 ms to 10 min, two entries for one source.
Result<std::vector<AgencyConfig>> readAgencies(std::string_view json);

} // namespace tongban::agency
