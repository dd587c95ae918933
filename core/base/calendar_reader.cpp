// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/calendar.h"
#include "core/base/canonical_json.h"
#include "core/base/file.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace tongban {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestYearFile = 1U << 20U;

struct NamedDay {
    bool off = false;
    std::string name;
};

struct YearNotice {
    int year = 0;
    int workdays = 0;
    std::map<Date, NamedDay> days;
};

bool isWeekend(Date day)
{
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Failure refuse(const std::string &where, const std::string &what)
{
    return fail(ErrorCode::InvalidInput, "calendar " + where + ": " + what);
}

Date firstOf(int year)
{
    return std::chrono::year(year) / std::chrono::January / 1;
}

Result<> readDay(const json &entry, YearNotice &notice)
{
    const std::string year = std::to_string(notice.year);
    if (!entry.is_object() || !entry.contains("date") || !entry.contains("off") || !entry.contains("name")
        || entry.size() != 3 || !entry["date"].is_string() || !entry["off"].is_boolean()
        || !entry["name"].is_string())
        return refuse(year, "each day has a date, whether it is off, and a name, and nothing else");
    const auto &text = entry["date"].get_ref<const std::string &>();
    const Result<Date> date = parseIsoDate(text);
    if (!date)
        return refuse(year, "a day is written as YYYY-MM-DD and exists");
    NamedDay day{.off = entry["off"].get<bool>(), .name = entry["name"].get<std::string>()};
    if (*date < firstOf(notice.year) || *date >= firstOf(notice.year + 1))
        return refuse(year, text + " belongs to another year");
    if (!day.off && !isWeekend(*date))
        return refuse(year, text + " is worked on a weekday, which needs no entry");
    if (day.name.empty())
        return refuse(year, text + " has no name");
    if (!notice.days.emplace(*date, std::move(day)).second)
        return refuse(year, text + " is given twice");
    return {};
}

Result<> checkMembers(const json &document)
{
    static constexpr std::string_view kMembers[] = {"region", "year", "workdays", "notices", "days"};
    if (!document.is_object())
        return refuse("file", "a JSON object is expected");
    for (const auto &[name, value] : document.items()) {
        if (std::ranges::find(kMembers, name) == std::end(kMembers))
            return refuse("file", "unknown member '" + name + "'");
    }
    for (const std::string_view name : kMembers) {
        if (!document.contains(name))
            return refuse("file", "member '" + std::string(name) + "' is missing");
    }
    if (document["region"] != "cn")
        return refuse("file", "the region is 'cn'");
    if (!document["year"].is_number_integer() || !document["workdays"].is_number_integer())
        return refuse("file", "year and workdays are whole numbers");
    const auto year = document["year"].get<std::int64_t>();
    if (year < 1949 || year > 9998)
        return refuse("file", "the year is out of range");
    if (!document["notices"].is_array() || document["notices"].empty() || !document["days"].is_array())
        return refuse(std::to_string(year), "notices (at least one) and days are lists");
    return {};
}

Result<YearNotice> readYear(const json &document)
{
    TRY(checkMembers(document));
    YearNotice notice;
    notice.year = document["year"].get<int>();
    for (const json &entry : document["days"])
        TRY(readDay(entry, notice));

    for (Date day = firstOf(notice.year); day < firstOf(notice.year + 1); day += std::chrono::days(1)) {
        const auto entry = notice.days.find(day);
        notice.workdays += entry == notice.days.end() ? !isWeekend(day) : !entry->second.off;
    }
    if (document["workdays"].get<std::int64_t>() != notice.workdays)
        return refuse(std::to_string(notice.year),
                      "the days make " + std::to_string(notice.workdays)
                          + " working days, the file says another number");
    return notice;
}

} // namespace

