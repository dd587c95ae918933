// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/rule_set.h"
#include "core/base/result.h"
#include "core/permit/catalogue.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::approval {

using RuleSetPtr = std::shared_ptr<const RuleSet>;

/// All rule sets there are, every version of each: those in force decide new cases, the others are kept for
/// cases that came in under them and for verifying old decisions. Immutable once loaded; any thread.
class RuleSetLibrary
{
public:
    /// What was loaded, and what was left out with the reasons. Nothing is half loaded: a rule set with a
    /// problem is not in the library at all.
    struct Loading;

    /// Nothing in it.
    RuleSetLibrary() = default;

    /// Reads `<folder>/<rule-set>/<version>.json` with the model each names. Unavailable or NotFound when the
    /// folder cannot be read; a file that cannot be read is a problem.
    static Result<Loading> loadFolder(const std::filesystem::path &folder,
                                      const EvidenceDictionary &dictionary);

    /// Texts from memory, for example those that a store keeps for ever. The same rule set twice is loaded
    /// once; two different texts for one code and version are a problem.
    static Loading load(std::span<const RuleSetText> texts, const EvidenceDictionary &dictionary);

    /// This library and what `other` has beyond it.
    RuleSetLibrary with(const RuleSetLibrary &other) const;

    /// The published version that decides cases received on this day: of several in force the latest. Null
    /// pointer when there is none.
    RuleSetPtr inForce(std::string_view code, Date day) const;

    RuleSetPtr version(std::string_view code, int version) const;

    /// The very bytes a decision was made with; null pointer when they are not here.
    RuleSetPtr byDigests(const Digest &model, const Digest &manifest) const;

    /// The version to which a case was pinned when it was accepted, by the digest of its model in
    /// hexadecimal; null pointer when it is not here. Another version never stands in for it (C24).
    RuleSetPtr pinned(std::string_view code, std::string_view modelDigest) const;

    /// By code and version.
    const std::vector<RuleSetPtr> &all() const { return m_all; }

private:
    void add(RuleSetPtr ruleSet);

    std::vector<RuleSetPtr> m_all;
    std::map<std::pair<Digest, Digest>, RuleSetPtr> m_byDigests;
};

struct RuleSetLibrary::Loading {
    RuleSetLibrary library;
    std::vector<RuleSetProblem> problems;
};

/// How many items are decided by rules on this day (S19): active items of the catalogue whose rule set is
/// published and in force. Publishing or withdrawing one rule set changes it.
std::size_t automaticItemCount(const permit::Catalogue &catalogue, const RuleSetLibrary &library, Date day);

} // namespace tongban::approval
