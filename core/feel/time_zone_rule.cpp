// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/time_zone_rule.h"

#include "core/feel/temporal.h"

#include <charconv>

namespace tongban::feel {

namespace {

bool take(std::string_view &text, char wanted)
{
    if (!text.starts_with(wanted))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> number(std::string_view &text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// "5", "-9:30", "+3:00:00": seconds.
std::optional<std::int32_t> clock(std::string_view &text)
{
    const bool isNegative = take(text, '-');
    if (!isNegative)
        take(text, '+');
    std::int32_t seconds = 0;
    for (const int unit : {3600, 60, 1}) {
        if (unit != 3600 && !take(text, ':'))
            break;
        const auto part = number(text);
        if (!part)
            return std::nullopt;
        seconds += *part * unit;
    }
    return isNegative ? -seconds : seconds;
}

void skipName(std::string_view &text)
{
    if (take(text, '<')) {
        const std::size_t end = text.find('>');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        return;
    }
    while (!text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z')))
        text.remove_prefix(1);
}

std::int64_t dayNumber(std::int64_t year, int month, int day)
{
    return Date::create(year, month, day).value_or(Date()).dayNumber();
}

} // namespace

std::int64_t TimeZoneRule::Change::in(std::int64_t year) const
{
    std::int64_t date = dayNumber(year, 1, 1);
    if (form == Form::Day) {
        date += day;
    } else if (form == Form::DayWithoutLeap) {
        date += day - 1 + (daysInMonth(year, 2) == 29 && day > 59 ? 1 : 0);
    } else {
        const auto first = Date::create(year, month, 1).value_or(Date());
        int inMonth = 1 + (day - first.weekday() % 7 + 7) % 7 + 7 * (week - 1);
        if (inMonth > daysInMonth(year, month))
            inMonth -= 7;
        date = dayNumber(year, month, inMonth);
    }
    return date * kSecondsPerDay + clock;
}

std::optional<TimeZoneRule::Change> TimeZoneRule::parseChange(std::string_view &text)
{
    Change change;
    if (take(text, 'M')) {
        change.form = Change::Form::WeekOfMonth;
        const auto month = number(text);
        const auto week = take(text, '.') ? number(text) : std::nullopt;
        const auto day = take(text, '.') ? number(text) : std::nullopt;
        if (!month || !week || !day)
            return std::nullopt;
        change.month = *month;
        change.week = *week;
        change.day = *day;
    } else {
        change.form = take(text, 'J') ? Change::Form::DayWithoutLeap : Change::Form::Day;
        const auto day = number(text);
        if (!day)
            return std::nullopt;
        change.day = *day;
    }
    if (take(text, '/')) {
        const auto time = feel::clock(text);
        if (!time)
            return std::nullopt;
        change.clock = *time;
    }
    return change;
}

std::optional<TimeZoneRule> TimeZoneRule::parse(std::string_view text)
{
    TimeZoneRule rule;
    skipName(text);
    const auto standard = clock(text);
    if (!standard)
        return std::nullopt;
    // POSIX counts westwards.
    rule.m_standard = -*standard;
    if (text.empty())
        return rule;
    skipName(text);
    rule.m_summer = rule.m_standard + 3600;
    if (!text.starts_with(',')) {
        const auto summer = clock(text);
        if (!summer)
            return std::nullopt;
        rule.m_summer = -*summer;
    }
    rule.m_begin = take(text, ',') ? parseChange(text) : std::nullopt;
    const auto end = rule.m_begin && take(text, ',') ? parseChange(text) : std::nullopt;
    if (!end)
        return std::nullopt;
    rule.m_end = *end;
    return rule;
}

std::int32_t TimeZoneRule::offsetAt(std::int64_t instant) const
{
    if (!m_begin)
        return m_standard;
    const std::int64_t local = instant + m_standard;
    const std::int64_t day = local / kSecondsPerDay - (local % kSecondsPerDay < 0 ? 1 : 0);
    const std::int64_t year = Date::fromDayNumber(day).value_or(Date()).year();
    const std::int64_t begin = m_begin->in(year)-m_standard;
    const std::int64_t end = m_end.in(year)-m_summer;
    const bool isSummer = begin < end ? instant >= begin && instant < end : instant >= begin || instant < end;
    return isSummer ? m_summer : m_standard;
}

} // namespace tongban::feel
