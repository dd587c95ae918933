// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/cases.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tongban::service {

enum class ExportFormat { Csv, Xlsx };

struct ExportPlan {
    std::filesystem::path file;
    ExportFormat format = ExportFormat::Xlsx;
    CaseQuery query; ///< The whole filtered list, not what a screen has loaded.
    approval::Language language = approval::Language::Chinese;
};

/// Writes a list into a file, a piece at a time, so that whoever shares the workspace works on in between.
/// Codes stay text; every row carries a seal in a hidden last column, by which a file that comes back damaged
/// is refused (B18). Going away before finish() leaves no file behind. On the thread of the workspace.
class CaseExport
{
public:
    /// Denied, Unavailable: the file cannot be written there. InvalidInput: more rows than an XLSX sheet has.
    static Result<std::shared_ptr<CaseExport>> begin(Workspace &workspace, ExportPlan plan);
    ~CaseExport();

    CaseExport(const CaseExport &) = delete;
    CaseExport &operator=(const CaseExport &) = delete;

    /// Writes the next piece; true when there is more.
    Result<bool> step(Workspace &workspace);
    /// Puts the file in its place.
    Result<> finish();

    std::int64_t done() const { return m_done; }
    std::int64_t total() const { return m_total; } ///< When the export began.

private:
    struct Parts;

    explicit CaseExport(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
    std::int64_t m_done = 0;
    std::int64_t m_total = 0;
};

/// A row of a sheet that came back and is not as it was written.
struct ReturnedRow {
    std::int64_t row = 0; ///< As the spreadsheet counts.
    std::string serial;
    std::string problem; ///< "code_rounded", "changed", "seal_missing", "unknown_case", "code_differs".
    std::string column; ///< The title, where one column is at fault.
    std::string stored; ///< What the store holds there.
};

struct ReturnedSheet {
    std::int64_t rows = 0;
    std::vector<ReturnedRow> problems;

    bool isAccepted() const { return problems.empty(); }
};

/// Looks at an exported file that comes back: every row has to carry its seal, and its codes have to be those
/// of the store. With any problem the whole file is refused; the list says which rows.
Result<ReturnedSheet> checkReturnedSheet(Workspace &workspace, const std::filesystem::path &file);

} // namespace tongban::service
