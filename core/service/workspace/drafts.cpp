// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/drafts.h"

#include "core/base/canonical_json.h"
#include "core/base/digest.h"
#include "core/base/file.h"
#include "core/vault/field_cipher.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
constexpr std::string_view kSealedMark = "TONGBAN-DRAFT-1\n"; // before the bytes of a sealed draft
constexpr std::string_view kDomain = "draft";
constexpr std::string_view kFolder = "drafts";

struct Kept {
    DraftKey key;
    std::string text;
};

/// By digest: accounts and case numbers may hold what a file name may not.
fs::path draftFile(const Workspace &workspace, const DraftKey &key)
{
    constexpr std::size_t kNameLength = 32;
    const std::string digest = sha256(key.account + '\n' + key.form + '\n' + key.subject).hex();
    return workspace.folder() / kFolder / (digest.substr(0, kNameLength) + ".json");
}

/// Text from a clipboard may be broken; the draft is kept all the same.
std::string written(const Kept &kept)
{
    const nlohmann::json document{{"version", 1},
                                  {"account", kept.key.account},
                                  {"form", kept.key.form},
                                  {"subject", kept.key.subject},
                                  {"text", kept.text}};
    return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<std::string> sealedIfKeyed(const vault::DataKey &key, std::string text)
{
    if (!key)
        return text;
    std::string sealed;
    TRY(vault::FieldCipher(*key).seal(kDomain, text, sealed));
    return std::string(kSealedMark) + sealed;
}

/// A draft of before the vault was made is plain until it is kept again.
Result<std::string> openedIfSealed(const vault::DataKey &key, std::string text)
{
    if (!text.starts_with(kSealedMark))
        return text;
    if (!key)
        return fail(ErrorCode::InvalidInput, "the draft is sealed with the key of another workspace");
    std::string opened;
    TRY(vault::FieldCipher(*key).open(kDomain, std::string_view(text).substr(kSealedMark.size()), opened));
    return opened;
}

Result<Kept> readKept(const Workspace &workspace, const fs::path &file)
{
    const std::string text = TRY(openedIfSealed(workspace.key(), TRY(readFile(file, kMostBytes))));
    const auto document = TRY(parseJson(text));
    const auto textOf = [&](const char *member) {
        const auto found = document.find(member);
        return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!document.is_object() || document.value("version", nlohmann::json()) != 1)
        return fail(ErrorCode::InvalidInput, "this is no draft: " + file.filename().string());
    return Kept{{textOf("account"), textOf("form"), textOf("subject")}, textOf("text")};
}

} // namespace

Result<> keepDraft(Workspace &workspace, const DraftKey &key, std::string_view text)
{
    const fs::path folder = workspace.folder() / kFolder;
    std::error_code failed;
    fs::create_directories(folder, failed);
    // One person's papers: nobody else on the machine reads them.
    fs::permissions(folder, fs::perms::owner_all, failed);
    return replaceFile(draftFile(workspace, key),
                       TRY(sealedIfKeyed(workspace.key(), written({key, std::string(text)}))));
}

Result<std::optional<std::string>> readDraft(Workspace &workspace, const DraftKey &key)
{
    auto kept = readKept(workspace, draftFile(workspace, key));
    if (!kept && kept.error().code == ErrorCode::NotFound)
        return std::optional<std::string>();
    if (!kept)
        return Failure(std::move(kept).error());
    if (kept->key != key)
        return fail(ErrorCode::InvalidInput, "the draft belongs to another form");
    return std::optional<std::string>(std::move(kept->text));
}

Result<> dropDraft(Workspace &workspace, const DraftKey &key)
{
    std::error_code failed;
    const fs::path file = draftFile(workspace, key);
    fs::remove(file, failed);
    if (failed)
        return Failure(fileError(failed.value(), "remove", file));
    return {};
}

Result<std::vector<DraftKey>> draftsOf(Workspace &workspace, std::string_view account)
{
    std::vector<std::pair<fs::file_time_type, DraftKey>> found;
    std::error_code failed;
    for (fs::directory_iterator entry(workspace.folder() / kFolder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->path().extension() != ".json")
            continue;
        auto kept = readKept(workspace, entry->path());
        std::error_code unknown;
        if (kept && kept->key.account == account)
            found.emplace_back(fs::last_write_time(entry->path(), unknown), std::move(kept->key));
    }
    std::ranges::sort(found, std::ranges::greater{}, &std::pair<fs::file_time_type, DraftKey>::first);
    std::vector<DraftKey> keys;
    for (auto &[at, key] : found)
        keys.push_back(std::move(key));
    return keys;
}

Result<> sealDrafts(const fs::path &workspace, const vault::DataKey &key)
{
    std::error_code failed;
    for (fs::directory_iterator entry(workspace / kFolder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->path().extension() != ".json")
            continue;
        const std::string text = TRY(readFile(entry->path(), kMostBytes));
        if (!text.starts_with(kSealedMark))
            TRY(replaceFile(entry->path(), TRY(sealedIfKeyed(key, text))));
    }
    return {};
}

} // namespace tongban::service
