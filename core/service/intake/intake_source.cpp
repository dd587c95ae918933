// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/intake_source.h"

namespace tongban::service {

namespace {

std::string describe(const permit::IntakeProblem &problem)
{
    return (problem.field.empty() ? "header" : problem.field) + ": " + problem.detail;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

} // namespace

Result<std::unique_ptr<IntakeSource>> IntakeSource::open(const std::filesystem::path &file,
                                                         std::int64_t linesDone)
{
    std::unique_ptr<IntakeSource> source(new IntakeSource(TRY(FileSource::open(file)), linesDone));
    if (file.extension() == ".csv") {
        source->m_records.emplace(source->m_file, CsvLimits{',', permit::kLongestIntakeLine, 1024});
        TRY(source->readHeader());
    } else {
        source->m_lines.emplace(source->m_file, permit::kLongestIntakeLine);
    }
    return source;
}

Result<> IntakeSource::readHeader()
{
    const bool any = TRY(m_records->next(m_record));
    if (!any || m_record.problem != CsvProblem::None)
        return fail(ErrorCode::InvalidInput, "the CSV file has no readable header line");
    m_header = m_record.fields;
    permit::ApplicationReader reader;
    const auto problems = reader.setCsvHeader(m_header);
    if (!problems.empty())
        return fail(ErrorCode::InvalidInput, "the CSV header does not fit; " + describe(problems.front()));
    return {};
}

Result<bool> IntakeSource::nextLine(IntakeChunk &chunk)
{
    Line line;
    if (!TRY(m_lines->next(line)))
        return false;
    const auto number = static_cast<std::int64_t>(line.number);
    chunk.linesDone = number;
    chunk.bytesDone = static_cast<std::int64_t>(line.offset + line.size) + 1;
    if (number <= m_skip)
        return true;
    if (!line.tooLong && isBlank(line.text)) {
        ++chunk.blank;
        return true;
    }
    IntakeLine taken{number, std::string(line.text), {}, {}};
    if (line.tooLong)
        taken.problems.push_back({{},
                                  permit::IntakeReason::TooLong,
                                  "the line has " + std::to_string(line.size)
                                      + " bytes; the longest allowed has "
                                      + std::to_string(permit::kLongestIntakeLine)});
    chunk.lines.push_back(std::move(taken));
    return true;
}

Result<bool> IntakeSource::nextRecord(IntakeChunk &chunk)
{
    if (!TRY(m_records->next(m_record)))
        return false;
    const auto number = static_cast<std::int64_t>(m_record.line);
    chunk.linesDone = number;
    if (number <= m_skip)
        return true;
    IntakeLine taken{number, {}, m_record.fields, {}};
    if (m_record.problem != CsvProblem::None)
        taken.problems.push_back(
            {{},
             permit::IntakeReason::BadFormat,
             "column " + std::to_string(m_record.column) + ": " + std::string(name(m_record.problem))});
    chunk.lines.push_back(std::move(taken));
    return true;
}

Result<std::optional<IntakeChunk>> IntakeSource::next(int lines)
{
    IntakeChunk chunk;
    chunk.lines.reserve(static_cast<std::size_t>(lines));
    bool any = false;
    while (chunk.lines.size() < static_cast<std::size_t>(lines)) {
        if (!TRY(m_lines ? nextLine(chunk) : nextRecord(chunk)))
            break;
        any = any || chunk.linesDone > m_skip;
    }
    if (!any)
        return std::optional<IntakeChunk>();
    return std::optional(std::move(chunk));
}

} // namespace tongban::service
