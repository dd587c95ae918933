// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban {

/// What a day is by the notices of the State Council on the year's holidays.
enum class DayKind {
    Workday, ///< Monday to Friday, not in a holiday.
    Weekend, ///< Saturday or Sunday, neither in a holiday nor worked.
    Holiday, ///< A rest day of a holiday period, whatever its weekday.
    MakeUpWorkday, ///< A Saturday or Sunday worked to make up for a holiday.
};

/// The last day of a period. It is provisional when the period passes a day for which no notice is held:
/// holidays not yet announced could still move it, so it may be shown but not printed on a document as
/// certain.
struct Deadline {
    Date date;
    bool provisional = false;

    bool operator==(const Deadline &) const = default;
};

/// The working days of mainland China, with the make-up days that weekends are swapped for.
///
/// Periods of the Administrative Licensing Law are working days (article 82) and the day on which a period
/// begins is not counted (Civil Code, article 201): day 1 is the next working day and the period ends with
/// its n-th.
///
/// An immutable value that any thread may read. Outside the years that notices cover it goes by the weekday
/// alone and says so. Adding and counting are constant time.
class Calendar
{
public:
    DayKind kind(Date day) const;
    bool isWorkday(Date day) const;

    /// "春节" for a day of the period and for a day worked because of it; empty for ordinary days.
    std::string_view holidayName(Date day) const;

    /// Whether a notice for the year of this day is held.
    bool covers(Date day) const { return day >= m_first && day <= m_last; }
    Date firstDay() const { return m_first; }
    Date lastDay() const { return m_last; }

    /// The n-th working day after `start`, which is not counted itself. `workdays` from 0; 0 gives `start`.
    Deadline addWorkdays(Date start, int workdays) const;

    /// The working days after `after` up to and with `through`; negative when `through` is the earlier one,
    /// so that `workdaysBetween(today, due)` says how many are left or by how many the day was missed.
    int workdaysBetween(Date after, Date through) const;

    /// `day` itself when it is worked, otherwise the next working day (Civil Code, article 203).
    Deadline workdayFrom(Date day) const;

    /// "cn-2018-2026-3f2a9c01": region, years, and the beginning of the digest; what decision records name.
    const std::string &version() const { return m_version; }

    /// SHA-256 of the canonical text of every year: two calendars with one digest answer alike.
    const Digest &digest() const { return m_digest; }

private:
    friend class CalendarBuilder;
    Calendar() = default;

    std::int64_t rank(Date day) const;

    struct Day {
        DayKind kind = DayKind::Workday;
        std::uint8_t name = 0;
    };

    Date m_first;
    Date m_last;
    std::vector<Day> m_days; ///< One a day from m_first to m_last.
    std::vector<std::int32_t> m_rank; ///< Working days from m_first up to and with this day.
    std::vector<std::int32_t> m_workdays; ///< Distance from m_first of the n-th working day.
    std::vector<std::string> m_names; ///< What Day::name points into; the first is empty.
    std::string m_version;
    Digest m_digest;
};

/// Builds a calendar from the texts of its years, in any order (form: resources/calendar/README.md).
/// InvalidInput names the year and day for: a day given twice or outside its year, a make-up day that is no
/// weekend, a rest day or make-up day without a name, a year given twice or missing between two others, a
/// year whose working days are not as many as its file says, an unknown member.
Result<Calendar> parseCalendar(std::span<const std::string> years);

/// Reads every `cn-*.json` of the folder, or the one file. NotFound when there is none.
Result<Calendar> loadCalendar(const std::filesystem::path &folderOrFile);

} // namespace tongban
