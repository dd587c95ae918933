// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/preference_store.h"

namespace tongban::storage {

struct PreferenceStore::Statements {
    Statement *value;
    Statement *list;
    Statement *put;
    Statement *drop;
};

Result<PreferenceStore> PreferenceStore::create(Database &database)
{
    Statements s{};
    s.value = TRY(database.prepare("preference_of", {"account", "name"}, {"value"}));
    s.list = TRY(database.prepare("preference_list", {"account"}, {"name", "value"}));
    s.put = TRY(database.prepare("preference_put", {"account", "name", "value"}));
    s.drop = TRY(database.prepare("preference_drop", {"account", "name"}));
    return PreferenceStore(s);
}

PreferenceStore::PreferenceStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::optional<std::string>> PreferenceStore::value(std::string_view account, std::string_view name)
{
    Rows rows = m_statements->value->query(account, name);
    if (!TRY(rows.next()))
        return std::optional<std::string>();
    return std::optional<std::string>(rows.string(0));
}

Result<std::vector<std::pair<std::string, std::string>>> PreferenceStore::list(std::string_view account)
{
    std::vector<std::pair<std::string, std::string>> all;
    Rows rows = m_statements->list->query(account);
    while (TRY(rows.next()))
        all.emplace_back(rows.string(0), rows.string(1));
    return all;
}

Result<> PreferenceStore::put(std::string_view account, std::string_view name, std::string_view value)
{
    return m_statements->put->run(account, name, value);
}

Result<> PreferenceStore::drop(std::string_view account, std::string_view name)
{
    return m_statements->drop->run(account, name);
}

} // namespace tongban::storage
