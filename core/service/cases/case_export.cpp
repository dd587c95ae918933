// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/case_export.h"

#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/sheet/row_seal.h"
#include "core/sheet/sheet_reader.h"
#include "core/sheet/sheet_writer.h"

#include <array>

namespace tongban::service {

namespace {

constexpr int kRowsAPiece = 2000; ///< Some twenty milliseconds.
constexpr std::size_t kIdColumn = 4;

struct Title {
    const char *zh;
    const char *en;
};

constexpr std::array kTitles{Title{"受理号", "Case number"}, Title{"事项编码", "Item code"},
                             Title{"事项", "Item"},          Title{"申请人", "Applicant"},
                             Title{"证件号码", "Identity"},  Title{"区划代码", "District"},
                             Title{"渠道", "Channel"},       Title{"收件时间", "Received"},
                             Title{"状态", "State"},         Title{"期限", "Due"},
                             Title{"结果", "Outcome"},       Title{"转人工原因", "Why not automatic"},
                             Title{"认领人", "In work"},     Title{"校验(勿改)", "Seal (do not change)"}};

std::string minute(Timestamp at)
{
    return isoTimestamp(at).substr(0, 16);
}

std::vector<std::string> cellsOf(const Workspace &workspace, const CaseLine &line,
                                 approval::Language language)
{
    const bool isChinese = language == approval::Language::Chinese;
    std::string state = line.state;
    if (const auto known = permit::parseState(line.state)) {
        const permit::Title &title = workspace.resources().workflow->title(*known);
        state = isChinese ? title.zh : title.en;
    }
    std::vector<std::string> cells{line.serial,
                                   line.item,
                                   isChinese ? line.itemNameZh : line.itemNameEn,
                                   line.applicantName,
                                   line.applicantId,
                                   std::to_string(line.district),
                                   line.channel,
                                   minute(line.receivedAt),
                                   std::move(state),
                                   line.due ? isoDate(*line.due) : std::string(),
                                   line.outcome,
                                   line.reason,
                                   line.holderName};
    cells.push_back(sheet::sealOf(cells));
    return cells;
}

std::string_view name(sheet::SealProblem problem)
{
    switch (problem) {
    case sheet::SealProblem::CodeRounded: return "code_rounded";
    case sheet::SealProblem::Changed: return "changed";
    case sheet::SealProblem::SealMissing: return "seal_missing";
    }
    return {};
}

/// What the store says against a row whose seal is whole, or about a row that is not.
Result<> compare(storage::Store &store, const std::vector<std::string> &row, ReturnedRow &found)
{
    const auto stored = findCase(store, found.serial);
    if (!stored && stored.error().code != ErrorCode::NotFound
        && stored.error().code != ErrorCode::InvalidInput)
        return Failure(stored.error());
    if (!stored) {
        if (found.problem.empty())
            found.problem = "unknown_case";
        return {};
    }
    if (row.size() <= kIdColumn || row[kIdColumn] == stored->record.applicantId)
        return {};
    found.stored = stored->record.applicantId;
    if (found.column.empty())
        found.column = kTitles[kIdColumn].zh;
    if (found.problem.empty())
        found.problem = "code_differs";
    return {};
}

} // namespace

struct CaseExport::Parts {
    ExportPlan plan;
    std::unique_ptr<sheet::SheetWriter> writer;
    std::optional<CasePlace> after;
    bool hasEnded = false;
};

CaseExport::CaseExport(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

CaseExport::~CaseExport() = default;

Result<std::shared_ptr<CaseExport>> CaseExport::begin(Workspace &workspace, ExportPlan plan)
{
    auto parts = std::make_unique<Parts>();
    plan.query.limit = kRowsAPiece;
    const std::int64_t total = TRY(countCases(workspace, plan.query));
    const bool isXlsx = plan.format == ExportFormat::Xlsx;
    if (isXlsx && total >= sheet::kMostXlsxRows)
        return fail(ErrorCode::InvalidInput, "an XLSX sheet holds 1048575 cases; write CSV instead");
    parts->writer = TRY(sheet::createSheet(plan.file, isXlsx ? sheet::Format::Xlsx : sheet::Format::Csv));
    std::vector<std::string> titles;
    for (const Title &title : kTitles)
        titles.emplace_back(plan.language == approval::Language::Chinese ? title.zh : title.en);
    TRY(parts->writer->add(titles));
    parts->plan = std::move(plan);
    std::shared_ptr<CaseExport> started(new CaseExport(std::move(parts)));
    started->m_total = total;
    return started;
}

Result<bool> CaseExport::step(Workspace &workspace)
{
    if (m_parts->hasEnded)
        return false;
    const CaseListPage page = TRY(caseListPage(workspace, m_parts->plan.query, m_parts->after));
    for (const CaseLine &line : page.lines)
        TRY(m_parts->writer->add(cellsOf(workspace, line, m_parts->plan.language)));
    m_done += static_cast<std::int64_t>(page.lines.size());
    m_parts->after = page.next;
    m_parts->hasEnded = !page.next;
    return !m_parts->hasEnded;
}

Result<> CaseExport::finish()
{
    return m_parts->writer->finish();
}

Result<ReturnedSheet> checkReturnedSheet(Workspace &workspace, const std::filesystem::path &file)
{
    const std::vector<std::vector<std::string>> rows = TRY(sheet::readSheet(file));
    sheet::SealReport seals = sheet::checkSeals(rows);
    ReturnedSheet returned;
    returned.rows = seals.rows;
    storage::Store &store = *workspace.parts().store;
    auto damaged = seals.problems.begin();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ReturnedRow found;
        found.row = static_cast<std::int64_t>(i) + 1;
        found.serial = rows[i].empty() ? std::string() : rows[i].front();
        const bool isDamaged = damaged != seals.problems.end() && damaged->row == found.row;
        if (isDamaged) {
            found.problem = name(damaged->problem);
            found.column = damaged->column;
            ++damaged;
        }
        if (!found.serial.empty())
            TRY(compare(store, rows[i], found));
        if (!found.problem.empty())
            returned.problems.push_back(std::move(found));
    }
    return returned;
}

} // namespace tongban::service
