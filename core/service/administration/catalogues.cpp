// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/administration/catalogues.h"

#include "core/base/byte_source.h"
#include "core/base/csv.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/audit/office_note.h"
#include "core/service/workspace/worker_lock.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <tuple>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

using permit::TableProblem;

/// Complains about rows whose last columns name what nobody has. The texts are sound tables by now.
class ReferenceCheck
{
public:
    ReferenceCheck(const Resources &resources, std::vector<TableProblem> &problems)
        : m_resources(resources), m_problems(problems)
    {
    }

    Result<> run(const permit::CatalogueTexts &texts)
    {
        TRY(eachRow("items.csv", texts.items, "rule_set", [this](const std::string &code) {
            return hasRuleSet(code) ? std::string() : "there is no published rule set of this name";
        }));
        return eachRow("materials.csv", texts.materials, "evidence", [this](const std::string &record) {
            return hasRecord(record) ? std::string() : "the register dictionary has no such record";
        });
    }

private:
    template <typename Judge>
    Result<> eachRow(std::string_view file, std::string_view text, std::string_view column,
                     const Judge &judge)
    {
        TextSource source(text);
        CsvReader reader(source);
        CsvRecord record;
        TRY(reader.next(record));
        const auto at = static_cast<std::size_t>(
            std::ranges::find(record.fields, column, [](const std::string &cell) { return trimmed(cell); })
            - record.fields.begin());
        while (TRY(reader.next(record))) {
            const std::string cell(trimmed(record.fields[at]));
            if (cell.empty())
                continue;
            if (std::string reason = judge(cell); !reason.empty())
                m_problems.push_back({std::string(file), static_cast<int>(record.line), std::string(column),
                                      std::move(reason)});
        }
        return {};
    }

    bool hasRuleSet(const std::string &code) const
    {
        return std::ranges::any_of(m_resources.ruleSets->all(), [&](const approval::RuleSetPtr &ruleSet) {
            return ruleSet->code() == code
                && ruleSet->manifest().status == approval::PublicationStatus::Published;
        });
    }

    bool hasRecord(const std::string &name) const
    {
        const std::size_t dot = name.find('.');
        return dot != std::string::npos
            && m_resources.dictionary.record(std::string_view(name).substr(0, dot),
                                             std::string_view(name).substr(dot + 1))
            != nullptr;
    }

    const Resources &m_resources;
    std::vector<TableProblem> &m_problems;
};

Result<CatalogueReview> review(const fs::path &folder, const Resources &resources)
{
    CatalogueReview out;
    out.texts = TRY(readCatalogueTexts(folder));
    permit::CatalogueLoad load = permit::loadCatalogue(out.texts);
    out.catalogue = std::move(load.catalogue);
    out.problems = std::move(load.problems);
    if (out.catalogue)
        TRY(ReferenceCheck(resources, out.problems).run(out.texts));
    if (!out.problems.empty())
        out.catalogue = nullptr;
    return out;
}

/// The texts that are to be stored and what is different in them.
struct Prepared {
    CatalogueImport report;
    permit::CatalogueTexts texts;
};

void take(Prepared &prepared, permit::CatalogueTexts texts)
{
    permit::CatalogueLoad load = permit::loadCatalogue(texts);
    prepared.report.problems = std::move(load.problems);
    if (!load.catalogue)
        return;
    prepared.report.digest = load.catalogue->digest().hex();
    prepared.texts = std::move(texts);
}

Prepared prepare(const permit::Catalogue &current, CatalogueReview review,
                 const CatalogueImportOptions &options)
{
    Prepared prepared;
    if (!review.catalogue) {
        prepared.report.problems = std::move(review.problems);
        return prepared;
    }
    if (options.replace) {
        take(prepared, std::move(review.texts));
        return prepared;
    }
    permit::CatalogueMerge merge = permit::mergeCatalogues(current, *review.catalogue, options.from);
    for (const std::string &code : merge.missing)
        prepared.report.problems.push_back(
            {"items.csv", 0, "code",
             "item " + code
                 + " takes cases on that day and is not in the file: list it, or end it with its status and "
                   "document"});
    if (!prepared.report.problems.empty())
        return prepared;
    prepared.report.changes = std::move(merge.changes);
    prepared.report.unchanged = merge.unchanged;
    take(prepared, permit::catalogueTexts(merge.rows));
    return prepared;
}

Result<> checkDay(Workspace &workspace, const CatalogueImportOptions &options)
{
    const std::int64_t cases = TRY(workspace.parts().store->cases().count());
    if (cases == 0)
        return {};
    if (options.replace)
        return fail(
            ErrorCode::Conflict,
            "there are cases already, and they refer to the catalogue they came in under: import from "
            "a day on, without replacing");
    const Date today = officialDate(workspace.clock().now());
    if (options.from <= today)
        return fail(ErrorCode::InvalidInput,
                    "cases came in under the catalogue in force; another one begins at the earliest on "
                        + isoDate(today + std::chrono::days(1)));
    return {};
}

} // namespace

Result<CatalogueReview> reviewCatalogue(const fs::path &folder, const fs::path &resources)
{
    const auto loaded = TRY(Resources::load(resources));
    return review(folder, *loaded);
}

Result<CatalogueImport> importCatalogue(Workspace &workspace, const CatalogueImportOptions &options)
{
    TRY(checkDay(workspace, options));
    Prepared prepared =
        prepare(workspace.catalogue(), TRY(review(options.folder, workspace.resources())), options);
    if (options.dryRun || !prepared.report.problems.empty())
        return prepared.report;
    const auto lock = TRY(lockForWorker(workspace.folder()));
    const Digest digest = TRY(Digest::parse(prepared.report.digest));
    const std::string note = "from " + isoDate(options.from)
        + (options.document.empty() ? std::string() : ", by " + options.document);
    storage::CatalogueSnapshot snapshot{digest, TRY(workspace.stamp()), note, {}};
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        snapshot.texts.push_back({std::string(file.name), prepared.texts.*(file.text)});
    auto transaction = TRY(workspace.parts().store->begin());
    TRY(workspace.parts().store->models().putCatalogue(snapshot));
    TRY(noteOfficeChange(workspace, OfficeChangeKind::CatalogueImported, options.by, {},
                         {{"from", {}, isoDate(options.from)},
                          {"document", {}, options.document},
                          {"digest", workspace.catalogue().digest().hex(), prepared.report.digest}}));
    TRY(transaction.commit());
    prepared.report.stored = true;
    return prepared.report;
}

Result<std::size_t> exportCatalogue(Workspace &workspace, const fs::path &folder, bool spreadsheetMark)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return Failure(fileError(failed.value(), "make the folder", folder));
    const auto snapshot = TRY(workspace.parts().store->models().currentCatalogue());
    if (!snapshot)
        return fail(ErrorCode::Corrupted, "the store holds no catalogue");
    for (const storage::NamedText &stored : snapshot->texts) {
        const bool marked = detectBom(stored.text) == Bom::Utf8;
        TRY(replaceFile(folder / stored.name,
                        (spreadsheetMark && !marked ? "\xEF\xBB\xBF" : "") + stored.text));
    }
    return snapshot->texts.size();
}

} // namespace tongban::service
