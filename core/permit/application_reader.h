// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/permit/application.h"
#include "core/permit/catalogue.h"
#include "core/permit/intake_problem.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// What an intake file is read against.
struct IntakeContext {
    const Catalogue &catalogue;
    Timestamp now; ///< Nothing may have been received, and no past event have happened, after it.
};

/// An application, or everything that is wrong with the line.
struct ReadApplication {
    std::optional<Application> application; ///< Nothing when there are problems.
    std::vector<IntakeProblem> problems; ///< In order of the line; at most kMostIntakeProblems.
};

inline constexpr std::size_t kMostIntakeProblems = 50;
/// Bytes of one line or record; longer ones are refused unread.
inline constexpr std::size_t kLongestIntakeLine = 64 * 1024;

/// Reads applications from intake files, one line or record at a time: checks every part, tells every problem
/// at once and normalises what people type in several ways (full-width digits, small letters and separators
/// in identifiers, blanks around names). Strict about the published schema: what is not in it is a problem,
/// not ignored. Decides nothing about the case itself; a missing document is for the notice, not for this.
///
/// Keeps buffers between calls: one object a thread.
class ApplicationReader
{
public:
    ApplicationReader();
    ~ApplicationReader();
    ApplicationReader(ApplicationReader &&) noexcept;
    ApplicationReader &operator=(ApplicationReader &&) noexcept;

    /// One line of a JSON Lines file, without its line end.
    ReadApplication readJsonLine(std::string_view line, const IntakeContext &context);

    /// Fixes the columns of a CSV file from its header: the member names of the schema with dots between
    /// levels
    /// ("applicant.id", "field.vin", "material.1"). Columns may stand in any order. Returns the problems of
    /// the header; readCsvRecord() may be called only when there are none.
    std::vector<IntakeProblem> setCsvHeader(std::span<const std::string> header);

    /// One record of that file. An empty cell is an absent member.
    ReadApplication readCsvRecord(std::span<const std::string> cells, const IntakeContext &context);

    /// Reads back what appendCanonical() wrote, without checking it against a catalogue or a present.
    /// Corrupted when it is something else.
    Result<Application> readStored(std::string_view canonical);

private:
    struct Buffers;
    std::unique_ptr<Buffers> m_buffers;
};

} // namespace tongban::permit
