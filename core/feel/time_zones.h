// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tongban::feel {

/// The IANA time-zone database, as our own copy (data/time_zones.txt): decisions must not depend on the
/// machine. Any thread; read once, at the first question.

/// The release, such as "2025b"; belongs into the record of a decision.
std::string_view timeZoneVersion();

/// Whether there is a zone of that name ("Asia/Shanghai"; case counts).
bool isTimeZone(std::string_view name);

/// Seconds east of UTC at an instant, in seconds since 1970 UTC. Before the first change known it is local
/// mean time, after the last one the zone's rule goes on for ever. Nothing when there is no such zone.
std::optional<std::int32_t> zoneOffsetAt(std::string_view name, std::int64_t instant);

/// The same for a local time, in seconds since 1970 as if it were UTC. A time that occurs twice has the
/// earlier offset; one that is left out counts with the offset before the gap.
std::optional<std::int32_t> zoneOffsetAtLocal(std::string_view name, std::int64_t local);

} // namespace tongban::feel
