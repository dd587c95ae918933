// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/calendars.h"

#include "core/base/file.h"
#include "core/service/workspace/office_calendar.h"

#include <array>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestYearFile = 1U << 20U;

int yearOf(Date day)
{
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

Date firstOf(int year)
{
    return std::chrono::year(year) / std::chrono::January / 1;
}

CalendarYear count(const Calendar &calendar, int year, const fs::path &own)
{
    CalendarYear counted;
    counted.year = year;
    counted.isOwn = fs::exists(own / ("cn-" + std::to_string(year) + ".json"));
    for (Date day = firstOf(year); day < firstOf(year + 1); day += std::chrono::days(1)) {
        counted.workdays += calendar.isWorkday(day) ? 1 : 0;
        counted.restDays += calendar.kind(day) == DayKind::Holiday ? 1 : 0;
        counted.makeUpDays += calendar.kind(day) == DayKind::MakeUpWorkday ? 1 : 0;
    }
    return counted;
}

std::vector<CalendarDayChange> changesOf(const Calendar &before, const Calendar &after, int year)
{
    std::vector<CalendarDayChange> changes;
    for (Date day = firstOf(year); day < firstOf(year + 1); day += std::chrono::days(1))
        if (before.kind(day) != after.kind(day) || before.holidayName(day) != after.holidayName(day))
            changes.push_back({day, before.kind(day), after.kind(day), std::string(after.holidayName(day))});
    return changes;
}

} // namespace

Result<std::vector<CalendarYear>> calendarYears(Workspace &workspace)
{
    const Calendar &calendar = workspace.resources().calendar;
    std::vector<CalendarYear> years;
    for (int year = yearOf(calendar.firstDay()); year <= yearOf(calendar.lastDay()); ++year)
        years.push_back(count(calendar, year, officeCalendarFolder(workspace.folder())));
    return years;
}

Result<CalendarImport> importCalendar(Workspace &workspace, const fs::path &file, Rehearse rehearse)
{
    const std::string text = TRY(readFile(file, kLargestYearFile));
    CalendarImport import;
    const std::array<std::string, 1> alone{text};
    const Result<Calendar> year = parseCalendar(alone);
    if (!year) {
        import.problem = year.error().detail;
        return import;
    }
    import.year = yearOf(year->firstDay());
    const fs::path shipped = workspace.resources().folder / "calendar";
    const fs::path own = officeCalendarFolder(workspace.folder());
    const Result<Calendar> after = calendarWith(shipped, own, std::pair(import.year, text));
    if (!after) {
        import.problem = after.error().detail;
        return import;
    }
    const Calendar &before = workspace.resources().calendar;
    import.isNewYear = !before.covers(firstOf(import.year));
    import.changes = changesOf(before, *after, import.year);
    if (rehearse == Rehearse::Yes)
        return import;
    std::error_code failed;
    fs::create_directories(own, failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", own));
    TRY(replaceFile(own / ("cn-" + std::to_string(import.year) + ".json"), text));
    import.stored = true;
    return import;
}

} // namespace tongban::service
