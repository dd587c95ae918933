// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/register_layout.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::demo {

namespace {

constexpr std::size_t kMaxDictionaryBytes = 4 << 20;

Result<std::string> text(const nlohmann::json &object, const char *member)
{
    if (!object.is_object() || !object.contains(member) || !object.at(member).is_string())
        return fail(ErrorCode::InvalidInput,
                    std::string("register dictionary: a text '") + member + "' is absent");
    return object.at(member).get<std::string>();
}

Result<const nlohmann::json *> list(const nlohmann::json &object, const char *member)
{
    if (!object.is_object() || !object.contains(member) || !object.at(member).is_array())
        return fail(ErrorCode::InvalidInput,
                    std::string("register dictionary: a list '") + member + "' is absent");
    return &object.at(member);
}

KeyKind keyKind(std::string_view key)
{
    if (key == "resident_id")
        return KeyKind::Person;
    return key == "uscc" ? KeyKind::Enterprise : KeyKind::Other;
}

} // namespace

Result<RegisterLayout> RegisterLayout::read(const std::filesystem::path &dictionary)
{
    const std::string bytes = TRY(readFile(dictionary, kMaxDictionaryBytes));
    const nlohmann::json document = TRY(parseJson(bytes));
    RegisterLayout layout;
    for (const nlohmann::json &source : *TRY(list(document, "sources"))) {
        const std::string sourceCode = TRY(text(source, "code"));
        for (const nlohmann::json &entry : *TRY(list(source, "records"))) {
            Record record;
            record.code = TRY(text(entry, "code"));
            record.name = sourceCode + "." + record.code;
            record.key = keyKind(TRY(text(entry, "key")));
            for (const nlohmann::json &field : *TRY(list(entry, "fields")))
                record.fields.push_back(TRY(text(field, "name")));
            layout.m_records.push_back(std::move(record));
        }
    }
    return layout;
}

int RegisterLayout::find(std::string_view name) const
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const Record &record) { return record.name == name; });
    return found == m_records.end() ? -1 : static_cast<int>(found - m_records.begin());
}

int RegisterLayout::fieldOf(const Record &record, std::string_view field)
{
    const auto found = std::find(record.fields.begin(), record.fields.end(), field);
    return found == record.fields.end() ? -1 : static_cast<int>(found - record.fields.begin());
}

} // namespace tongban::demo
