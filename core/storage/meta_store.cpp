// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/meta_store.h"

namespace tongban::storage {

struct MetaStore::Statements {
    Statement *value;
    Statement *set;
    Statement *reserve;
};

Result<MetaStore> MetaStore::create(Database &database)
{
    Statements s{};
    s.value = TRY(database.prepare("meta_value", {"key"}, {"value"}));
    s.set = TRY(database.prepare("meta_set", {"key", "value"}));
    s.reserve = TRY(database.prepare("serial_reserve", {"district", "year", "count"}, {"last"}));
    return MetaStore(s);
}

MetaStore::MetaStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::optional<std::string>> MetaStore::value(std::string_view key)
{
    Rows rows = m_statements->value->query(key);
    if (!TRY(rows.next()))
        return std::optional<std::string>();
    return std::optional<std::string>(rows.string(0));
}

Result<> MetaStore::setValue(std::string_view key, std::string_view value)
{
    return m_statements->set->run(key, value);
}

Result<std::int64_t> MetaStore::reserveSerials(int district, int year, std::int64_t count)
{
    if (count < 1)
        return fail(ErrorCode::InvalidInput, "at least one serial number has to be asked for");
    Rows rows = m_statements->reserve->query(district, year, count);
    if (!TRY(rows.next()))
        return fail(ErrorCode::Internal, "the counter of serial numbers gave no number");
    const std::int64_t last = rows.integer(0);
    // The row of RETURNING comes before the statement is through: only its end makes the change count.
    TRY(rows.next());
    return last - count + 1;
}

} // namespace tongban::storage
