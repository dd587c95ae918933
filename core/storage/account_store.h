// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// One person who may work here.
struct AccountRow {
    std::string name;
    std::string displayName;
    std::string roles; ///< "clerk;approver"
    std::string organisation;
    std::string hall;
    std::string window;
    std::string password; ///< Of Argon2id, with salt and cost; never the password.
    bool practice = false; ///< Its password is shown to everybody.
    bool disabled = false;
    int failures = 0; ///< Wrong passwords in a row.
    std::optional<Timestamp> failedAt;
};

/// Who changes an account, and when.
struct AccountChange {
    Timestamp at{};
    std::string by;
};

/// The accounts of an office. Keeps them; judges no password. Writes need an open Transaction. On the thread
/// of its Database.
class AccountStore
{
public:
    static Result<AccountStore> create(Database &database);

    /// Conflict when the name is taken.
    Result<> insert(const AccountRow &row, const AccountChange &change);

    Result<std::optional<AccountRow>> byName(std::string_view name);
    Result<std::vector<AccountRow>> list();
    Result<bool> isEmpty();

    /// Name of the person, roles and places; nothing else of the row. NotFound when there is none.
    Result<> change(const AccountRow &row, const AccountChange &change);

    /// Forgets wrong passwords; the account is no practice account any more. NotFound when there is none.
    Result<> setPassword(std::string_view name, std::string_view password, const AccountChange &change);

    /// NotFound when there is none.
    Result<> setDisabled(std::string_view name, bool disabled, const AccountChange &change);

    /// Nothing = none since the last right password.
    Result<> setFailures(std::string_view name, int failures, std::optional<Timestamp> failedAt);

private:
    struct Statements;

    explicit AccountStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
