// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/temporal.h"
#include "core/feel/text_reader.h"
#include "core/feel/time_zones.h"

#include <algorithm>
#include <cstdlib>

namespace tongban::feel {

namespace {

std::string two(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

constexpr std::int32_t kFarthestOffset = 18 * 3600;

/// The day that a number of nanoseconds since 1970 falls into, and the rest.
struct Split {
    std::int64_t day;
    std::int64_t nanos;
};

Split splitDays(Int128 nanos)
{
    Int128 day = nanos / kNanosPerDay;
    Int128 rest = nanos % kNanosPerDay;
    if (rest < 0) {
        rest += kNanosPerDay;
        --day;
    }
    // Far outside the calendar either way.
    constexpr Int128 kFarthest = 1'000'000'000'000;
    return {static_cast<std::int64_t>(std::clamp(day, -kFarthest, kFarthest)),
            static_cast<std::int64_t>(rest)};
}

Int128 localNanos(const DateTime &value)
{
    return static_cast<Int128>(value.date.dayNumber()) * kNanosPerDay + value.time.nanos;
}

Order order(Int128 a, Int128 b)
{
    return a < b ? Order::Less : a > b ? Order::Greater : Order::Equal;
}

std::optional<std::int64_t> offsetNanos(const Zone &zone)
{
    if (const auto offset = zone.fixedOffset())
        return *offset * kNanosPerSecond;
    return zone.isLocal() ? std::optional<std::int64_t>(0) : std::nullopt;
}

} // namespace

Zone Zone::offset(std::int32_t seconds)
{
    Zone zone;
    zone.m_kind = Kind::Offset;
    zone.m_offset = seconds;
    return zone;
}

Zone Zone::named(std::string id)
{
    Zone zone;
    zone.m_kind = Kind::Id;
    zone.m_id = std::move(id);
    return zone;
}

std::optional<Zone> Zone::parse(std::string_view text)
{
    if (text.empty())
        return Zone();
    if (text == "Z" || text == "z")
        return offset(0);
    TextReader reader(text);
    if (reader.take('@')) {
        if (!isTimeZone(reader.rest()))
            return std::nullopt;
        return named(std::string(reader.rest()));
    }
    const bool west = reader.peek() == '-';
    if (!reader.take('-') && !reader.take('+'))
        return std::nullopt;
    const auto hours = reader.pair();
    if (!hours || !reader.take(':'))
        return std::nullopt;
    const auto minutes = reader.pair();
    if (!minutes)
        return std::nullopt;
    const auto seconds = reader.take(':') ? reader.pair() : std::optional<std::int64_t>(0);
    if (!seconds || !reader.atEnd() || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    const std::int64_t total = *hours * 3600 + *minutes * 60 + *seconds;
    if (total > kFarthestOffset)
        return std::nullopt;
    return offset(static_cast<std::int32_t>(west ? -total : total));
}

std::optional<std::int32_t> Zone::fixedOffset() const
{
    if (m_kind == Kind::Offset)
        return m_offset;
    if (m_kind == Kind::Id && (m_id == "UTC" || m_id == "Etc/UTC" || m_id == "GMT" || m_id == "Etc/GMT"))
        return 0;
    return std::nullopt;
}

std::optional<std::int32_t> Zone::offsetAtLocal(std::int64_t local) const
{
    if (m_kind == Kind::Id)
        return zoneOffsetAtLocal(m_id, local);
    return m_offset;
}

std::optional<std::int32_t> Zone::offsetAt(std::int64_t instant) const
{
    if (m_kind == Kind::Id)
        return zoneOffsetAt(m_id, instant);
    return m_offset;
}

std::string Zone::text() const
{
    switch (m_kind) {
    case Kind::None: return {};
    case Kind::Id: return "@" + m_id;
    case Kind::Offset: break;
    }
    if (m_offset == 0)
        return "Z";
    const std::int32_t distance = std::abs(m_offset);
    std::string text = (m_offset < 0 ? "-" : "+") + two(distance / 3600) + ":" + two(distance / 60 % 60);
    if (distance % 60 != 0)
        text += ":" + two(distance % 60);
    return text;
}

std::optional<Time> Time::create(std::int64_t hour, std::int64_t minute, std::int64_t second,
                                 std::int64_t nanosecond, Zone zone)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || nanosecond < 0
        || nanosecond >= kNanosPerSecond)
        return std::nullopt;
    return Time{(hour * 3600 + minute * 60 + second) * kNanosPerSecond + nanosecond, std::move(zone)};
}

namespace {

struct ReadTime {
    Time time;
    bool isNextDay = false;
};

std::optional<ReadTime> readTime(std::string_view text)
{
    TextReader reader(text);
    const auto hour = reader.pair();
    if (!hour || !reader.take(':'))
        return std::nullopt;
    const auto minute = reader.pair();
    if (!minute || !reader.take(':'))
        return std::nullopt;
    const auto second = reader.pair();
    if (!second)
        return std::nullopt;
    const auto nanosecond = reader.take('.') ? reader.fraction() : std::optional<std::int64_t>(0);
    if (!nanosecond)
        return std::nullopt;
    auto zone = Zone::parse(reader.rest());
    if (!zone)
        return std::nullopt;
    const bool isNextDay = *hour == 24 && *minute == 0 && *second == 0 && *nanosecond == 0;
    auto time = Time::create(isNextDay ? 0 : *hour, *minute, *second, *nanosecond, std::move(*zone));
    if (!time)
        return std::nullopt;
    return ReadTime{std::move(*time), isNextDay};
}

} // namespace

std::optional<Time> Time::parse(std::string_view text)
{
    auto read = readTime(text);
    if (!read)
        return std::nullopt;
    return std::move(read->time);
}

std::string Time::text() const
{
    std::string text = two(hour()) + ":" + two(minute()) + ":" + two(second());
    if (const std::int64_t fraction = nanos % kNanosPerSecond; fraction != 0) {
        std::string digits = std::to_string(kNanosPerSecond + fraction).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return text + zone.text();
}

std::optional<DateTime> DateTime::parse(std::string_view text)
{
    const std::size_t separator = text.find('T');
    if (separator == std::string_view::npos)
        return std::nullopt;
    auto date = Date::parse(text.substr(0, separator));
    auto read = readTime(text.substr(separator + 1));
    if (!date || !read)
        return std::nullopt;
    if (read->isNextDay)
        date = date->plusDays(1);
    if (!date)
        return std::nullopt;
    return DateTime{*date, std::move(read->time)};
}

DateTime DateTime::of(Timestamp instant)
{
    const Split split = splitDays(static_cast<Int128>(tongban::unixMilliseconds(instant)) * 1'000'000);
    return {Date::fromDayNumber(split.day).value_or(Date()), Time{split.nanos, Zone::offset(0)}};
}

std::optional<Int128> DateTime::instant() const
{
    const auto offset = time.zone.offsetAtLocal(localSeconds());
    if (!offset)
        return std::nullopt;
    return localNanos(*this) - static_cast<Int128>(*offset) * kNanosPerSecond;
}

std::string DateTime::text() const
{
    return date.text() + "T" + time.text();
}

Order compare(const Time &a, const Time &b)
{
    const auto offsetA = offsetNanos(a.zone);
    const auto offsetB = offsetNanos(b.zone);
    if (offsetA && offsetB)
        return order(a.nanos - *offsetA, b.nanos - *offsetB);
    return a.zone == b.zone ? order(a.nanos, b.nanos) : Order::Unordered;
}

Order compare(const DateTime &a, const DateTime &b)
{
    const auto instantA = a.instant();
    const auto instantB = b.instant();
    if (instantA && instantB)
        return order(*instantA, *instantB);
    return a.time.zone == b.time.zone ? order(localNanos(a), localNanos(b)) : Order::Unordered;
}

std::optional<DateTime> plus(const DateTime &instant, DaysDuration duration)
{
    // In a named zone time passes between instants, also over a change of the clock.
    const bool isNamed = !instant.time.zone.id().empty();
    const auto begin = isNamed ? instant.instant() : std::optional(localNanos(instant));
    Int128 sum = 0;
    if (!begin || __builtin_add_overflow(*begin, duration.nanos, &sum))
        return std::nullopt;
    if (isNamed) {
        const Split utc = splitDays(sum);
        const auto offset =
            instant.time.zone.offsetAt(utc.day * kSecondsPerDay + utc.nanos / kNanosPerSecond);
        if (!offset)
            return std::nullopt;
        sum += static_cast<Int128>(*offset) * kNanosPerSecond;
    }
    const Split split = splitDays(sum);
    const auto date = Date::fromDayNumber(split.day);
    if (!date)
        return std::nullopt;
    return DateTime{*date, Time{split.nanos, instant.time.zone}};
}

std::optional<DateTime> plus(const DateTime &instant, MonthsDuration duration)
{
    const auto date = instant.date.plusMonths(duration.months);
    if (!date)
        return std::nullopt;
    return DateTime{*date, instant.time};
}

Time plus(const Time &time, DaysDuration duration)
{
    return Time{splitDays(time.nanos + duration.nanos % kNanosPerDay).nanos, time.zone};
}

std::optional<DaysDuration> difference(const DateTime &to, const DateTime &from)
{
    if (to.time.zone == from.time.zone && to.time.zone.id().empty())
        return DaysDuration{localNanos(to) - localNanos(from)};
    if (to.time.zone.isLocal() != from.time.zone.isLocal())
        return std::nullopt;
    const auto instantTo = to.instant();
    const auto instantFrom = from.instant();
    if (!instantTo || !instantFrom)
        return std::nullopt;
    return DaysDuration{*instantTo - *instantFrom};
}

std::optional<DaysDuration> difference(const Time &to, const Time &from)
{
    if (to.zone == from.zone)
        return DaysDuration{to.nanos - from.nanos};
    const auto offsetTo = offsetNanos(to.zone);
    const auto offsetFrom = offsetNanos(from.zone);
    if (to.zone.isLocal() != from.zone.isLocal() || !offsetTo || !offsetFrom)
        return std::nullopt;
    return DaysDuration{(to.nanos - *offsetTo) - (from.nanos - *offsetFrom)};
}

} // namespace tongban::feel
