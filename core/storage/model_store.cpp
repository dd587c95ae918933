// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/model_store.h"

namespace tongban::storage {

struct ModelStore::Statements {
    Statement *insertText;
    Statement *text;
    Statement *insertRuleSet;
    Statement *otherModel;
    Statement *byDigests;
    Statement *list;
    Statement *insertCatalogueText;
    Statement *catalogueTexts;
    Statement *insertUse;
    Statement *current;
    Statement *byDigest;

    Result<std::string> verifiedText(const Digest &digest) const;
    Result<CatalogueSnapshot> snapshot(Rows &rows) const;
};

Result<ModelStore> ModelStore::create(Database &database)
{
    Statements s{};
    s.insertText = TRY(database.prepare("digest_text_insert", {"digest", "text"}));
    s.text = TRY(database.prepare("digest_text", {"digest"}, {"text"}));
    s.insertRuleSet =
        TRY(database.prepare("rule_set_insert", {"code", "version", "model", "manifest", "stored_at"}));
    s.otherModel = TRY(database.prepare("rule_set_other_model", {"code", "version", "model"}, {"model"}));
    s.byDigests = TRY(database.prepare("rule_set_by_digests", {"model", "manifest"},
                                       {"no", "code", "version", "model", "manifest", "stored_at"}));
    s.list = TRY(
        database.prepare("rule_set_list", {}, {"no", "code", "version", "model", "manifest", "stored_at"}));
    s.insertCatalogueText =
        TRY(database.prepare("catalogue_text_insert", {"catalogue", "ordinal", "name", "text"}));
    s.catalogueTexts = TRY(database.prepare("catalogue_texts", {"catalogue"}, {"name", "text"}));
    s.insertUse = TRY(database.prepare("catalogue_use_insert", {"catalogue", "since", "origin"}));
    s.current = TRY(database.prepare("catalogue_current", {}, {"catalogue", "since", "origin"}));
    s.byDigest =
        TRY(database.prepare("catalogue_by_digest", {"catalogue"}, {"catalogue", "since", "origin"}));
    return ModelStore(s);
}

ModelStore::ModelStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::string> ModelStore::Statements::verifiedText(const Digest &digest) const
{
    Rows rows = text->query(digest);
    if (!TRY(rows.next()))
        return fail(ErrorCode::Corrupted, "a text that decisions refer to is missing from the store");
    if (sha256(rows.text(0)) != digest)
        return fail(ErrorCode::Corrupted, "a text that decisions refer to is not the one that was stored");
    return rows.string(0);
}

Result<RuleSetText> ModelStore::put(std::string_view code, int version, std::string_view modelText,
                                    std::string_view manifestText, Timestamp at)
{
    RuleSetText kept;
    kept.code = code;
    kept.version = version;
    kept.model = sha256(modelText);
    kept.manifest = sha256(manifestText);
    kept.storedAt = at;
    {
        Rows rows = m_statements->otherModel->query(code, version, kept.model);
        if (TRY(rows.next()))
            return fail(
                ErrorCode::Conflict,
                "this version of the rule set is kept already with another model; a published version does "
                "not change: give it a new version number");
    }
    TRY(m_statements->insertText->run(kept.model, modelText));
    TRY(m_statements->insertText->run(kept.manifest, manifestText));
    TRY(m_statements->insertRuleSet->run(code, version, kept.model, kept.manifest, at));
    return kept;
}

Result<RuleSetText> ModelStore::byDigests(const Digest &model, const Digest &manifest)
{
    Rows rows = m_statements->byDigests->query(model, manifest);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "the store keeps no rule set with these digests");
    RuleSetText kept;
    kept.code = rows.text(1);
    kept.version = static_cast<int>(rows.integer(2));
    kept.model = model;
    kept.manifest = manifest;
    kept.storedAt = rows.instant(5);
    kept.modelText = TRY(m_statements->verifiedText(model));
    kept.manifestText = TRY(m_statements->verifiedText(manifest));
    return kept;
}

Result<std::vector<RuleSetText>> ModelStore::list()
{
    std::vector<RuleSetText> kept;
    Rows rows = m_statements->list->query();
    while (TRY(rows.next())) {
        RuleSetText &ruleSet = kept.emplace_back();
        ruleSet.code = rows.text(1);
        ruleSet.version = static_cast<int>(rows.integer(2));
        ruleSet.model = TRY(rows.digest(3));
        ruleSet.manifest = TRY(rows.digest(4));
        ruleSet.storedAt = rows.instant(5);
    }
    return kept;
}

Result<> ModelStore::putCatalogue(const CatalogueSnapshot &snapshot)
{
    int ordinal = 0;
    for (const NamedText &file : snapshot.texts) {
        const Digest digest = sha256(file.text);
        TRY(m_statements->insertText->run(digest, file.text));
        TRY(m_statements->insertCatalogueText->run(snapshot.digest, ++ordinal, file.name, digest));
    }
    return m_statements->insertUse->run(snapshot.digest, snapshot.storedAt, snapshot.origin);
}

Result<CatalogueSnapshot> ModelStore::Statements::snapshot(Rows &rows) const
{
    CatalogueSnapshot found;
    found.digest = TRY(rows.digest(0));
    found.storedAt = rows.instant(1);
    found.origin = rows.text(2);
    Rows texts = catalogueTexts->query(found.digest);
    while (TRY(texts.next()))
        found.texts.push_back({texts.string(0), texts.string(1)});
    return found;
}

Result<std::optional<CatalogueSnapshot>> ModelStore::currentCatalogue()
{
    Rows rows = m_statements->current->query();
    if (!TRY(rows.next()))
        return std::optional<CatalogueSnapshot>();
    return std::optional<CatalogueSnapshot>(TRY(m_statements->snapshot(rows)));
}

Result<std::optional<Digest>> ModelStore::currentCatalogueDigest()
{
    Rows rows = m_statements->current->query();
    if (!TRY(rows.next()))
        return std::optional<Digest>();
    return std::optional(TRY(rows.digest(0)));
}

Result<CatalogueSnapshot> ModelStore::catalogue(const Digest &digest)
{
    Rows rows = m_statements->byDigest->query(digest);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "the store keeps no catalogue with this digest");
    return m_statements->snapshot(rows);
}

} // namespace tongban::storage
