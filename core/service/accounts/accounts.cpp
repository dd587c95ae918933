// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/accounts.h"

#include "core/base/text.h"
#include "core/service/accounts/account_rows.h"
#include "core/service/accounts/password.h"
#include "core/service/audit/office_note.h"
#include "core/service/cases/cases.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <array>

namespace tongban::service {

using permit::Role;

namespace {

constexpr std::array<std::string_view, 11> kProblems{
    "name_invalid",      "name_taken",           "display_name_missing", "role_missing",
    "role_not_of_staff", "organisation_unknown", "hall_unknown",         "window_unknown",
    "password_short",    "password_is_name",     "last_administrator"};

void checkPassword(std::string_view account, std::string_view password, std::vector<AccountProblem> &problems)
{
    if (findInvalidUtf8(password) || codePointCount(password) < kShortestPassword)
        problems.push_back(AccountProblem::PasswordShort);
    else if (password == account)
        problems.push_back(AccountProblem::PasswordIsName);
}

void checkPlace(const permit::Catalogue &catalogue, const Account &account,
                std::vector<AccountProblem> &problems)
{
    if (!account.organisation.empty() && catalogue.organisation(account.organisation) == nullptr)
        problems.push_back(AccountProblem::OrganisationUnknown);
    if (!account.hall.empty() && catalogue.hall(account.hall) == nullptr)
        problems.push_back(AccountProblem::HallUnknown);
    else if (!account.window.empty() && catalogue.window(account.hall, account.window) == nullptr)
        problems.push_back(AccountProblem::WindowUnknown);
}

std::vector<AccountProblem> problemsOf(const permit::Catalogue &catalogue, const Account &account)
{
    std::vector<AccountProblem> problems;
    // A colon marks accounts of channels, which are no persons.
    if (!permit::isAccountName(account.name) || account.name.find(':') != std::string::npos)
        problems.push_back(AccountProblem::NameInvalid);
    if (trimmed(account.displayName).empty() || hasControlCharacters(account.displayName)
        || findInvalidUtf8(account.displayName))
        problems.push_back(AccountProblem::DisplayNameMissing);
    if (account.roles.empty())
        problems.push_back(AccountProblem::RoleMissing);
    if (account.holds(Role::Applicant) || account.holds(Role::System))
        problems.push_back(AccountProblem::RoleNotOfStaff);
    checkPlace(catalogue, account, problems);
    return problems;
}

storage::AccountRow rowOf(const Account &account, std::string password)
{
    std::string roles;
    for (const Role role : account.roles)
        roles += (roles.empty() ? "" : ";") + std::string(permit::name(role));
    return {account.name,
            account.displayName,
            std::move(roles),
            account.organisation,
            account.hall,
            account.window,
            std::move(password),
            account.practice,
            account.disabled,
            0,
            {}};
}

storage::AccountChange changeBy(const Workspace &workspace, std::string_view by)
{
    return {workspace.clock().now(), std::string(by.empty() ? kMachineActor : by)};
}

/// `before`: a row with nothing in it for a new account.
std::vector<OfficeDifference> differences(const storage::AccountRow &before, const storage::AccountRow &after)
{
    return {{"name", before.displayName, after.displayName},
            {"roles", before.roles, after.roles},
            {"organisation", before.organisation, after.organisation},
            {"hall", before.hall, after.hall},
            {"window", before.window, after.window}};
}

} // namespace

Account accountOf(const storage::AccountRow &row)
{
    Account account;
    account.name = row.name;
    account.displayName = row.displayName;
    account.organisation = row.organisation;
    account.hall = row.hall;
    account.window = row.window;
    account.disabled = row.disabled;
    account.practice = row.practice;
    std::string_view rest = row.roles;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        if (const auto role = permit::parseRole(rest.substr(0, end)))
            account.roles.push_back(*role);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return account;
}

bool Account::holds(Role role) const
{
    return std::ranges::find(roles, role) != roles.end();
}

std::string_view name(AccountProblem problem)
{
    return kProblems[static_cast<std::size_t>(problem)];
}

Result<std::vector<AccountProblem>> addAccount(Workspace &workspace, const Account &account,
                                               std::string_view password, std::string_view by)
{
    std::vector<AccountProblem> problems = problemsOf(workspace.catalogue(), account);
    checkPassword(account.name, password, problems);
    storage::Store &store = *workspace.parts().store;
    if (TRY(store.accounts().byName(account.name)))
        problems.push_back(AccountProblem::NameTaken);
    if (!problems.empty())
        return problems;
    // Before the transaction: it takes a tenth of a second, and others want to write too.
    const storage::AccountRow row = rowOf(account, TRY(passwordHash(password)));
    auto transaction = TRY(store.begin());
    TRY(store.accounts().insert(row, changeBy(workspace, by)));
    TRY(noteOfficeChange(workspace, OfficeChangeKind::AccountAdded, by, account.name, differences({}, row)));
    TRY(transaction.commit());
    return problems;
}

Result<std::vector<AccountProblem>> changeAccount(Workspace &workspace, const Account &account,
                                                  std::string_view by)
{
    std::vector<AccountProblem> problems = problemsOf(workspace.catalogue(), account);
    if (!problems.empty())
        return problems;
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    const storage::AccountRow row = rowOf(account, {});
    const auto before = TRY(store.accounts().byName(account.name));
    TRY(store.accounts().change(row, changeBy(workspace, by)));
    TRY(noteOfficeChange(workspace, OfficeChangeKind::AccountChanged, by, account.name,
                         differences(before.value_or(storage::AccountRow()), row)));
    TRY(transaction.commit());
    return problems;
}

Result<std::vector<AccountProblem>> setPassword(Workspace &workspace, std::string_view account,
                                                std::string_view password, std::string_view by)
{
    std::vector<AccountProblem> problems;
    checkPassword(account, password, problems);
    if (!problems.empty())
        return problems;
    const std::string hash = TRY(passwordHash(password));
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    TRY(store.accounts().setPassword(account, hash, changeBy(workspace, by)));
    TRY(noteOfficeChange(workspace, OfficeChangeKind::PasswordSet, by, account));
    TRY(transaction.commit());
    return problems;
}

Result<> setDisabled(Workspace &workspace, std::string_view account, bool disabled, std::string_view by)
{
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    TRY(store.accounts().setDisabled(account, disabled, changeBy(workspace, by)));
    TRY(noteOfficeChange(workspace,
                         disabled ? OfficeChangeKind::AccountDisabled : OfficeChangeKind::AccountEnabled, by,
                         account));
    return transaction.commit();
}

Result<std::vector<Account>> listAccounts(Workspace &workspace)
{
    std::vector<Account> accounts;
    for (const storage::AccountRow &row : TRY(workspace.parts().store->accounts().list()))
        accounts.push_back(accountOf(row));
    return accounts;
}

Result<std::vector<permit::ActRefusal>> accountRefusals(Workspace &workspace, const Actor &actor,
                                                        const std::optional<permit::Signature> &signer)
{
    std::vector<permit::ActRefusal> refusals;
    storage::AccountStore &accounts = workspace.parts().store->accounts();
    if (TRY(accounts.isEmpty()))
        return refusals;
    const auto check = [&](std::string_view who, Role role) -> Result<> {
        const auto row = TRY(accounts.byName(who));
        if (!row || row->disabled)
            refusals.push_back({permit::ActProblem::AccountUnknown, std::string(who), {}, 0});
        else if (!accountOf(*row).holds(role))
            refusals.push_back({permit::ActProblem::RoleNotHeld, std::string(permit::name(role)), {}, 0});
        return {};
    };
    if (actor.role != Role::Applicant)
        TRY(check(actor.account, actor.role));
    if (signer && !signer->actor.empty())
        TRY(check(signer->actor, signer->role));
    return refusals;
}

} // namespace tongban::service
