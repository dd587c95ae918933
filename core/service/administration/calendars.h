// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tongban::service {

/// One year of the working-day calendar.
struct CalendarYear {
    int year = 0;
    int workdays = 0;
    int restDays = 0; ///< Days of holiday periods.
    int makeUpDays = 0; ///< Weekend days that are worked.
    bool isOwn = false; ///< Imported by this office; the others come with the program.
};

/// Whether something is only shown as it would be, or done.
enum class Rehearse { Yes, No };

struct CalendarDayChange {
    Date day{};
    DayKind before = DayKind::Workday;
    DayKind after = DayKind::Workday;
    std::string name; ///< Of the holiday; may be empty.
};

struct CalendarImport {
    int year = 0;
    std::string problem; ///< Not empty: what is wrong with the file, in English; nothing was changed.
    bool isNewYear = false; ///< Until now its deadlines were provisional.
    std::vector<CalendarDayChange> changes; ///< Against what is in force, by day.
    bool stored = false;
};

/// The years that the workspace reckons with, in order. Deadlines that pass the last one are provisional.
Result<std::vector<CalendarYear>> calendarYears(Workspace &workspace);

/// Takes a year file (resources/calendar/README.md) into the workspace, where it goes before the shipped one
/// of that year. In force for whoever opens the workspace from then on. NotFound when there is no such file.
Result<CalendarImport> importCalendar(Workspace &workspace, const std::filesystem::path &file,
                                      Rehearse rehearse);

} // namespace tongban::service
