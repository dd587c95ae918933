// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_dictionary.h"

#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace tongban::storage {
namespace {

Failure wrong(const std::string &where, const char *what)
{
    return fail(ErrorCode::InvalidInput, "register dictionary: " + where + ": " + what);
}

std::optional<RegisterFieldType> fieldType(std::string_view name)
{
    if (name == "string")
        return RegisterFieldType::String;
    if (name == "boolean")
        return RegisterFieldType::Boolean;
    if (name == "number")
        return RegisterFieldType::Number;
    if (name == "date")
        return RegisterFieldType::Date;
    if (name == "list<number>")
        return RegisterFieldType::NumberList;
    if (name == "list<string>")
        return RegisterFieldType::StringList;
    return std::nullopt;
}

Result<std::string> text(const nlohmann::json &object, const char *key, const std::string &where)
{
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_string())
        return wrong(where, "a text is missing");
    return object.at(key).get<std::string>();
}

Result<const nlohmann::json *> list(const nlohmann::json &object, const char *key, const std::string &where)
{
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_array())
        return wrong(where, "a list is missing");
    return &object.at(key);
}

Result<RegisterField> readField(const nlohmann::json &entry, const std::string &where)
{
    RegisterField field;
    field.name = TRY(text(entry, "name", where));
    const std::string typeName = TRY(text(entry, "type", where + "." + field.name));
    const std::optional<RegisterFieldType> type = fieldType(typeName);
    if (!type)
        return wrong(where + "." + field.name, "no such type");
    if (field.name.empty()
        || field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos)
        return wrong(where, "a field's name is small letters, digits and underscores");
    field.type = *type;
    field.nullable =
        entry.contains("nullable") && entry.at("nullable").is_boolean() && entry.at("nullable").get<bool>();
    if (entry.contains("values")) {
        for (const nlohmann::json &value : *TRY(list(entry, "values", where + "." + field.name)))
            field.values.push_back(TRY(text(value, "value", where + "." + field.name)));
    }
    return field;
}

Result<RegisterRecord> readRecord(const nlohmann::json &entry, const std::string &source)
{
    RegisterRecord record;
    record.source = source;
    record.record = TRY(text(entry, "code", source));
    const std::string where = source + "." + record.record;
    record.keyKind = TRY(text(entry, "key", where));
    for (const nlohmann::json &field : *TRY(list(entry, "fields", where))) {
        RegisterField read = TRY(readField(field, where));
        if (record.field(read.name) != nullptr)
            return wrong(where + "." + read.name, "the field stands twice");
        record.fields.push_back(std::move(read));
    }
    return record;
}

} // namespace

const RegisterField *RegisterRecord::field(std::string_view fieldName) const
{
    for (const RegisterField &candidate : fields) {
        if (candidate.name == fieldName)
            return &candidate;
    }
    return nullptr;
}

Result<RegisterDictionary> RegisterDictionary::parse(std::string_view json)
{
    const nlohmann::json document = TRY(parseJson(json));
    RegisterDictionary dictionary;
    for (const nlohmann::json &source : *TRY(list(document, "sources", "file"))) {
        const std::string code = TRY(text(source, "code", "source"));
        for (const nlohmann::json &entry : *TRY(list(source, "records", code))) {
            RegisterRecord record = TRY(readRecord(entry, code));
            if (dictionary.find(record.source, record.record) != nullptr)
                return wrong(code + "." + record.record, "the record stands twice");
            dictionary.m_records.push_back(std::move(record));
        }
    }
    return dictionary;
}

const RegisterRecord *RegisterDictionary::find(std::string_view source, std::string_view record) const
{
    for (const RegisterRecord &candidate : m_records) {
        if (candidate.source == source && candidate.record == record)
            return &candidate;
    }
    return nullptr;
}

} // namespace tongban::storage