/// Fills a Calendar year by year.
class CalendarBuilder
{
public:
    Result<Calendar> build(const std::map<int, YearNotice> &years, std::string_view canonicalText)
    {
        m_calendar.m_first = firstOf(years.begin()->first);
        m_calendar.m_last = firstOf(years.rbegin()->first + 1) - std::chrono::days(1);
        m_calendar.m_names.emplace_back();
        for (const auto &[year, notice] : years)
            TRY(addYear(notice));
        m_calendar.m_digest = sha256(canonicalText);
        m_calendar.m_version = "cn-" + std::to_string(years.begin()->first) + "-"
            + std::to_string(years.rbegin()->first) + "-" + m_calendar.m_digest.hex().substr(0, 8);
        return std::move(m_calendar);
    }

private:
    Result<> addYear(const YearNotice &notice)
    {
        if (m_calendar.m_first + std::chrono::days(m_calendar.m_days.size()) != firstOf(notice.year))
            return refuse(std::to_string(notice.year), "the year before it is missing");
        for (Date day = firstOf(notice.year); day < firstOf(notice.year + 1); day += std::chrono::days(1)) {
            const auto entry = notice.days.find(day);
            Calendar::Day known{.kind = isWeekend(day) ? DayKind::Weekend : DayKind::Workday, .name = 0};
            if (entry != notice.days.end()) {
                known.kind = entry->second.off ? DayKind::Holiday : DayKind::MakeUpWorkday;
                known.name = TRY(nameIndex(entry->second.name));
            }
            if (known.kind == DayKind::Workday || known.kind == DayKind::MakeUpWorkday)
                m_calendar.m_workdays.push_back(static_cast<std::int32_t>(m_calendar.m_days.size()));
            m_calendar.m_days.push_back(known);
            m_calendar.m_rank.push_back(static_cast<std::int32_t>(m_calendar.m_workdays.size()));
        }
        return {};
    }

    Result<std::uint8_t> nameIndex(const std::string &name)
    {
        auto &names = m_calendar.m_names;
        const auto known = std::ranges::find(names, name);
        const auto index = static_cast<std::size_t>(known - names.begin());
        if (known == names.end())
            names.push_back(name);
        if (index > 255)
            return refuse("file", "more than 255 different names");
        return static_cast<std::uint8_t>(index);
    }

    Calendar m_calendar;
};

Result<Calendar> parseCalendar(std::span<const std::string> texts)
{
    std::map<int, YearNotice> years;
    std::map<int, std::string> canonical;
    for (const std::string &text : texts) {
        const json document = TRY(parseJson(text));
        YearNotice notice = TRY(readYear(document));
        const int year = notice.year;
        if (!years.emplace(year, std::move(notice)).second)
            return refuse(std::to_string(year), "the year is given twice");
        canonical.emplace(year, TRY(canonicalJson(document)));
    }
    if (years.empty())
        return fail(ErrorCode::InvalidInput, "a calendar needs at least one year");
    std::string canonicalText;
    for (const auto &[year, text] : canonical)
        canonicalText += text + "\n";
    return CalendarBuilder().build(years, canonicalText);
}

Result<Calendar> loadCalendar(const std::filesystem::path &folderOrFile)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    std::vector<fs::path> files;
    if (fs::is_directory(folderOrFile, failure)) {
        fs::directory_iterator entry(folderOrFile, failure);
        for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
            const std::string name = entry->path().filename().string();
            if (name.starts_with("cn-") && name.ends_with(".json"))
                files.push_back(entry->path());
        }
    } else {
        files.push_back(folderOrFile);
    }
    if (failure)
        return Failure(fileError(failure.value(), "list", folderOrFile));
    if (files.empty())
        return fail(ErrorCode::NotFound, "no calendar file (cn-<year>.json) in " + folderOrFile.string());
    std::vector<std::string> texts;
    for (const fs::path &file : files)
        texts.push_back(TRY(readFile(file, kLargestYearFile)));
    return parseCalendar(texts);
}

} // namespace tongban
