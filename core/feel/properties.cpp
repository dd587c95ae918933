// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/properties.h"

#include <algorithm>
#include <array>

namespace tongban::feel {

namespace {

constexpr std::array<std::string_view, 19> kNames{
    "year",        "month",    "day",   "weekday",        "hour",        "minute", "second",
    "time offset", "timezone", "years", "months",         "days",        "hours",  "minutes",
    "seconds",     "start",    "end",   "start included", "end included"};

std::optional<Value> ofDate(Date date, Property property)
{
    if (property == Property::Year)
        return Value(date.year());
    if (property == Property::Month)
        return Value(date.month());
    if (property == Property::Day)
        return Value(date.day());
    if (property == Property::Weekday)
        return Value(date.weekday());
    return std::nullopt;
}

Value offsetValue(std::optional<std::int32_t> seconds)
{
    return seconds ? Value(DaysDuration{static_cast<Int128>(*seconds) * kNanosPerSecond}) : Value();
}

std::optional<Value> ofTime(const Time &time, Property property)
{
    if (property == Property::Hour)
        return Value(time.hour());
    if (property == Property::Minute)
        return Value(time.minute());
    if (property == Property::Second)
        return Value(time.second());
    // Without a date the offset of a named zone is not known.
    if (property == Property::TimeOffset)
        return offsetValue(time.zone.fixedOffset());
    if (property == Property::Timezone)
        return time.zone.id().empty() ? Value() : Value(time.zone.id());
    return std::nullopt;
}

std::optional<Value> ofDays(DaysDuration duration, Property property)
{
    const bool isNegative = duration.nanos < 0;
    const Int128 seconds = (isNegative ? -duration.nanos : duration.nanos) / kNanosPerSecond;
    const auto number = [isNegative](Int128 amount) {
        return Value(static_cast<std::int64_t>(isNegative ? -amount : amount));
    };
    if (property == Property::Days)
        return number(seconds / kSecondsPerDay);
    if (property == Property::Hours)
        return number(seconds / 3600 % 24);
    if (property == Property::Minutes)
        return number(seconds / 60 % 60);
    if (property == Property::Seconds)
        return number(seconds % 60);
    return std::nullopt;
}

std::optional<Value> ofRange(const Range &range, Property property)
{
    if (property == Property::Start)
        return range.low;
    if (property == Property::End)
        return range.high;
    if (property == Property::StartIncluded)
        return Value(range.lowIncluded);
    if (property == Property::EndIncluded)
        return Value(range.highIncluded);
    return std::nullopt;
}

std::optional<Value> ofValue(const Value &value, Property property)
{
    switch (value.kind()) {
    case Kind::Date: return ofDate(value.date(), property);
    case Kind::Time: return ofTime(value.time(), property);
    case Kind::DateTime: {
        const DateTime &instant = value.dateTime();
        if (property == Property::TimeOffset && !instant.time.zone.isLocal())
            return offsetValue(instant.time.zone.offsetAtLocal(instant.localSeconds()));
        auto result = ofDate(instant.date, property);
        return result ? result : ofTime(value.dateTime().time, property);
    }
    case Kind::DaysDuration: return ofDays(value.daysDuration(), property);
    case Kind::MonthsDuration:
        if (property == Property::Years)
            return Value(value.monthsDuration().months / 12);
        if (property == Property::Months)
            return Value(value.monthsDuration().months % 12);
        return std::nullopt;
    case Kind::Range: return ofRange(value.range(), property);
    case Kind::Null:
    case Kind::Boolean:
    case Kind::Number:
    case Kind::String:
    case Kind::List:
    case Kind::Context:
    case Kind::Function: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Property> propertyNamed(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Property>(found - kNames.begin());
}

Value propertyOf(const Value &value, Property property, Evaluation &evaluation, Span span)
{
    if (auto result = ofValue(value, property))
        return std::move(*result);
    return evaluation.null(value.isNull() ? Cause::NullOperand : Cause::NoSuchMember, span,
                           "a " + std::string(name(value.kind())) + " has no '"
                               + std::string(kNames[static_cast<std::size_t>(property)]) + "'");
}

} // namespace tongban::feel
