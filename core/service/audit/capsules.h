// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/capsule.h"
#include "core/approval/decision_engine.h"
#include "core/service/workspace/progress.h"
#include "core/service/workspace/workspace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

struct CapsuleExport {
    std::int64_t written = 0;
    std::int64_t different = 0; ///< Re-made, but not with the hash that stands in the store: not written.
    std::vector<std::string> differentCases; ///< Their serial numbers, the first hundred.
    bool finished = true;
};

/// Makes the capsules of a case (every round decided by rules) anew, compares each with the hash kept at the
/// decision and writes it to `folder` as `<serial>-<round>.json`, with the rule sets it needs in
/// `folder/models`, so that the folder verifies on a machine that has nothing else.
Result<CapsuleExport> exportCapsules(Workspace &workspace, std::string_view key,
                                     const std::filesystem::path &folder);

/// The same for every decision of the store.
Result<CapsuleExport> exportAllCapsules(Workspace &workspace, const std::filesystem::path &folder,
                                        const Progress &progress);

/// A capsule that was decided again.
struct VerifiedCapsule {
    approval::CapsuleCheck check;
    std::string serial; ///< Whose decision it says it is; empty when that cannot be read.
    bool isByShippedRules = false; ///< False: by rules that lie beside the file, which came with it.
};

/// Whether the workspace's record has an act by which this case was decided with this capsule: somebody who
/// makes up a whole decision, with all its hashes, can make a genuine capsule, but not the act. False for a
/// case that the workspace does not know.
Result<bool> isRecorded(Workspace &workspace, const VerifiedCapsule &capsule);

/// Decides capsules' cases again and compares every byte. The rules come from `models` beside the file, then
/// from the shipped resources; both are read once for all files. Needs no workspace. One thread.
class CapsuleVerifier
{
public:
    static Result<CapsuleVerifier> create(const std::filesystem::path &resources);

    /// Fails only when the file cannot be read.
    Result<VerifiedCapsule> verify(const std::filesystem::path &file);

private:
    explicit CapsuleVerifier(std::shared_ptr<const Resources> resources);

    std::shared_ptr<const Resources> m_resources;
    std::filesystem::path m_beside; ///< Whose rule sets `m_library` has beside the shipped ones.
    approval::RuleSetLibrary m_library;
    approval::DecisionEngine m_engine;
};

/// One file alone.
Result<approval::CapsuleCheck> verifyCapsuleFile(const std::filesystem::path &file,
                                                 const std::filesystem::path &resources);

/// Decides every case of the store again and compares the hashes; nothing is written.
struct CapsuleAudit {
    std::int64_t checked = 0;
    std::int64_t different = 0;
    std::vector<std::string> differentCases; ///< Their serial numbers, the first hundred.
    bool finished = true;
};
Result<CapsuleAudit> auditCapsules(Workspace &workspace, const Progress &progress);

} // namespace tongban::service
