// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/time_zones.h"

#include "core/feel/temporal.h"
#include "core/feel/time_zone_lines.h"
#include "core/feel/time_zone_rule.h"

#include <algorithm>
#include <map>
#include <span>
#include <vector>

namespace tongban::feel {

namespace {

/// A number in base 36, up to what follows it.
std::int64_t takeNumber(std::string_view &text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    std::int64_t value = 0;
    for (; !text.empty(); text.remove_prefix(1)) {
        const char c = text.front();
        if (c >= '0' && c <= '9')
            value = value * 36 + (c - '0');
        else if (c >= 'a' && c <= 'z')
            value = value * 36 + (c - 'a' + 10);
        else
            break;
    }
    return isNegative ? -value : value;
}

struct ZoneChange {
    std::int64_t instant = 0;
    std::int32_t offset = 0;
};

struct ZoneHistory {
    std::int32_t first = 0;
    std::vector<ZoneChange> changes;
    std::optional<TimeZoneRule> rule;

    std::int32_t offsetAt(std::int64_t instant) const
    {
        const auto next = std::ranges::upper_bound(changes, instant, {}, &ZoneChange::instant);
        if (next == changes.end() && rule)
            return rule->offsetAt(instant);
        return next == changes.begin() ? first : std::prev(next)->offset;
    }
};

ZoneHistory parseHistory(std::string_view text)
{
    ZoneHistory history;
    history.first = static_cast<std::int32_t>(takeNumber(text));
    text.remove_prefix(1);
    std::int64_t instant = 0;
    while (!text.starts_with(' ')) {
        instant += takeNumber(text);
        text.remove_prefix(1);
        history.changes.push_back({instant, static_cast<std::int32_t>(takeNumber(text))});
        if (text.starts_with(','))
            text.remove_prefix(1);
    }
    history.rule = TimeZoneRule::parse(text.substr(1));
    return history;
}

using Zones = std::map<std::string_view, ZoneHistory>;

const Zones &zones()
{
    static const Zones all = [] {
        Zones read;
        std::vector<std::pair<std::string_view, std::string_view>> links;
        for (const std::string_view line : std::span(kTimeZoneLines).subspan(1)) {
            const std::size_t end = line.find_first_of(" =");
            if (line[end] == '=')
                links.emplace_back(line.substr(0, end), line.substr(end + 1));
            else
                read.emplace(line.substr(0, end), parseHistory(line.substr(end + 1)));
        }
        for (const auto &[name, target] : links) {
            const auto found = read.find(target);
            if (found != read.end())
                read.emplace(name, found->second);
        }
        return read;
    }();
    return all;
}

const ZoneHistory *find(std::string_view name)
{
    const auto found = zones().find(name);
    return found == zones().end() ? nullptr : &found->second;
}

} // namespace

std::string_view timeZoneVersion()
{
    constexpr std::string_view kFirst = kTimeZoneLines[0];
    return kFirst.substr(kFirst.find(' ') + 1);
}

bool isTimeZone(std::string_view name)
{
    return find(name) != nullptr;
}

std::optional<std::int32_t> zoneOffsetAt(std::string_view name, std::int64_t instant)
{
    const ZoneHistory *zone = find(name);
    return zone ? std::optional(zone->offsetAt(instant)) : std::nullopt;
}

std::optional<std::int32_t> zoneOffsetAtLocal(std::string_view name, std::int64_t local)
{
    const ZoneHistory *zone = find(name);
    if (!zone)
        return std::nullopt;
    // No zone changes twice within two days.
    const std::int32_t before = zone->offsetAt(local - kSecondsPerDay);
    const std::int32_t after = zone->offsetAt(local + kSecondsPerDay);
    if (before == after || zone->offsetAt(local - before) == before)
        return before;
    return zone->offsetAt(local - after) == after ? after : before;
}

} // namespace tongban::feel
