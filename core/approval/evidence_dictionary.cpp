// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/evidence_dictionary.h"

#include "core/approval/fact_type.h"
#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>

namespace tongban::approval {

namespace {

using nlohmann::json;

Failure problem(const std::string &where, std::string_view what)
{
    return fail(ErrorCode::InvalidInput, "register dictionary, " + where + ": " + std::string(what));
}

std::string textOf(const json &object, const char *key)
{
    const auto place = object.find(key);
    return place != object.end() && place->is_string() ? place->get<std::string>() : std::string();
}

const json &arrayOf(const json &object, const char *key)
{
    static const json kNone = json::array();
    const auto place = object.find(key);
    return place != object.end() && place->is_array() ? *place : kNone;
}

Result<EvidenceField> readField(const json &object, const std::string &where)
{
    EvidenceField field;
    field.name = textOf(object, "name");
    field.zh = textOf(object, "zh");
    field.en = textOf(object, "en");
    const auto type = parseFactType(textOf(object, "type"));
    if (field.name.empty() || field.zh.empty() || field.en.empty())
        return problem(where, "a field needs name, zh and en");
    if (!type)
        return problem(where + "." + field.name, "the type is not known");
    field.type = *type;
    const auto nullable = object.find("nullable");
    field.nullable = nullable != object.end() && *nullable == true;
    for (const json &word : arrayOf(object, "values"))
        field.words.push_back(CodeWord{textOf(word, "value"), textOf(word, "zh"), textOf(word, "en")});
    return field;
}

} // namespace

const EvidenceField *EvidenceRecord::field(std::string_view fieldName) const
{
    for (const EvidenceField &candidate : fields) {
        if (candidate.name == fieldName)
            return &candidate;
    }
    return nullptr;
}

Result<EvidenceDictionary> EvidenceDictionary::parse(std::string_view text)
{
    const json document = TRY(parseJson(text));
    if (!document.is_object())
        return problem("top", "an object is expected");
    EvidenceDictionary dictionary;
    for (const json &source : arrayOf(document, "sources")) {
        for (const json &entry : arrayOf(source, "records")) {
            EvidenceRecord record;
            record.source = textOf(source, "code");
            record.sourceZh = textOf(source, "zh");
            record.sourceEn = textOf(source, "en");
            record.record = textOf(entry, "code");
            record.zh = textOf(entry, "zh");
            record.en = textOf(entry, "en");
            const std::string where = record.source + "." + record.record;
            if (record.source.empty() || record.record.empty())
                return problem(where, "a source and a record need a code");
            for (const json &field : arrayOf(entry, "fields"))
                record.fields.push_back(TRY(readField(field, where)));
            dictionary.m_records.push_back(std::move(record));
        }
    }
    for (const json &field : arrayOf(document, "application_fields"))
        dictionary.m_formFields.push_back(TRY(readField(field, "application_fields")));
    if (dictionary.m_records.empty())
        return problem("sources", "no record is described");
    return dictionary;
}

const EvidenceRecord *EvidenceDictionary::record(std::string_view source, std::string_view record) const
{
    for (const EvidenceRecord &candidate : m_records) {
        if (candidate.source == source && candidate.record == record)
            return &candidate;
    }
    return nullptr;
}

const EvidenceField *EvidenceDictionary::formField(std::string_view fieldName) const
{
    for (const EvidenceField &candidate : m_formFields) {
        if (candidate.name == fieldName)
            return &candidate;
    }
    return nullptr;
}

const EvidenceField *EvidenceDictionary::fieldOf(const FactDefinition &fact) const
{
    switch (fact.origin) {
    case FactOrigin::Application: return formField(fact.field);
    case FactOrigin::Register:
        if (const EvidenceRecord *found = record(fact.source, fact.record))
            return found->field(fact.field);
        return nullptr;
    case FactOrigin::Case:
    case FactOrigin::Derived: return nullptr;
    }
    return nullptr;
}

} // namespace tongban::approval
