// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// A rule set as it was when decisions were made with it: the model's and the manifest's bytes, found by
/// their digests.
struct RuleSetText {
    std::string code;
    int version = 0;
    Digest model; ///< SHA-256 of modelText; put() computes it.
    Digest manifest;
    std::string modelText;
    std::string manifestText;
    Timestamp storedAt{};
};

struct NamedText {
    std::string name; ///< "items.csv"
    std::string text;
};

/// A catalogue as it was imported, with the digest its loader gave it.
struct CatalogueSnapshot {
    Digest digest;
    Timestamp storedAt{};
    std::string origin; ///< Where it came from, for people.
    std::vector<NamedText> texts;
};

/// Everything a decision refers to is kept for ever under its digest, so that a capsule can be re-made after
/// the files are gone. Writes need an open Transaction. On the thread of its Database.
class ModelStore
{
public:
    static Result<ModelStore> create(Database &database);

    /// Keeps a rule set; keeping the same bytes twice is one row. Returns the digests it is kept under.
    /// Conflict when code and version are kept already with other bytes: a published version does not change.
    Result<RuleSetText> put(std::string_view code, int version, std::string_view modelText,
                            std::string_view manifestText, Timestamp at);

    /// NotFound when it was never kept; Corrupted when the bytes no longer have their digest.
    Result<RuleSetText> byDigests(const Digest &model, const Digest &manifest);

    /// All kept rule sets by code and version, without their texts.
    Result<std::vector<RuleSetText>> list();

    /// Keeps a catalogue and makes it the current one.
    Result<> putCatalogue(const CatalogueSnapshot &snapshot);

    /// The catalogue put last; nothing in a new store.
    Result<std::optional<CatalogueSnapshot>> currentCatalogue();
    /// Only which one it is.
    Result<std::optional<Digest>> currentCatalogueDigest();
    Result<CatalogueSnapshot> catalogue(const Digest &digest);

private:
    struct Statements;

    explicit ModelStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
