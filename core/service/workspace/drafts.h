// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// Whose unfinished form, and of what. Drafts of two people never meet, on whatever machine they share.
struct DraftKey {
    std::string account;
    std::string form; ///< "counter", "act".
    std::string subject; ///< The case it is about; empty where there is none.

    bool operator==(const DraftKey &) const = default;
};

/// Keeps what was typed into a form, as one text that the form understands. Drafts are files below the
/// workspace, outside the store and its schema: an upgrade, a full store or a locked one never costs a word.
/// Sealed where the workspace is. Durable when it returns; the draft before is kept until then.
Result<> keepDraft(Workspace &workspace, const DraftKey &key, std::string_view text);

/// Nothing when there is none. InvalidInput when the file is no draft.
Result<std::optional<std::string>> readDraft(Workspace &workspace, const DraftKey &key);

/// What is not there is dropped already.
Result<> dropDraft(Workspace &workspace, const DraftKey &key);

/// What a person has unfinished, the latest first. Files that cannot be read are left out: they stand in
/// nobody's way and are not deleted.
Result<std::vector<DraftKey>> draftsOf(Workspace &workspace, std::string_view account);

/// Seals the drafts of a workspace that gets a vault; those that are sealed stay.
Result<> sealDrafts(const std::filesystem::path &workspace, const vault::DataKey &key);

} // namespace tongban::service
