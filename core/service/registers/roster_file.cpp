// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/registers/roster_file.h"

#include "core/base/csv.h"
#include "core/base/identifier.h"
#include "core/base/text.h"
#include "core/service/registers/roster_sources.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tongban::service {

namespace {

constexpr std::array<std::string_view, 4> kColumns = {"code", "name", "field", "district"};
constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kLongestName = 200; ///< Characters.
constexpr std::int64_t kProgressStep = 10'000;

/// One line after the other; what is wrong with it goes into the report.
class RosterFile
{
public:
    RosterFile(const permit::Catalogue &catalogue, Date today, storage::RosterStore &roster,
               RosterReport &report)
        : m_catalogue(catalogue), m_today(today), m_roster(roster), m_report(report)
    {
    }

    Result<> take(const CsvRecord &record);

private:
    bool read(const CsvRecord &record, storage::RosterEntry &entry);
    bool readFields(std::string_view cell, storage::RosterEntry &entry) const;
    bool complain(const CsvRecord &record, std::string_view column, std::string_view reason);

    const permit::Catalogue &m_catalogue;
    Date m_today;
    storage::RosterStore &m_roster;
    RosterReport &m_report;
};

bool RosterFile::complain(const CsvRecord &record, std::string_view column, std::string_view reason)
{
    ++m_report.rejected;
    if (m_report.problems.size() < kMostProblems)
        m_report.problems.push_back(
            {static_cast<std::int64_t>(record.line), std::string(column), std::string(reason)});
    return false;
}

bool RosterFile::readFields(std::string_view cell, storage::RosterEntry &entry) const
{
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        const std::string_view field = trimmed(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
        if (m_catalogue.field(field) == nullptr)
            return false;
        entry.fields.emplace_back(field);
    }
    return true;
}

bool RosterFile::read(const CsvRecord &record, storage::RosterEntry &entry)
{
    if (record.problem != CsvProblem::None || record.fields.size() != kColumns.size())
        return complain(record, "", "unreadable");
    for (const std::string &cell : record.fields) {
        if (findInvalidUtf8(cell) || hasControlCharacters(cell))
            return complain(record, "", "unreadable");
    }
    entry.code = normalizedIdentifier(record.fields[0]);
    const auto kind = kindOfCode(entry.code, m_today);
    if (!kind)
        return complain(record, kColumns[0], "wrong_code");
    entry.kind = *kind;
    entry.name = trimmed(record.fields[1]);
    if (entry.name.empty())
        return complain(record, kColumns[1], "required");
    if (codePointCount(entry.name) > kLongestName)
        return complain(record, kColumns[1], "too_long");
    if (!readFields(record.fields[2], entry))
        return complain(record, kColumns[2], "unknown");
    const std::string_view district = trimmed(record.fields[3]);
    if (district.empty())
        return true;
    const auto end = district.data() + district.size();
    const auto number = std::from_chars(district.data(), end, entry.district);
    if (number.ec != std::errc() || number.ptr != end || !m_catalogue.knowsDistrict(entry.district))
        return complain(record, kColumns[3], "unknown");
    return true;
}

Result<> RosterFile::take(const CsvRecord &record)
{
    ++m_report.lines;
    storage::RosterEntry entry;
    if (!read(record, entry))
        return {};
    const Result<> added = m_roster.addImported(entry);
    if (!added && added.error().code == ErrorCode::Conflict) {
        complain(record, kColumns[0], "repeated");
        return {};
    }
    return added;
}

bool isHeader(const CsvRecord &record)
{
    return record.problem == CsvProblem::None
        && std::ranges::equal(record.fields, kColumns, [](const std::string &cell, std::string_view column) {
               return trimmed(cell) == column;
           });
}

} // namespace

Result<> readRosterFile(const std::filesystem::path &file, const permit::Catalogue &catalogue, Date today,
                        storage::RosterStore &roster, RosterReport &report, const Progress &progress)
{
    FileSource source = TRY(FileSource::open(file));
    CsvReader reader(source);
    CsvRecord record;
    if (!TRY(reader.next(record)) || !isHeader(record))
        return fail(ErrorCode::InvalidInput,
                    "the first line has to be \"code,name,field,district\"; nothing was changed");
    TRY(roster.beginImport());
    RosterFile lines(catalogue, today, roster, report);
    while (TRY(reader.next(record))) {
        TRY(lines.take(record));
        if (report.lines % kProgressStep != 0)
            continue;
        progress.say(report.lines, 0);
        if (progress.stopRequested())
            return fail(ErrorCode::Unavailable, "stopped; the roster stays as it was");
    }
    return {};
}

} // namespace tongban::service
