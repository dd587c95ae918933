// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/deadline_account.h"

#include <algorithm>

namespace tongban {

namespace {

using std::chrono::days;

Result<> checkLength(const Period &period)
{
    if (period.days < 1 || period.days > kLongestPeriod)
        return fail(ErrorCode::InvalidInput,
                    "a period is 1 to " + std::to_string(kLongestPeriod) + " days long, not "
                        + std::to_string(period.days));
    return {};
}

Deadline add(const Calendar &calendar, Date start, int count, DayUnit unit)
{
    if (unit == DayUnit::Workdays)
        return calendar.addWorkdays(start, count);
    return {.date = start + days(count), .provisional = false};
}

int countBetween(const Calendar &calendar, Date after, Date through, DayUnit unit)
{
    return unit == DayUnit::Workdays ? calendar.workdaysBetween(after, through)
                                     : static_cast<int>((through - after).count());
}

struct Span {
    Date from;
    Date through;
};

/// Sorted, without overlaps, clipped to the days after `start`.
std::vector<Span> unionOf(std::span<const ExcludedSpan> excluded, Date start)
{
    std::vector<Span> spans;
    for (const ExcludedSpan &span : excluded) {
        const Date from = std::max(span.from, start + days(1));
        if (from <= span.through)
            spans.push_back({.from = from, .through = span.through});
    }
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> merged;
    for (const Span &span : spans) {
        if (!merged.empty() && span.from <= merged.back().through + days(1))
            merged.back().through = std::max(merged.back().through, span.through);
        else
            merged.push_back(span);
    }
    return merged;
}

const ExcludedSpan *spanOf(std::span<const ExcludedSpan> excluded, Date day)
{
    const auto found = std::ranges::find_if(
        excluded, [day](const ExcludedSpan &span) { return span.from <= day && day <= span.through; });
    return found == excluded.end() ? nullptr : &*found;
}

/// Fills in everything but the ordinal; `counts` is false for a day that cannot count by itself.
AccountDay classify(const Calendar &calendar, Date day, DayUnit unit, bool &counts)
{
    AccountDay entry{.date = day, .kind = AccountKind::Counted, .ordinal = 0, .note = {}};
    counts = true;
    if (unit == DayUnit::CalendarDays)
        return entry;
    switch (calendar.kind(day)) {
    case DayKind::Workday: break;
    case DayKind::MakeUpWorkday: entry.kind = AccountKind::CountedMakeUp; break;
    case DayKind::Weekend:
        entry.kind = AccountKind::Weekend;
        counts = false;
        break;
    case DayKind::Holiday:
        entry.kind = AccountKind::Holiday;
        counts = false;
        break;
    }
    entry.note = calendar.holidayName(day);
    return entry;
}

/// The days of rest after a last calendar day, and the working day that takes its place.
void appendMove(const Calendar &calendar, DeadlineAccount &result)
{
    Date day = result.days.back().date;
    if (calendar.isWorkday(day))
        return;
    bool counts = false;
    for (day += days(1); !calendar.isWorkday(day); day += days(1))
        result.days.push_back(classify(calendar, day, DayUnit::Workdays, counts));
    result.days.push_back({.date = day, .kind = AccountKind::MovedTo, .ordinal = 0, .note = {}});
}

} // namespace

Result<Deadline> deadlineOf(const Calendar &calendar, Date start, const Period &period,
                            std::span<const ExcludedSpan> excluded)
{
    TRY(checkLength(period));
    int count = period.days;
    Deadline deadline = add(calendar, start, count, period.unit);
    for (const Span &span : unionOf(excluded, start)) {
        if (span.from > deadline.date)
            break;
        count += countBetween(calendar, span.from - days(1), span.through, period.unit);
        deadline = add(calendar, start, count, period.unit);
    }
    if (period.unit == DayUnit::CalendarDays && period.lastDay == LastDay::NextWorkday)
        deadline = calendar.workdayFrom(deadline.date);
    return deadline;
}

Result<DeadlineAccount> account(const Calendar &calendar, Date start, const Period &period,
                                std::span<const ExcludedSpan> excluded)
{
    for (const ExcludedSpan &span : excluded) {
        if (span.through < span.from)
            return fail(ErrorCode::InvalidInput, "excluded time ends before it begins");
        if (span.document.empty())
            return fail(ErrorCode::InvalidInput,
                        "excluded time needs the number of the document that says so");
    }
    DeadlineAccount result{.start = start,
                           .period = period,
                           .deadline = TRY(deadlineOf(calendar, start, period, excluded)),
                           .days = {},
                           .calendarVersion = calendar.version()};
    if (result.deadline.date - start > days(3 * kLongestPeriod))
        return fail(ErrorCode::InvalidInput, "excluded time is too long");

    int ordinal = 0;
    for (Date day = start + days(1); ordinal < period.days; day += days(1)) {
        bool counts = false;
        AccountDay entry = classify(calendar, day, period.unit, counts);
        const ExcludedSpan *span = counts ? spanOf(excluded, day) : nullptr;
        if (span != nullptr) {
            entry.kind = AccountKind::Excluded;
            entry.note = span->document;
        } else if (counts) {
            entry.ordinal = ++ordinal;
        }
        result.days.push_back(std::move(entry));
    }
    if (period.unit == DayUnit::CalendarDays && period.lastDay == LastDay::NextWorkday)
        appendMove(calendar, result);
    return result;
}

} // namespace tongban
