// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/day_schedule.h"

#include <array>

namespace tongban::demo {

namespace {

using namespace std::chrono;

/// Relative arrivals of each hour of an office day; they add up to 1000.
constexpr std::array<std::uint32_t, 24> kHourShare{8,  5,  4,  3,  3,  5,  12, 30, 60, 95, 100, 80,
                                                   45, 55, 80, 85, 80, 60, 40, 40, 42, 34, 22,  12};
constexpr std::uint64_t kShareSum = 1000;

constexpr std::uint64_t kWorkdayShare = 10;
constexpr std::uint64_t kWeekendShare = 4;

bool isWeekend(Date day)
{
    const weekday name(day);
    return name == Saturday || name == Sunday;
}

/// The millisecond of the day at which the given thousandth-of-a-thousandth of the day's arrivals is in.
std::int64_t timeOfDay(std::uint64_t millionth)
{
    std::uint64_t before = 0;
    for (std::size_t hour = 0; hour < kHourShare.size(); ++hour) {
        const std::uint64_t share = kHourShare[hour] * (1000000 / kShareSum);
        if (millionth < before + share) {
            const std::uint64_t within = (millionth - before) * 3600000 / share;
            return static_cast<std::int64_t>(hour * 3600000 + within);
        }
        before += share;
    }
    return 24 * 3600000 - 1;
}

} // namespace

DaySchedule::DaySchedule(Date first, Date last, std::uint64_t count) : m_first(first)
{
    std::uint64_t total = 0;
    for (Date day = first; day <= last; day += days(1))
        total += isWeekend(day) ? kWeekendShare : kWorkdayShare;
    std::uint64_t before = 0;
    for (Date day = first; day <= last; day += days(1)) {
        before += isWeekend(day) ? kWeekendShare : kWorkdayShare;
        // 128 bits are not needed: 4000 a year times a thousand million arrivals fits.
        m_endOfDay.push_back(count * before / total);
    }
}

Timestamp DaySchedule::at(std::uint64_t index, SeededRandom &random)
{
    while (m_day + 1 < m_endOfDay.size() && index >= m_endOfDay[m_day])
        ++m_day;
    const std::uint64_t start = m_day == 0 ? 0 : m_endOfDay[m_day - 1];
    const std::uint64_t inDay = m_endOfDay[m_day] - start;
    const std::uint64_t slot = 1000000 / inDay;
    const std::uint64_t millionth = (index - start) * 1000000 / inDay + (slot > 1 ? random.below(slot) : 0);
    // Whole seconds: nobody writes milliseconds on an application.
    const std::int64_t seconds = timeOfDay(millionth) / 1000;
    const Date day = m_first + days(static_cast<int>(m_day));
    return Timestamp(day) - kOfficialUtcOffset + std::chrono::seconds(seconds);
}

} // namespace tongban::demo
