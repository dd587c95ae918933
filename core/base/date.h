// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tongban {

/// A calendar day of the proleptic Gregorian calendar, without a time zone.
using Date = std::chrono::sys_days;

/// An instant in UTC with millisecond resolution; what stores and events carry.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// China Standard Time: the legal time of every office this program serves; no daylight saving since 1992.
inline constexpr std::chrono::hours kOfficialUtcOffset{8};

/// The calendar day at the office at this instant.
Date officialDate(Timestamp instant);

/// "2026-03-17". Years outside 0000-9999 are written with as many digits as needed.
std::string isoDate(Date date);

/// Reads "2026-03-17" only; InvalidInput for anything else and for days that do not exist.
Result<Date> parseIsoDate(std::string_view text);

/// "2026-03-17T09:30:00.000+08:00": the instant in office time with its offset.
std::string isoTimestamp(Timestamp instant);

/// Reads ISO 8601 with a numeric offset or Z, seconds required, fraction of up to nine digits (cut to
/// milliseconds); InvalidInput for anything else. A time without an offset is refused, never guessed.
Result<Timestamp> parseIsoTimestamp(std::string_view text);

/// The number a store keeps: days since 1970-01-01.
constexpr std::int64_t dayNumber(Date date)
{
    return date.time_since_epoch().count();
}
constexpr Date fromDayNumber(std::int64_t days)
{
    return Date(std::chrono::days(days));
}

/// The number a store keeps: milliseconds since 1970-01-01T00:00Z.
constexpr std::int64_t unixMilliseconds(Timestamp instant)
{
    return instant.time_since_epoch().count();
}
constexpr Timestamp fromUnixMilliseconds(std::int64_t ms)
{
    return Timestamp(std::chrono::milliseconds(ms));
}

} // namespace tongban
