// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/time_light.h"

#include "core/permit/enum_names.h"
#include "core/permit/table_reader.h"

#include <algorithm>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<Light::Red> kLights{"green", "yellow", "red"};
constexpr std::string_view kColumns[] = {"longest_limit", "yellow_from", "red_from"};
constexpr int kFarthest = 365;

} // namespace

LightRulesLoad LightRules::load(std::string_view csv)
{
    LightRulesLoad load;
    std::shared_ptr<LightRules> lights(new LightRules);
    TableReader table("lights.csv", csv, kColumns, load.problems);
    while (table.next()) {
        const LightRule rule{table.number(0, 0, kFarthest), table.number(1, -kFarthest, kFarthest),
                             table.number(2, -kFarthest, kFarthest)};
        if (table.isSound() && rule.redFrom < rule.yellowFrom)
            table.complain(2, "red comes before yellow");
        if (std::ranges::find(lights->m_rules, rule.longestLimit, &LightRule::longestLimit)
            != lights->m_rules.end())
            table.complain(0, "stands in the table twice");
        lights->m_rules.push_back(rule);
    }
    if (load.problems.empty() && lights->m_rules.empty())
        load.problems.push_back({"lights.csv", 0, {}, "has no lines"});
    std::ranges::sort(lights->m_rules, {}, &LightRule::longestLimit);
    if (load.problems.empty())
        load.lights = std::move(lights);
    return load;
}

Light LightRules::light(int limit, int left) const
{
    const auto fitting = std::ranges::lower_bound(m_rules, limit, {}, &LightRule::longestLimit);
    const LightRule &rule = fitting == m_rules.end() ? m_rules.back() : *fitting;
    const int day = -left;
    if (day >= rule.redFrom)
        return Light::Red;
    return day >= rule.yellowFrom ? Light::Yellow : Light::Green;
}

std::string_view name(Light light)
{
    return nameIn(kLights, light);
}

} // namespace tongban::permit
