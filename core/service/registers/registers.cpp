// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/registers/registers.h"

#include "core/base/file.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/register_import.h"

namespace tongban::service {

namespace {

constexpr std::size_t kMostFindings = 1000;

Result<storage::RegisterDictionary> dictionaryOf(const Workspace &workspace)
{
    const auto file = workspace.resources().folder / "registers" / "dictionary.json";
    return storage::RegisterDictionary::parse(TRY(readFile(file, 1 << 20)));
}

} // namespace

Result<RegisterReport> importRegister(Workspace &workspace, const std::filesystem::path &file,
                                      std::optional<Date> asOf, const Progress &progress,
                                      DoubtfulRegister doubtful)
{
    const auto dictionary = TRY(dictionaryOf(workspace));
    const auto store = TRY(workspace.parts().openRegisters(storage::RegisterStore::writingOptions()));
    RegisterReport report;
    storage::RegisterImportOptions options;
    options.asOf = asOf;
    options.now = TRY(workspace.stamp());
    options.doubtful =
        doubtful == DoubtfulRegister::Accept ? storage::DoubtfulFile::Accept : storage::DoubtfulFile::Refuse;
    options.onProblem = [&](const storage::RegisterProblem &problem) {
        if (report.findings.size() < kMostFindings)
            report.findings.push_back(
                {problem.line, problem.field, std::string(name(problem.fault)), problem.detail});
    };
    options.progress = [&](std::int64_t bytes, std::int64_t total) {
        progress.say(bytes, total);
    };
    options.stopRequested = [&] {
        return progress.stopRequested();
    };
    const auto imported = TRY(storage::importRegisterFile(*store, dictionary, file, options));
    report.source = imported.version.source;
    report.record = imported.version.record;
    report.asOf = imported.version.asOf;
    report.read = imported.read;
    report.rows = imported.version.rows;
    report.rejected = imported.version.rejected;
    report.contradictoryKeys = imported.version.contradictoryKeys;
    report.wasCurrent = imported.wasCurrent;
    return report;
}

Result<std::vector<RegisterLine>> registersInForce(Workspace &workspace)
{
    const auto store = TRY(workspace.parts().openRegisters(storage::RegisterStore::readingOptions()));
    std::vector<RegisterLine> lines;
    for (const auto &version : TRY(store->versions()))
        lines.push_back({version.source, version.record, version.asOf, version.importedAt, version.rows,
                         version.contradictoryKeys});
    return lines;
}

Result<std::optional<std::pair<std::string, Date>>>
registerRecord(Workspace &workspace, std::string_view source, std::string_view record, std::string_view key)
{
    const auto store = TRY(workspace.parts().openRegisters(storage::RegisterStore::readingOptions()));
    storage::RegisterAnswer answer;
    TRY(store->find(source, record, key, answer));
    switch (answer.status) {
    case storage::RegisterStatus::Found: return std::optional(std::pair(answer.body, answer.asOf));
    case storage::RegisterStatus::NoRecord: return std::optional<std::pair<std::string, Date>>();
    case storage::RegisterStatus::Contradictory:
        return fail(ErrorCode::Conflict, "the register holds two different records for this key");
    case storage::RegisterStatus::Unreadable:
        return fail(ErrorCode::Unavailable, "the record could not be read when the register was imported");
    case storage::RegisterStatus::NotImported: break;
    }
    return fail(ErrorCode::NotFound, "this register was not imported");
}

} // namespace tongban::service
