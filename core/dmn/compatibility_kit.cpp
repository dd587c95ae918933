// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/compatibility_kit.h"

#include "core/base/file.h"
#include "core/dmn/kit_case.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace tongban::dmn {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = 32u * 1024u * 1024u;

std::vector<fs::path> filesOf(const fs::path &folder, std::string_view suffix)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_regular_file(error) && entry->path().extension() == suffix)
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

Result<Model> readModelFile(const fs::path &path)
{
    const std::string bytes = TRY(readFile(path, kLargestFile));
    return readModel(bytes);
}

/// Functions whose results the standard does not fix to the last digit.
bool isNearlyExact(std::string_view modelText)
{
    for (const std::string_view word : {"exp(", "log(", "sqrt(", "stddev(", "**", "cos("}) {
        if (modelText.find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

/// A test file's model, ready to run.
struct KitModel {
    std::shared_ptr<const CompiledModel> model;
    KitPrecision precision = KitPrecision::Exact;
};

Result<KitModel> compileFor(const KitFile &file, const fs::path &folder)
{
    const std::vector<fs::path> models = filesOf(folder, ".dmn");
    fs::path path = folder / file.modelName;
    // A folder with one model needs no name.
    std::error_code error;
    if (!fs::is_regular_file(path, error) && models.size() == 1)
        path = models.front();
    const std::string bytes = TRY(readFile(path, kLargestFile));
    Model main = TRY(readModel(bytes));
    std::vector<Model> imports;
    for (const fs::path &other : models) {
        if (main.imports.empty() || other.filename() == path.filename())
            continue;
        // Another model of the folder may be broken on purpose.
        if (auto import = readModelFile(other))
            imports.push_back(std::move(*import));
    }
    KitModel compiled;
    compiled.model = CompiledModel::compile(std::move(main), std::move(imports), {}, kitHostFunctions());
    if (isNearlyExact(bytes))
        compiled.precision = KitPrecision::Near;
    return compiled;
}

void failAll(const KitFile &file, const std::string &name, const std::string &why, KitFolder &folder)
{
    for (const KitCase &one : file.cases) {
        KitOutcome outcome;
        outcome.testFile = name;
        outcome.id = one.id;
        outcome.isNonNull =
            std::ranges::any_of(one.results, [](const auto &result) { return !result.value.isNull(); });
        outcome.errorsExpected =
            static_cast<int>(std::ranges::count_if(one.results, &KitCase::Expected::isError));
        outcome.detail = why;
        folder.outcomes.push_back(std::move(outcome));
    }
}

void runFile(const KitFile &file, const std::string &name, const fs::path &path, KitFolder &folder)
{
    const auto compiled = compileFor(file, path);
    if (!compiled)
        return failAll(file, name, "the model cannot be read: " + compiled.error().detail, folder);
    Evaluator evaluator(compiled->model);
    evaluator.setNow(feel::DateTime::parse("2026-03-17T09:30:00Z").value_or(feel::DateTime()));
    for (const KitCase &one : file.cases) {
        folder.outcomes.push_back(runKitCase(one, evaluator, compiled->precision));
        folder.outcomes.back().testFile = name;
    }
}

} // namespace

std::size_t KitFolder::passed() const
{
    return static_cast<std::size_t>(std::ranges::count_if(outcomes, &KitOutcome::isPassed));
}

std::vector<fs::path> findKitFolders(const fs::path &root)
{
    std::vector<fs::path> folders;
    const auto look = [&folders](const fs::path &folder) {
        if (!filesOf(folder, ".xml").empty())
            folders.push_back(folder);
    };
    look(root);
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(root, options, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored))
            look(entry->path());
    }
    std::ranges::sort(folders);
    return folders;
}

KitFolder runKitFolder(const fs::path &folder)
{
    KitFolder result;
    const fs::path whole = fs::absolute(folder).lexically_normal();
    result.path = (whole.parent_path().filename() / whole.filename()).generic_string();
    for (const fs::path &path : filesOf(folder, ".xml")) {
        const std::string name = path.filename().string();
        const auto bytes = readFile(path, kLargestFile);
        const auto file = bytes ? readKitFile(*bytes) : Result<KitFile>(tl::unexpected(bytes.error()));
        if (file)
            runFile(*file, name, folder, result);
        else if (file.error().code != ErrorCode::NotFound)
            result.problems.push_back(name + ": " + file.error().detail);
    }
    return result;
}

std::vector<KitFolder> runKitFolders(const std::vector<fs::path> &folders, unsigned threads)
{
    std::vector<KitFolder> results(folders.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < folders.size(); i = next++)
            results[i] = runKitFolder(folders[i]);
    };
    std::vector<std::jthread> pool;
    for (unsigned i = 1; i < std::max(threads, 1u); ++i)
        pool.emplace_back(work);
    work();
    pool.clear();
    return results;
}

KitScore scoreOf(const std::vector<KitFolder> &folders)
{
    KitScore score;
    double sum = 0;
    for (const KitFolder &folder : folders) {
        if (folder.outcomes.empty())
            continue;
        ++score.folders;
        sum += static_cast<double>(folder.passed()) / static_cast<double>(folder.outcomes.size());
        score.total += folder.outcomes.size();
        score.passed += folder.passed();
        for (const KitOutcome &outcome : folder.outcomes) {
            score.nonNullTotal += outcome.isNonNull ? 1 : 0;
            score.nonNullPassed += outcome.isNonNull && outcome.isPassed ? 1 : 0;
            score.errorsExpected += static_cast<std::size_t>(outcome.errorsExpected);
            score.errorsFlagged += static_cast<std::size_t>(outcome.errorsFlagged);
        }
    }
    score.folderMean = score.folders == 0 ? 0 : sum / static_cast<double>(score.folders);
    return score;
}

std::string kitCsv(const std::vector<KitFolder> &folders)
{
    std::string text;
    const auto field = [&text](std::string_view value, char end) {
        text += '"';
        for (const char c : value) {
            if (c == '"')
                text += '"';
            text += c == '\n' || c == '\r' ? ' ' : c;
        }
        text += '"';
        text += end;
    };
    for (const KitFolder &folder : folders) {
        for (const KitOutcome &outcome : folder.outcomes) {
            field(folder.path, ',');
            field(fs::path(outcome.testFile).stem().string(), ',');
            field(outcome.id, ',');
            field(outcome.isPassed ? "SUCCESS" : "ERROR", ',');
            field(outcome.isPassed ? std::string_view() : std::string_view(outcome.detail), '\n');
        }
    }
    return text;
}

} // namespace tongban::dmn
