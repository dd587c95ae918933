// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/table_problem.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

enum class Light { Green, Yellow, Red };

/// When a limit lights up. Cities mean different things by yellow - near the limit, or past it with a term of
/// grace before red - so both are days relative to the last allowed working day: -1 = one before it, 0 = that
/// day, 1 = the next.
struct LightRule {
    int longestLimit = 0; ///< For limits of up to so many working days.
    int yellowFrom = 0;
    int redFrom = 0;
};

class LightRules;

struct LightRulesLoad {
    std::shared_ptr<const LightRules> lights;
    std::vector<TableProblem> problems;
};

/// The meaning of the lights as the bureau keeps it (resources/workflow/lights.csv). Immutable; any thread.
class LightRules
{
public:
    /// lights.csv: longest_limit,yellow_from,red_from. Refused are red before yellow, a limit twice, an empty
    /// table; the longest line also serves all longer limits.
    static LightRulesLoad load(std::string_view csv);

    /// `left` working days until the deadline, negative = late.
    Light light(int limit, int left) const;

    const std::vector<LightRule> &rules() const { return m_rules; }

private:
    LightRules() = default;

    std::vector<LightRule> m_rules; ///< By longestLimit.
};

std::string_view name(Light light);

} // namespace tongban::permit
