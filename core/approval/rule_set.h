// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/manifest.h"
#include "core/base/digest.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {
class CompiledModel;
}

namespace tongban::approval {

/// One question a rule set may have to ask: every register fact belongs to one need.
struct EvidenceNeed {
    std::string source;
    std::string record;
    std::string key; ///< "applicant_id" or a form field.

    bool operator==(const EvidenceNeed &) const = default;
};

/// The bytes of one rule set and how to name them in messages.
struct RuleSetText {
    std::string file; ///< The manifest's name, e.g. "quota-renewal/1.json".
    std::string manifest;
    std::string model;
};

/// A published (or draft) version of rules: manifest, compiled model and the digests of both files.
/// Immutable, shared by all threads; a case keeps the version it was received under, so old versions stay
/// loadable for ever.
class RuleSet
{
public:
    /// Index of facts that come from no need.
    static constexpr std::size_t kNoNeed = static_cast<std::size_t>(-1);

    /// Reads, compiles and checks; null pointer when a problem was added. Checks: the model compiles, both
    /// decisions exist, every fact is an inputData of the right type and every inputData is a fact, each rule
    /// has its article and one that refuses a confirmed one (rule_listing.h), register fields exist in the
    /// dictionary with the right type (unless the dictionary is empty).
    static std::shared_ptr<const RuleSet> create(const RuleSetText &text,
                                                 const EvidenceDictionary &dictionary,
                                                 std::vector<RuleSetProblem> &problems);
    ~RuleSet();

    const Manifest &manifest() const;
    const std::string &code() const;
    int version() const;
    const Digest &modelDigest() const;
    const Digest &manifestDigest() const;

    const std::vector<EvidenceNeed> &needs() const;
    /// The need a fact comes from, or kNoNeed.
    std::size_t needOf(std::size_t fact) const;
    /// The place of a fact by its name; nothing when there is none.
    std::optional<std::size_t> factNamed(std::string_view name) const;

    /// Everything below is for the other parts of core/approval.
    struct Parts;
    const Parts &parts() const { return *m_parts; }

private:
    explicit RuleSet(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> m_parts;
};

} // namespace tongban::approval
