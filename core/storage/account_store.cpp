// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/account_store.h"

namespace tongban::storage {

struct AccountStore::Statements {
    Statement *insert;
    Statement *byName;
    Statement *list;
    Statement *exists;
    Statement *change;
    Statement *password;
    Statement *disable;
    Statement *failures;
};

namespace {

#define TONGBAN_ACCOUNT_COLUMNS                                                                              \
    "name", "display_name", "roles", "organisation", "hall", "hall_window", "password", "practice",          \
        "disabled", "failures", "failed_at"

AccountRow readAccount(const Rows &rows)
{
    return {rows.string(0),          rows.string(1),
            rows.string(2),          rows.string(3),
            rows.string(4),          rows.string(5),
            rows.string(6),          rows.boolean(7),
            rows.boolean(8),         static_cast<int>(rows.integer(9)),
            rows.optionalInstant(10)};
}

Result<> wantOne(const Statement &statement)
{
    if (statement.changes() != 1)
        return fail(ErrorCode::NotFound, "there is no such account");
    return {};
}

} // namespace

Result<AccountStore> AccountStore::create(Database &database)
{
    Statements s{};
    s.insert = TRY(database.prepare("account_insert",
                                    {"name", "display_name", "roles", "organisation", "hall", "hall_window",
                                     "password", "practice", "changed_at", "changed_by"}));
    s.byName = TRY(database.prepare("account_by_name", {"name"}, {TONGBAN_ACCOUNT_COLUMNS}));
    s.list = TRY(database.prepare("account_list", {}, {TONGBAN_ACCOUNT_COLUMNS}));
    s.exists = TRY(database.prepare("account_exists", {}, {"found"}));
    s.change = TRY(database.prepare("account_change",
                                    {"display_name", "roles", "organisation", "hall", "hall_window",
                                     "changed_at", "changed_by", "name"}));
    s.password = TRY(database.prepare("account_password", {"password", "changed_at", "changed_by", "name"}));
    s.disable = TRY(database.prepare("account_disable", {"disabled", "changed_at", "changed_by", "name"}));
    s.failures = TRY(database.prepare("account_failures", {"failures", "failed_at", "name"}));
    return AccountStore(s);
}

AccountStore::AccountStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<> AccountStore::insert(const AccountRow &row, const AccountChange &change)
{
    TRY(m_statements->insert->run(row.name, row.displayName, row.roles, row.organisation, row.hall,
                                  row.window, row.password, row.practice, change.at, change.by));
    if (m_statements->insert->changes() != 1)
        return fail(ErrorCode::Conflict, "an account of that name exists already");
    return {};
}

Result<> AccountStore::change(const AccountRow &row, const AccountChange &change)
{
    TRY(m_statements->change->run(row.displayName, row.roles, row.organisation, row.hall, row.window,
                                  change.at, change.by, row.name));
    return wantOne(*m_statements->change);
}

Result<std::optional<AccountRow>> AccountStore::byName(std::string_view name)
{
    Rows rows = m_statements->byName->query(name);
    if (!TRY(rows.next()))
        return std::optional<AccountRow>();
    return std::optional<AccountRow>(readAccount(rows));
}

Result<std::vector<AccountRow>> AccountStore::list()
{
    std::vector<AccountRow> accounts;
    Rows rows = m_statements->list->query();
    while (TRY(rows.next()))
        accounts.push_back(readAccount(rows));
    return accounts;
}

Result<bool> AccountStore::isEmpty()
{
    Rows rows = m_statements->exists->query();
    TRY(rows.next());
    return !rows.boolean(0);
}

Result<> AccountStore::setPassword(std::string_view name, std::string_view password,
                                   const AccountChange &change)
{
    TRY(m_statements->password->run(password, change.at, change.by, name));
    return wantOne(*m_statements->password);
}

Result<> AccountStore::setDisabled(std::string_view name, bool disabled, const AccountChange &change)
{
    TRY(m_statements->disable->run(disabled, change.at, change.by, name));
    return wantOne(*m_statements->disable);
}

Result<> AccountStore::setFailures(std::string_view name, int failures, std::optional<Timestamp> failedAt)
{
    TRY(m_statements->failures->run(failures, failedAt, name));
    return wantOne(*m_statements->failures);
}

} // namespace tongban::storage
