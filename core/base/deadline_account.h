// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/calendar.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <span>
#include <string>
#include <vector>

namespace tongban {

/// What a period counts. Laws say "working days" for short periods and mean calendar days for long ones: 90
/// days are not 90 working days (Administrative Penalty Law, article 85).
enum class DayUnit { Workdays, CalendarDays };

/// What happens when the last calendar day is a day of rest.
enum class LastDay {
    AsItFalls,
    NextWorkday, ///< The period ends with the first working day after it (Civil Code, article 203).
};

/// "20 working days", "90 calendar days, to the next working day".
struct Period {
    int days = 0; ///< 1 to kLongestPeriod.
    DayUnit unit = DayUnit::Workdays;
    LastDay lastDay = LastDay::AsItFalls; ///< Only calendar days can end on a day of rest.
};

inline constexpr int kLongestPeriod = 36'600;

/// Time that does not count: hearing, tender, auction, inspection, testing, quarantine, appraisal and expert
/// review (Administrative Licensing Law, article 45), from the first to the last day, both excluded. The
/// applicant was told in writing; `document` is the number of that paper.
struct ExcludedSpan {
    Date from;
    Date through;
    std::string document;
};

/// Why a day between start and deadline counted or did not.
enum class AccountKind {
    Counted,
    CountedMakeUp, ///< A weekend day that is worked, and therefore counts.
    Weekend,
    Holiday, ///< `note` is the name of the holiday.
    Excluded, ///< It would have counted; `note` is the number of the document that took it out.
    MovedTo, ///< The working day to which a last day of rest was moved.
};

struct AccountDay {
    Date date;
    AccountKind kind = AccountKind::Counted;
    int ordinal = 0; ///< 1 for the first day counted; 0 for days that do not count.
    std::string note;
};

/// Every calendar day from the day after the start to the deadline, each with its reason: what a person reads
/// to see why the limit is that day. The counted days are exactly `period.days` and the last day is the
/// deadline.
struct DeadlineAccount {
    Date start;
    Period period;
    Deadline deadline;
    std::vector<AccountDay> days;
    std::string calendarVersion;
};

/// The deadline alone, for many cases at once: constant time without spans, and a few steps a span with them.
/// Spans may overlap; one that ends before it begins takes nothing out. InvalidInput when the length is out
/// of range.
Result<Deadline> deadlineOf(const Calendar &calendar, Date start, const Period &period,
                            std::span<const ExcludedSpan> excluded = {});

/// The same deadline, day by day. Of spans that overlap, the first given names the document. InvalidInput
/// when the length is out of range, a span ends before it begins or has no document, or the end is more than
/// three times kLongestPeriod days away.
Result<DeadlineAccount> account(const Calendar &calendar, Date start, const Period &period,
                                std::span<const ExcludedSpan> excluded = {});

} // namespace tongban
