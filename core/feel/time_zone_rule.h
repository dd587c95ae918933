// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tongban::feel {

/// A rule for all years, as POSIX writes it: "CET-1CEST,M3.5.0,M10.5.0/3" (IEEE 1003.1, 8.3, as extended by
/// RFC 8536, 3.3.1).
class TimeZoneRule
{
public:
    static std::optional<TimeZoneRule> parse(std::string_view text);

    /// Seconds east of UTC at an instant in seconds since 1970 UTC.
    std::int32_t offsetAt(std::int64_t instant) const;

private:
    struct Change {
        enum class Form : std::uint8_t { WeekOfMonth, DayWithoutLeap, Day } form = Form::Day;
        int month = 0;
        int week = 0;
        int day = 0; ///< Weekday from Sunday, or day of the year.
        std::int32_t clock = 7200; ///< Seconds after local midnight.

        /// Local seconds since 1970 in that year.
        std::int64_t in(std::int64_t year) const;
    };
    static std::optional<Change> parseChange(std::string_view &text);

    std::int32_t m_standard = 0;
    std::int32_t m_summer = 0;
    std::optional<Change> m_begin;
    Change m_end;
};

} // namespace tongban::feel
