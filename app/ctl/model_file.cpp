// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/model_file.h"

#include "app/ctl/finding_text.h"
#include "core/base/file.h"
#include "core/dmn/reader.h"

#include <algorithm>

namespace tongban::ctl {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestModel = std::uint64_t{64} << 20U;

/// The models beside the file that it imports, directly or through another one.
std::vector<dmn::Model> importsBeside(const fs::path &file, const dmn::Model &model)
{
    std::vector<dmn::Model> models;
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(fs::absolute(file).parent_path(), error)) {
        if (entry.path().extension() == ".dmn" && entry.path().filename() != file.filename())
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    for (const fs::path &path : paths) {
        const auto bytes = readFile(path, kLargestModel);
        auto read = bytes ? dmn::readModel(*bytes) : Result<dmn::Model>(tl::unexpected(bytes.error()));
        if (read)
            models.push_back(std::move(*read));
    }
    std::vector<dmn::Model> imports;
    std::vector<dmn::Import> wanted = model.imports;
    while (!wanted.empty()) {
        const std::string nameSpace = wanted.back().nameSpace;
        wanted.pop_back();
        const auto found = std::ranges::find(models, nameSpace, &dmn::Model::nameSpace);
        if (found == models.end())
            continue;
        wanted.insert(wanted.end(), found->imports.begin(), found->imports.end());
        imports.push_back(std::move(*found));
        models.erase(found);
    }
    return imports;
}

} // namespace

Result<ModelFile> compileModelFile(const fs::path &file, Language language)
{
    ModelFile result;
    result.bytes = TRY(readFile(file, kLargestModel));
    auto read = dmn::readModelOrFinding(result.bytes);
    if (!read)
        return fail(ErrorCode::InvalidInput, file.string() + ": " + findingText(read.error(), {}, language));
    std::vector<dmn::Model> imports;
    if (!read->imports.empty())
        imports = importsBeside(file, *read);
    result.model = dmn::CompiledModel::compile(std::move(*read), std::move(imports));
    return result;
}

} // namespace tongban::ctl
