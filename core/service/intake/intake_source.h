// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/byte_source.h"
#include "core/service/intake/intake_chunk.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace tongban::service {

/// Cuts an intake file into chunks of lines, from a line on that an earlier run had reached. One thread.
class IntakeSource
{
public:
    /// InvalidInput names what is wrong with the header of a CSV file.
    static Result<std::unique_ptr<IntakeSource>> open(const std::filesystem::path &file,
                                                      std::int64_t linesDone);

    const std::vector<std::string> &csvHeader() const { return m_header; }
    std::int64_t fileBytes() const { return static_cast<std::int64_t>(m_file.size()); }

    /// Nothing at the end of the file.
    Result<std::optional<IntakeChunk>> next(int lines);

private:
    IntakeSource(FileSource file, std::int64_t linesDone) : m_file(std::move(file)), m_skip(linesDone) { }

    Result<> readHeader();
    Result<bool> nextLine(IntakeChunk &chunk);
    Result<bool> nextRecord(IntakeChunk &chunk);

    FileSource m_file;
    std::int64_t m_skip;
    std::vector<std::string> m_header;
    std::optional<LineReader> m_lines;
    std::optional<CsvReader> m_records;
    CsvRecord m_record;
};

} // namespace tongban::service
