// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/feel/decimal.h"
#include "core/feel/truth.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::feel {

/// A calendar day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999 (XML Schema date
/// without a zone, DMN 1.5, 10.3.2.3.4). Any value of this type is a day that exists.
class Date
{
public:
    static constexpr std::int32_t kMaximumYear = 999'999'999;

    /// 1970-01-01.
    constexpr Date() = default;
    /// Nothing when there is no such day.
    static std::optional<Date> create(std::int64_t year, std::int64_t month, std::int64_t day);
    /// Days since 1970-01-01; nothing outside the years above.
    static std::optional<Date> fromDayNumber(std::int64_t days);
    static Date of(tongban::Date day);
    /// "2026-03-17", "-0044-03-15", "12026-01-01": at least four digits, no leading zero beyond them.
    static std::optional<Date> parse(std::string_view text);

    std::int32_t year() const { return m_year; }
    int month() const { return m_month; }
    int day() const { return m_day; }
    std::int64_t dayNumber() const;
    /// 1 Monday to 7 Sunday (ISO 8601).
    int weekday() const;
    int dayOfYear() const;
    /// ISO 8601 week, 1 to 53.
    int weekOfYear() const;
    std::string text() const;

    std::optional<Date> plusDays(std::int64_t days) const;
    /// The same day of another month, or that month's last day.
    std::optional<Date> plusMonths(std::int64_t months) const;

    friend auto operator<=>(Date, Date) = default;

private:
    constexpr Date(std::int32_t year, int month, int day)
        : m_year(year), m_month(static_cast<std::uint8_t>(month)), m_day(static_cast<std::uint8_t>(day))
    {
    }

    std::int32_t m_year = 1970;
    std::uint8_t m_month = 1;
    std::uint8_t m_day = 1;
};

/// The number of days of a month (1 to 12).
int daysInMonth(std::int64_t year, int month);

/// What a time says about its place on earth: nothing, an offset from UTC, or the name of an IANA zone.
class Zone
{
public:
    /// Local time: no zone.
    Zone() = default;
    /// Seconds east of UTC, within 18 hours.
    static Zone offset(std::int32_t seconds);
    static Zone named(std::string id);
    /// "", "Z", "+08:00", "-03:30:15", "@Europe/Paris". Names must be in the time-zone database.
    static std::optional<Zone> parse(std::string_view text);

    bool isLocal() const { return m_kind == Kind::None; }
    /// Empty unless the zone is an IANA name.
    const std::string &id() const { return m_id; }
    /// Seconds east of UTC when they are the same at any time.
    std::optional<std::int32_t> fixedOffset() const;
    /// Seconds east of UTC at a local time, in seconds since 1970 as if it were UTC; 0 for local times.
    /// Nothing when the zone is a name that is not known.
    std::optional<std::int32_t> offsetAtLocal(std::int64_t local) const;
    /// The same at an instant, in seconds since 1970 UTC.
    std::optional<std::int32_t> offsetAt(std::int64_t instant) const;
    std::string text() const;

    friend bool operator==(const Zone &, const Zone &) = default;

private:
    enum class Kind : std::uint8_t { None, Offset, Id };

    Kind m_kind = Kind::None;
    std::int32_t m_offset = 0;
    std::string m_id;
};

inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

/// A time of day, in nanoseconds since midnight.
struct Time {
    std::int64_t nanos = 0; ///< 0 to kNanosPerDay - 1
    Zone zone;

    static std::optional<Time> create(std::int64_t hour, std::int64_t minute, std::int64_t second,
                                      std::int64_t nanosecond, Zone zone);
    /// "09:30:00", "09:30:00.25+08:00", "09:30:00@Asia/Shanghai"; "24:00:00" is midnight.
    static std::optional<Time> parse(std::string_view text);

    int hour() const { return static_cast<int>(nanos / (3600 * kNanosPerSecond)); }
    int minute() const { return static_cast<int>(nanos / (60 * kNanosPerSecond) % 60); }
    int second() const { return static_cast<int>(nanos / kNanosPerSecond % 60); }
    std::string text() const;

    friend bool operator==(const Time &, const Time &) = default;
};

/// A day and a time of day.
struct DateTime {
    Date date;
    Time time;

    /// "2026-03-17T09:30:00+08:00"; "…T24:00:00" is the next midnight. The `T` is required.
    static std::optional<DateTime> parse(std::string_view text);
    static DateTime of(Timestamp instant);

    /// Nanoseconds since 1970-01-01T00:00Z, a local time counted as UTC; nothing when the zone is a name
    /// whose offset is not known.
    std::optional<Int128> instant() const;
    /// Whole seconds since 1970-01-01T00:00 of the clock on the wall, whatever the zone.
    std::int64_t localSeconds() const
    {
        return date.dayNumber() * kSecondsPerDay + time.nanos / kNanosPerSecond;
    }
    std::string text() const;

    friend bool operator==(const DateTime &, const DateTime &) = default;
};

/// A length of time in nanoseconds (days and time duration).
struct DaysDuration {
    Int128 nanos = 0;

    /// "P3DT4H5M6.5S", "-PT90M". Nothing for anything else, "P" and "PT" included.
    static std::optional<DaysDuration> parse(std::string_view text);
    /// Normalised: "P1D" for 24 hours, "PT0S" for none.
    std::string text() const;
    /// Whole seconds, towards zero.
    std::int64_t seconds() const { return static_cast<std::int64_t>(nanos / kNanosPerSecond); }

    friend bool operator==(DaysDuration, DaysDuration) = default;
};

/// A length of time in months (years and months duration).
struct MonthsDuration {
    std::int64_t months = 0;

    /// "P1Y2M", "-P14M".
    static std::optional<MonthsDuration> parse(std::string_view text);
    /// Normalised: "P2Y2M" for 26 months, "P0M" for none.
    std::string text() const;

    friend auto operator<=>(MonthsDuration, MonthsDuration) = default;
};

/// DMN 1.5, 10.3.2.3.5: by instant when both have a zone or both have none, by UTC otherwise. Unordered when
/// a named zone's offset is not known.
Order compare(const Time &a, const Time &b);
Order compare(const DateTime &a, const DateTime &b);

/// Whole months from `from` to `to`, towards zero; the time of day does not count.
std::int64_t monthsBetween(Date from, Date to);

/// The day of the instant that many nanoseconds after midnight.
std::optional<Date> plus(Date date, DaysDuration duration);
std::optional<DateTime> plus(const DateTime &instant, DaysDuration duration);
std::optional<DateTime> plus(const DateTime &instant, MonthsDuration duration);
/// Wraps at midnight.
Time plus(const Time &time, DaysDuration duration);
/// `to` minus `from`; nothing when only one of them has a zone.
std::optional<DaysDuration> difference(const DateTime &to, const DateTime &from);
std::optional<DaysDuration> difference(const Time &to, const Time &from);

} // namespace tongban::feel
