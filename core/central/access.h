// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::central {

/// What a login is. Which roles it can hold follows from it: an applicant speaks through a channel only, the
/// program's role belongs to workers, and nobody decides and audits.
enum class AccountKind { Person, Channel, Worker, Auditor };
std::string_view name(AccountKind kind);
std::optional<AccountKind> parseAccountKind(std::string_view name);

struct AccountSpec {
    std::string login; ///< Name of the database login; made when it is not there, without a password.
    std::string account; ///< As it stands in the ledger.
    AccountKind kind = AccountKind::Person;
    std::string personId; ///< Identity number; kept as a hash, so that nobody decides his own application.
};

struct RightSpec {
    std::string account;
    std::string role;
    int district = 0; ///< 0 = all.
    std::vector<std::string> items; ///< Empty = all.
};

struct RightLine {
    std::string account;
    std::string login;
    std::string kind;
    std::string role; ///< Empty: an account without a right at present.
    int district = 0;
    std::string items; ///< Empty = all.
    std::string since;
    std::string grantedBy;
};

/// The functions of this file are the administrator's. Each change is one transaction and leaves a record.

/// Conflict when the account is there with another login or kind.
Result<> addAccount(Connection &administrator, const AccountSpec &spec);
/// Replaces a right of the same account, role and district. InvalidInput: no such account or district, or a
/// role the kind of account cannot hold.
Result<> grantRight(Connection &administrator, const RightSpec &spec);
Result<> enrolDevice(Connection &administrator, std::string_view account, const Uuid &device);

/// Ends rights now; a role or district that is not given means all. How many ended.
Result<std::int64_t> revokeRights(Connection &administrator, std::string_view account,
                                  const std::optional<std::string> &role, const std::optional<int> &district);
/// Ends every right and device of an account and keeps its login out. NotFound: no such account.
Result<> closeAccount(Connection &administrator, std::string_view account);
/// NotFound: no such device in use.
Result<> revokeDevice(Connection &administrator, const Uuid &device);

/// Rights in force, by account.
Result<std::vector<RightLine>> listRights(Connection &administrator);

} // namespace tongban::central
