// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/temporal.h"
#include "core/feel/text_reader.h"

namespace tongban::feel {

namespace {

/// The designators of a duration in their order; each may appear once.
constexpr std::string_view kDateUnits = "YMD";
constexpr std::string_view kTimeUnits = "HMS";

struct ReadDuration {
    bool negative = false;
    std::int64_t years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0, nanos = 0;
    bool hasMonths = false; ///< Years or months were written.
    bool hasTime = false; ///< Days, hours, minutes or seconds were written.
};

void keep(ReadDuration &read, char unit, bool isTime, std::int64_t number)
{
    if (!isTime && unit == 'Y')
        read.years = number;
    else if (!isTime && unit == 'M')
        read.months = number;
    else if (!isTime)
        read.days = number;
    else if (unit == 'H')
        read.hours = number;
    else if (unit == 'M')
        read.minutes = number;
    else
        read.seconds = number;
    (!isTime && unit != 'D' ? read.hasMonths : read.hasTime) = true;
}

/// Reads the parts before or after the T.
bool readUnits(TextReader &reader, std::string_view units, bool isTime, ReadDuration &read)
{
    bool any = false;
    std::size_t next = 0;
    while (!reader.atEnd() && reader.peek() != 'T') {
        const auto number = reader.number(1, 18);
        if (!number)
            return false;
        if (isTime && reader.peek() == '.') {
            reader.take('.');
            // The compatibility kit wants "PT0.S" to be a duration.
            const auto fraction = reader.peek() == 'S' ? std::optional<std::int64_t>(0) : reader.fraction();
            if (!fraction || reader.peek() != 'S')
                return false;
            read.nanos = *fraction;
        }
        const std::size_t unit = units.find(reader.peek(), next);
        if (reader.atEnd() || unit == std::string_view::npos)
            return false;
        keep(read, units[unit], isTime, *number);
        reader.take(units[unit]);
        next = unit + 1;
        any = true;
    }
    return any;
}

std::optional<ReadDuration> readDuration(std::string_view text)
{
    TextReader reader(text);
    ReadDuration read;
    read.negative = reader.take('-');
    if (!reader.take('P') || reader.atEnd())
        return std::nullopt;
    if (reader.peek() != 'T' && !readUnits(reader, kDateUnits, false, read))
        return std::nullopt;
    if (reader.take('T') && !readUnits(reader, kTimeUnits, true, read))
        return std::nullopt;
    if (!reader.atEnd())
        return std::nullopt;
    return read;
}

std::string number(Int128 value)
{
    const auto high = static_cast<std::int64_t>(value / 1'000'000'000'000'000'000);
    const auto low = static_cast<std::int64_t>(value % 1'000'000'000'000'000'000);
    if (high == 0)
        return std::to_string(low);
    return std::to_string(high) + std::to_string(low + 1'000'000'000'000'000'000).substr(1);
}

} // namespace

std::optional<DaysDuration> DaysDuration::parse(std::string_view text)
{
    const auto read = readDuration(text);
    if (!read || read->hasMonths)
        return std::nullopt;
    const Int128 seconds = static_cast<Int128>(read->days) * kSecondsPerDay
        + static_cast<Int128>(read->hours) * 3600 + static_cast<Int128>(read->minutes) * 60 + read->seconds;
    const Int128 nanos = seconds * kNanosPerSecond + read->nanos;
    return DaysDuration{read->negative ? -nanos : nanos};
}

std::string DaysDuration::text() const
{
    if (nanos == 0)
        return "PT0S";
    const Int128 distance = nanos < 0 ? -nanos : nanos;
    std::string text = nanos < 0 ? "-P" : "P";
    if (const Int128 days = distance / kNanosPerDay; days != 0)
        text += number(days) + "D";
    const Time rest{static_cast<std::int64_t>(distance % kNanosPerDay), Zone()};
    if (rest.nanos == 0)
        return text;
    text += "T";
    if (rest.hour() != 0)
        text += std::to_string(rest.hour()) + "H";
    if (rest.minute() != 0)
        text += std::to_string(rest.minute()) + "M";
    const std::int64_t fraction = rest.nanos % kNanosPerSecond;
    if (rest.second() == 0 && fraction == 0)
        return text;
    text += std::to_string(rest.second());
    if (fraction != 0) {
        std::string digits = std::to_string(kNanosPerSecond + fraction).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return text + "S";
}

std::optional<MonthsDuration> MonthsDuration::parse(std::string_view text)
{
    const auto read = readDuration(text);
    if (!read || read->hasTime)
        return std::nullopt;
    std::int64_t months = 0;
    if (__builtin_mul_overflow(read->years, std::int64_t{12}, &months)
        || __builtin_add_overflow(months, read->months, &months))
        return std::nullopt;
    return MonthsDuration{read->negative ? -months : months};
}

std::string MonthsDuration::text() const
{
    if (months == 0)
        return "P0M";
    const std::int64_t distance = months < 0 ? -months : months;
    std::string text = months < 0 ? "-P" : "P";
    if (distance / 12 != 0)
        text += std::to_string(distance / 12) + "Y";
    if (distance % 12 != 0)
        text += std::to_string(distance % 12) + "M";
    return text;
}

} // namespace tongban::feel
