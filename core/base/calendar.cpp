// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/calendar.h"

#include <algorithm>

namespace tongban {

namespace {

/// Monday to Friday from 1970-01-01 (a Thursday) up to and with this day; negative before.
std::int64_t weekdayRank(Date day)
{
    // Count from Monday 1969-12-29, so that whole weeks begin with their five working days.
    const std::int64_t sinceMonday = dayNumber(day) + 4;
    const std::int64_t weeks = (sinceMonday >= 0 ? sinceMonday : sinceMonday - 6) / 7;
    const std::int64_t inWeek = sinceMonday - weeks * 7;
    return weeks * 5 + std::min<std::int64_t>(inWeek, 5);
}

/// The day on which weekdayRank first reaches `rank`.
Date dayOfWeekdayRank(std::int64_t rank)
{
    const std::int64_t weeks = (rank - 1 >= 0 ? rank - 1 : rank - 5) / 5;
    const std::int64_t inWeek = rank - weeks * 5;
    return fromDayNumber(weeks * 7 + inWeek - 4);
}

bool isWeekend(Date day)
{
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

} // namespace

DayKind Calendar::kind(Date day) const
{
    if (covers(day))
        return m_days[static_cast<std::size_t>((day - m_first).count())].kind;
    return isWeekend(day) ? DayKind::Weekend : DayKind::Workday;
}

bool Calendar::isWorkday(Date day) const
{
    const DayKind what = kind(day);
    return what == DayKind::Workday || what == DayKind::MakeUpWorkday;
}

std::string_view Calendar::holidayName(Date day) const
{
    return covers(day) ? m_names[m_days[static_cast<std::size_t>((day - m_first).count())].name]
                       : std::string_view();
}

std::int64_t Calendar::rank(Date day) const
{
    if (day > m_last)
        return m_rank.back() + weekdayRank(day) - weekdayRank(m_last);
    if (day < m_first)
        return weekdayRank(day) - weekdayRank(m_first - std::chrono::days(1));
    return m_rank[static_cast<std::size_t>((day - m_first).count())];
}

Deadline Calendar::addWorkdays(Date start, int workdays) const
{
    if (workdays <= 0)
        return {.date = start, .provisional = !covers(start)};
    const std::int64_t wanted = rank(start) + workdays;
    const auto known = static_cast<std::int64_t>(m_workdays.size());
    Deadline deadline;
    if (wanted > known)
        deadline.date = dayOfWeekdayRank(weekdayRank(m_last) + wanted - known);
    else if (wanted > 0)
        deadline.date = m_first + std::chrono::days(m_workdays[static_cast<std::size_t>(wanted - 1)]);
    else
        deadline.date = dayOfWeekdayRank(weekdayRank(m_first - std::chrono::days(1)) + wanted);
    deadline.provisional = !covers(deadline.date) || !covers(start + std::chrono::days(1));
    return deadline;
}

int Calendar::workdaysBetween(Date after, Date through) const
{
    return static_cast<int>(rank(through) - rank(after));
}

Deadline Calendar::workdayFrom(Date day) const
{
    if (isWorkday(day))
        return {.date = day, .provisional = !covers(day)};
    return addWorkdays(day, 1);
}

} // namespace tongban
