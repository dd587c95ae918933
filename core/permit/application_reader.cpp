// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application_reader.h"

#include "core/base/text.h"
#include "core/permit/application_check.h"
#include "core/permit/application_forms.h"

namespace tongban::permit {

struct ApplicationReader::Buffers {
    std::string unescaped;
    RawApplication raw;
    CsvColumns columns;
};

namespace {

/// What is wrong with the bytes before anything is read; true when nothing is.
bool checkBytes(std::string_view bytes, std::string_view where, IntakeProblems &problems)
{
    const std::optional<Utf8Problem> fault = findInvalidUtf8(bytes);
    if (!fault)
        return true;
    problems.add(std::string(where), IntakeReason::NotUtf8,
                 looksLikeGb18030(bytes) ? "is not UTF-8 but looks like GB 18030: save the file as UTF-8"
                                         : "is not UTF-8 at byte " + std::to_string(fault->position));
    return false;
}

bool checkLength(std::size_t bytes, IntakeProblems &problems)
{
    if (bytes <= kLongestIntakeLine)
        return true;
    problems.add({}, IntakeReason::TooLong,
                 "is longer than " + std::to_string(kLongestIntakeLine) + " bytes");
    return false;
}

} // namespace

ApplicationReader::ApplicationReader() : m_buffers(std::make_unique<Buffers>()) { }
ApplicationReader::~ApplicationReader() = default;
ApplicationReader::ApplicationReader(ApplicationReader &&) noexcept = default;
ApplicationReader &ApplicationReader::operator=(ApplicationReader &&) noexcept = default;

ReadApplication ApplicationReader::readJsonLine(std::string_view line, const IntakeContext &context)
{
    IntakeProblems problems;
    ReadApplication read;
    if (checkLength(line.size(), problems) && checkBytes(line, {}, problems)
        && readJson(line, m_buffers->unescaped, m_buffers->raw, problems))
        read.application = checkApplication(m_buffers->raw, &context, problems);
    read.problems = problems.take();
    return read;
}

std::vector<IntakeProblem> ApplicationReader::setCsvHeader(std::span<const std::string> header)
{
    return m_buffers->columns.set(header);
}

ReadApplication ApplicationReader::readCsvRecord(std::span<const std::string> cells,
                                                 const IntakeContext &context)
{
    IntakeProblems problems;
    ReadApplication read;
    std::size_t bytes = 0;
    bool readable = true;
    for (const std::string &cell : cells) {
        bytes += cell.size();
        readable = readable && checkBytes(cell, {}, problems);
    }
    const std::size_t columns = m_buffers->columns.count();
    if (cells.size() != columns) {
        problems.add({}, IntakeReason::BadFormat,
                     "has " + std::to_string(cells.size()) + " cells, the header has "
                         + std::to_string(columns));
    } else if (readable && checkLength(bytes, problems)) {
        m_buffers->columns.read(cells, m_buffers->raw);
        read.application = checkApplication(m_buffers->raw, &context, problems);
    }
    read.problems = problems.take();
    return read;
}

Result<Application> ApplicationReader::readStored(std::string_view canonical)
{
    IntakeProblems problems;
    std::optional<Application> application;
    if (checkBytes(canonical, {}, problems)
        && readJson(canonical, m_buffers->unescaped, m_buffers->raw, problems))
        application = checkApplication(m_buffers->raw, nullptr, problems);
    if (!application) {
        const std::vector<IntakeProblem> found = problems.take();
        const std::string what =
            found.empty() ? "unreadable" : found.front().field + " " + found.front().detail;
        return fail(ErrorCode::Corrupted, "stored application: " + what);
    }
    return *std::move(application);
}

} // namespace tongban::permit
