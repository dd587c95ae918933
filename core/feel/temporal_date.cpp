// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/temporal.h"
#include "core/feel/text_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace tongban::feel {

namespace {

bool isLeapYear(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::int64_t kDaysPerEra = 146'097; // 400 years

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

} // namespace

int daysInMonth(std::int64_t year, int month)
{
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> Date::create(std::int64_t year, std::int64_t month, std::int64_t day)
{
    if (year < -kMaximumYear || year > kMaximumYear || month < 1 || month > 12 || day < 1
        || day > daysInMonth(year, static_cast<int>(month)))
        return std::nullopt;
    return Date(static_cast<std::int32_t>(year), static_cast<int>(month), static_cast<int>(day));
}

// Years are counted from March, so that the leap day is the last of its year; 400-year eras repeat.
std::int64_t Date::dayNumber() const
{
    const std::int64_t year = m_month <= 2 ? std::int64_t{m_year} - 1 : std::int64_t{m_year};
    const std::int64_t era = floorDivide(year, 400);
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t monthFromMarch = (m_month + 9) % 12;
    const std::int64_t dayOfMarchYear = (153 * monthFromMarch + 2) / 5 + m_day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear;
    return era * kDaysPerEra + dayOfEra - 719'468;
}

std::optional<Date> Date::fromDayNumber(std::int64_t days)
{
    constexpr std::int64_t kFarthest = 366'000'000'000;
    if (days < -kFarthest || days > kFarthest)
        return std::nullopt;
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floorDivide(shifted, kDaysPerEra);
    const std::int64_t dayOfEra = shifted - era * kDaysPerEra;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const std::int64_t day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    const std::int64_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return create(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

Date Date::of(tongban::Date day)
{
    return fromDayNumber(tongban::dayNumber(day)).value_or(Date());
}

namespace {

/// The two digits at that place, or something negative.
int pairAt(const char *text)
{
    const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned{'0'};
    return tens <= 9 && ones <= 9 ? static_cast<int>(tens * 10 + ones) : -10'000;
}

} // namespace

std::optional<Date> Date::parse(std::string_view text)
{
    // "2026-03-17", which is nearly every date there is.
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const int year = pairAt(text.data()) * 100 + pairAt(text.data() + 2);
        const int month = pairAt(text.data() + 5);
        const int day = pairAt(text.data() + 8);
        return year < 0 || month < 0 || day < 0 ? std::nullopt : create(year, month, day);
    }
    TextReader reader(text);
    const bool negative = reader.take('-');
    if (reader.digitCount() > 4 && reader.peek() == '0')
        return std::nullopt;
    const auto year = reader.number(4, 9);
    if (!year || (negative && *year == 0) || !reader.take('-'))
        return std::nullopt;
    const auto month = reader.pair();
    if (!month || !reader.take('-'))
        return std::nullopt;
    const auto day = reader.pair();
    if (!day || !reader.atEnd())
        return std::nullopt;
    return create(negative ? -*year : *year, *month, *day);
}

int Date::weekday() const
{
    const std::int64_t days = dayNumber() + 3; // 1970-01-01 was a Thursday
    return static_cast<int>(days - floorDivide(days, 7) * 7) + 1;
}

int Date::dayOfYear() const
{
    int days = m_day;
    for (int month = 1; month < m_month; ++month)
        days += daysInMonth(m_year, month);
    return days;
}

int Date::weekOfYear() const
{
    const int week = (dayOfYear() - weekday() + 10) / 7;
    const auto hasLongYear = [](std::int64_t year) {
        const auto first = create(year, 1, 1);
        return first && (first->weekday() == 4 || (first->weekday() == 3 && isLeapYear(year)));
    };
    if (week == 0)
        return hasLongYear(std::int64_t{m_year} - 1) ? 53 : 52;
    return week == 53 && !hasLongYear(m_year) ? 1 : week;
}

std::string Date::text() const
{
    const auto padded = [](std::int64_t number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
    };
    return (m_year < 0 ? "-" : "") + padded(std::abs(std::int64_t{m_year}), 4) + "-" + padded(m_month, 2)
        + "-" + padded(m_day, 2);
}

std::optional<Date> Date::plusDays(std::int64_t days) const
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(dayNumber(), days, &sum))
        return std::nullopt;
    return fromDayNumber(sum);
}

std::optional<Date> plus(Date date, DaysDuration duration)
{
    // Dividing 64 bits is much faster than dividing 128 and serves for 292 years.
    const auto nanos = static_cast<std::int64_t>(duration.nanos);
    if (nanos == duration.nanos)
        return date.plusDays(floorDivide(nanos, kNanosPerDay));
    const Int128 whole = duration.nanos / kNanosPerDay - (duration.nanos % kNanosPerDay < 0 ? 1 : 0);
    const auto days = static_cast<std::int64_t>(whole);
    return days == whole ? date.plusDays(days) : std::nullopt;
}

std::optional<Date> Date::plusMonths(std::int64_t months) const
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(std::int64_t{m_year} * 12 + m_month - 1, months, &sum))
        return std::nullopt;
    const std::int64_t year = floorDivide(sum, 12);
    if (year < -kMaximumYear || year > kMaximumYear)
        return std::nullopt;
    const int month = static_cast<int>(sum - year * 12) + 1;
    return create(year, month, std::min<int>(m_day, daysInMonth(year, month)));
}

std::int64_t monthsBetween(Date from, Date to)
{
    std::int64_t months =
        (std::int64_t{to.year()} * 12 + to.month()) - (std::int64_t{from.year()} * 12 + from.month());
    if (months > 0 && to.day() < from.day())
        --months;
    else if (months < 0 && to.day() > from.day())
        ++months;
    return months;
}

} // namespace tongban::feel
