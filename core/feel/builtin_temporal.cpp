// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/builtin.h"

#include <array>

namespace tongban::feel {

namespace {

constexpr std::string_view kNoDate = "there is no such date";
constexpr std::string_view kNoTime = "there is no such time";

Value dateFrom(const Call &call)
{
    const Value &from = call.single(0);
    if (from.kind() == Kind::Date)
        return from;
    if (from.kind() == Kind::DateTime)
        return Value(from.dateTime().date);
    if (!from.isString())
        return call.wrongKind(0, "string or a date and time");
    return call.orOutOfDomain(Date::parse(from.string()), kNoDate);
}

Value dateOf(const Call &call)
{
    const auto year = call.integer(0);
    const auto month = call.integer(1);
    const auto day = call.integer(2);
    if (!year || !month || !day)
        return Value();
    return call.orOutOfDomain(Date::create(*year, *month, *day), kNoDate);
}

Value timeFrom(const Call &call)
{
    const Value &from = call.single(0);
    if (from.kind() == Kind::Time)
        return from;
    if (from.kind() == Kind::DateTime)
        return Value(from.dateTime().time);
    if (from.kind() == Kind::Date)
        return Value(Time{0, Zone::offset(0)});
    if (!from.isString())
        return call.wrongKind(0, "string or a date and time");
    return call.orOutOfDomain(Time::parse(from.string()), kNoTime);
}

/// The optional argument for a zone: nothing given or null is none, a duration is an offset, and where names
/// are taken a string is one. Nothing at all after a report.
std::optional<Zone> zoneFrom(const Call &call, std::size_t index, bool takesName)
{
    if (!call.has(index) || call[index].isNull())
        return Zone();
    const Value &given = call.single(index);
    if (takesName && given.isString()) {
        auto zone = Zone::parse("@" + std::string(given.string()));
        if (!zone)
            call.outOfDomain("there is no such time zone");
        return zone;
    }
    if (given.kind() != Kind::DaysDuration) {
        call.wrongKind(index, "days and time duration");
        return std::nullopt;
    }
    const Int128 seconds = given.daysDuration().nanos / kNanosPerSecond;
    constexpr Int128 kFarthest = 18 * 3600;
    if (seconds > kFarthest || seconds < -kFarthest) {
        call.outOfDomain(kNoTime);
        return std::nullopt;
    }
    return Zone::offset(static_cast<std::int32_t>(seconds));
}

/// Hour, minute and second from three arguments; nothing after a report.
std::optional<Time> clockFrom(const Call &call, std::size_t first, Zone zone)
{
    const auto hour = call.integer(first);
    const auto minute = call.integer(first + 1);
    const auto second = call.number(first + 2);
    if (!hour || !minute || !second)
        return std::nullopt;
    const auto nanos = Decimal::multiply(*second, Decimal(kNanosPerSecond));
    const auto whole = nanos ? nanos->truncated() : std::nullopt;
    auto time = whole && *whole >= 0
        ? Time::create(*hour, *minute, *whole / kNanosPerSecond, *whole % kNanosPerSecond, std::move(zone))
        : std::nullopt;
    if (!time)
        call.outOfDomain(kNoTime);
    return time;
}

Value timeOf(const Call &call)
{
    auto zone = zoneFrom(call, 3, false);
    auto time = zone ? clockFrom(call, 0, std::move(*zone)) : std::nullopt;
    return time ? Value(std::move(*time)) : Value();
}

Value dateTimeFrom(const Call &call)
{
    const Value &from = call.single(0);
    if (from.kind() == Kind::DateTime)
        return from;
    if (from.kind() == Kind::Date)
        return Value(DateTime{from.date(), Time{0, Zone::offset(0)}});
    if (!from.isString())
        return call.wrongKind(0, "string");
    if (const auto date = Date::parse(from.string()))
        return Value(DateTime{*date, Time()});
    return call.orOutOfDomain(DateTime::parse(from.string()), kNoDate);
}

Value dateTimeOf(const Call &call)
{
    const Value &date = call.single(0);
    const Value &time = call.single(1);
    if (date.kind() != Kind::Date && date.kind() != Kind::DateTime)
        return call.wrongKind(0, "date");
    if (time.kind() != Kind::Time)
        return call.wrongKind(1, "time");
    const Date day = date.kind() == Kind::Date ? date.date() : date.dateTime().date;
    return Value(DateTime{day, time.time()});
}

Value dateTimeOfParts(const Call &call)
{
    const auto year = call.integer(0);
    const auto month = call.integer(1);
    const auto day = call.integer(2);
    if (!year || !month || !day)
        return Value();
    auto zone = zoneFrom(call, 6, true);
    auto time = zone ? clockFrom(call, 3, std::move(*zone)) : std::nullopt;
    if (!time)
        return Value();
    const auto date = Date::create(*year, *month, *day);
    return date ? Value(DateTime{*date, std::move(*time)}) : call.outOfDomain(kNoDate);
}

Value duration(const Call &call)
{
    const Value &from = call.single(0);
    if (from.kind() == Kind::DaysDuration || from.kind() == Kind::MonthsDuration)
        return from;
    if (!from.isString())
        return call.wrongKind(0, "string");
    if (const auto months = MonthsDuration::parse(from.string()))
        return Value(*months);
    return call.orOutOfDomain(DaysDuration::parse(from.string()), "there is no such duration");
}

std::optional<Date> day(const Call &call, std::size_t index)
{
    const Value &value = call.single(index);
    if (value.kind() == Kind::Date)
        return value.date();
    if (value.kind() == Kind::DateTime)
        return value.dateTime().date;
    call.wrongKind(index, "date");
    return std::nullopt;
}

Value monthsDuration(const Call &call)
{
    const auto from = day(call, 0);
    const auto to = day(call, 1);
    return from && to ? Value(MonthsDuration{monthsBetween(*from, *to)}) : Value();
}

Value now(const Call &call)
{
    const auto &instant = call.evaluation().now();
    return instant ? Value(*instant) : call.null(Cause::Unsupported, "there is no clock");
}

Value today(const Call &call)
{
    const auto &instant = call.evaluation().now();
    return instant ? Value(instant->date) : call.null(Cause::Unsupported, "there is no clock");
}

Value dayOfYear(const Call &call)
{
    const auto date = day(call, 0);
    return date ? Value(date->dayOfYear()) : Value();
}

Value dayOfWeek(const Call &call)
{
    constexpr std::array<std::string_view, 7> kNames{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                     "Friday", "Saturday", "Sunday"};
    const auto date = day(call, 0);
    return date ? Value(kNames[static_cast<std::size_t>(date->weekday() - 1)]) : Value();
}

Value monthOfYear(const Call &call)
{
    constexpr std::array<std::string_view, 12> kNames{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    const auto date = day(call, 0);
    return date ? Value(kNames[static_cast<std::size_t>(date->month() - 1)]) : Value();
}

Value weekOfYear(const Call &call)
{
    const auto date = day(call, 0);
    return date ? Value(date->weekOfYear()) : Value();
}

constexpr auto kDate = Type::Form::Date;
constexpr auto kTime = Type::Form::Time;
constexpr auto kDateTime = Type::Form::DateTime;
constexpr auto kNumber = Type::Form::Number;
constexpr auto kString = Type::Form::String;

constexpr std::array<Builtin, 16> kTable{{
    {"date", "from", 1, false, dateFrom, kDate},
    {"date", "year,month,day", 3, false, dateOf, kDate},
    {"time", "from", 1, false, timeFrom, kTime},
    {"time", "hour,minute,second,offset", 3, false, timeOf, kTime},
    {"date and time", "from", 1, false, dateTimeFrom, kDateTime},
    {"date and time", "date,time", 2, false, dateTimeOf, kDateTime},
    {"date and time", "year,month,day,hour,minute,second,offset", 6, false, dateTimeOfParts, kDateTime},
    {"date and time", "year,month,day,hour,minute,second,timezone", 6, false, dateTimeOfParts, kDateTime},
    {"duration", "from", 1, false, duration},
    {"years and months duration", "from,to", 2, false, monthsDuration, Type::Form::MonthsDuration},
    {"now", "", 0, false, now, kDateTime, false},
    {"today", "", 0, false, today, kDate, false},
    {"day of year", "date", 1, false, dayOfYear, kNumber},
    {"day of week", "date", 1, false, dayOfWeek, kString},
    {"month of year", "date", 1, false, monthOfYear, kString},
    {"week of year", "date", 1, false, weekOfYear, kNumber},
}};

} // namespace

std::span<const Builtin> temporalBuiltins()
{
    return kTable;
}

} // namespace tongban::feel
