// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_set_library.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

namespace tongban::approval {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestManifest = 1024 * 1024;
constexpr std::size_t kLargestModel = 16 * 1024 * 1024;

/// What `iterator` walks over, in the order of names, so that loading does not depend on the file system.
Result<std::vector<fs::path>> sortedEntries(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> entries;
    fs::directory_iterator iterator(folder, error);
    for (; !error && iterator != fs::directory_iterator(); iterator.increment(error))
        entries.push_back(iterator->path());
    if (error)
        return Failure(fileError(error.value(), "read", folder));
    std::sort(entries.begin(), entries.end());
    return entries;
}

/// Reads a manifest and the model beside it that it names.
Result<RuleSetText> readText(const fs::path &manifest)
{
    RuleSetText text;
    text.file = manifest.parent_path().filename().string() + "/" + manifest.filename().string();
    text.manifest = TRY(readFile(manifest, kLargestManifest));
    const nlohmann::json document = TRY(parseJson(text.manifest));
    const auto name = document.is_object() ? document.find("model") : document.end();
    if (!document.is_object() || name == document.end() || !name->is_string())
        return fail(ErrorCode::InvalidInput, "the manifest names no model");
    const fs::path file = name->get<std::string>();
    if (file.has_parent_path() || file.empty())
        return fail(ErrorCode::InvalidInput, "the model has to stand beside its manifest");
    text.model = TRY(readFile(manifest.parent_path() / file, kLargestModel));
    return text;
}

} // namespace

Result<RuleSetLibrary::Loading> RuleSetLibrary::loadFolder(const fs::path &folder,
                                                           const EvidenceDictionary &dictionary)
{
    std::vector<RuleSetText> texts;
    std::vector<RuleSetProblem> unreadable;
    for (const fs::path &ruleSet : TRY(sortedEntries(folder))) {
        std::error_code ignored;
        if (!fs::is_directory(ruleSet, ignored))
            continue;
        for (const fs::path &file : TRY(sortedEntries(ruleSet))) {
            if (file.extension() != ".json")
                continue;
            auto text = readText(file);
            if (text)
                texts.push_back(*std::move(text));
            else
                unreadable.push_back(RuleSetProblem{file.string(), "", text.error().detail});
        }
    }
    Loading loading = load(texts, dictionary);
    loading.problems.insert(loading.problems.begin(), unreadable.begin(), unreadable.end());
    return loading;
}

RuleSetLibrary::Loading RuleSetLibrary::load(std::span<const RuleSetText> texts,
                                             const EvidenceDictionary &dictionary)
{
    Loading loading;
    for (const RuleSetText &text : texts) {
        const RuleSetPtr ruleSet = RuleSet::create(text, dictionary, loading.problems);
        if (!ruleSet || loading.library.byDigests(ruleSet->modelDigest(), ruleSet->manifestDigest()))
            continue;
        if (loading.library.version(ruleSet->code(), ruleSet->version())) {
            loading.problems.push_back(
                RuleSetProblem{text.file, "/version",
                               "This version of " + ruleSet->code()
                                   + " is there already with other contents; a published "
                                     "version does not change."});
            continue;
        }
        loading.library.add(ruleSet);
    }
    return loading;
}

RuleSetLibrary RuleSetLibrary::with(const RuleSetLibrary &other) const
{
    RuleSetLibrary both = *this;
    for (const RuleSetPtr &ruleSet : other.m_all) {
        if (!both.byDigests(ruleSet->modelDigest(), ruleSet->manifestDigest()))
            both.add(ruleSet);
    }
    return both;
}

void RuleSetLibrary::add(RuleSetPtr ruleSet)
{
    m_byDigests.emplace(std::pair(ruleSet->modelDigest(), ruleSet->manifestDigest()), ruleSet);
    const auto before = [](const RuleSetPtr &a, const RuleSetPtr &b) {
        return std::pair(std::string_view(a->code()), a->version())
            < std::pair(std::string_view(b->code()), b->version());
    };
    m_all.insert(std::upper_bound(m_all.begin(), m_all.end(), ruleSet, before), ruleSet);
}

RuleSetPtr RuleSetLibrary::inForce(std::string_view code, Date day) const
{
    RuleSetPtr found;
    for (const RuleSetPtr &ruleSet : m_all) {
        const Manifest &manifest = ruleSet->manifest();
        if (manifest.code != code || !manifest.inForce(day))
            continue;
        if (!found || found->manifest().effectiveFrom <= manifest.effectiveFrom)
            found = ruleSet;
    }
    return found;
}

RuleSetPtr RuleSetLibrary::version(std::string_view code, int version) const
{
    for (const RuleSetPtr &ruleSet : m_all) {
        if (ruleSet->version() == version && ruleSet->code() == code)
            return ruleSet;
    }
    return nullptr;
}

RuleSetPtr RuleSetLibrary::pinned(std::string_view code, std::string_view modelDigest) const
{
    RuleSetPtr latest;
    for (const RuleSetPtr &ruleSet : m_all) {
        if (ruleSet->code() == code && ruleSet->modelDigest().hex() == modelDigest)
            latest = ruleSet;
    }
    return latest;
}

RuleSetPtr RuleSetLibrary::byDigests(const Digest &model, const Digest &manifest) const
{
    const auto place = m_byDigests.find(std::pair(model, manifest));
    return place == m_byDigests.end() ? nullptr : place->second;
}

std::size_t automaticItemCount(const permit::Catalogue &catalogue, const RuleSetLibrary &library, Date day)
{
    std::size_t count = 0;
    for (const permit::Item &item : catalogue.items()) {
        const bool isActive = item.isInForce(day) && !permit::refusesNewCases(item, day);
        if (isActive && item.isAutomatic() && library.inForce(item.ruleSet, day))
            ++count;
    }
    return count;
}

} // namespace tongban::approval
