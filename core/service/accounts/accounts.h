// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/act.h"
#include "core/permit/workflow.h"
#include "core/service/workspace/workspace.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

struct Actor;

/// One person who may work in this office, and where. As soon as an office has accounts, only they act on
/// cases, each in a role it holds; actOnCase() checks that.
struct Account {
    std::string name; ///< See permit::isAccountName().
    std::string displayName;
    std::vector<permit::Role> roles; ///< Staff roles only.
    std::string organisation; ///< Uses the powers of this body alone; empty = of whoever holds the power.
    std::string hall; ///< Where visits are recorded; empty = at no window.
    std::string window;
    bool disabled = false;
    bool practice = false; ///< Of a demonstration, with the password that is shown to everybody.

    bool holds(permit::Role role) const;
};

/// Why an account or a password is not taken. Each value is a sentence in the user interface.
enum class AccountProblem {
    NameInvalid,
    NameTaken,
    DisplayNameMissing,
    RoleMissing,
    RoleNotOfStaff, ///< Applicants and the program have no accounts.
    OrganisationUnknown,
    HallUnknown,
    WindowUnknown,
    PasswordShort, ///< Less than kShortestPassword characters.
    PasswordIsName,
    LastAdministrator, ///< Without this account nobody could administer the office.
};
inline constexpr std::size_t kShortestPassword = 8;

std::string_view name(AccountProblem problem);

/// Adds an account; every reason why not, or nothing when it is there. `by`: the account that adds it, empty
/// = whoever runs the machine.
Result<std::vector<AccountProblem>> addAccount(Workspace &workspace, const Account &account,
                                               std::string_view password, std::string_view by);

/// Gives an account another name of the person, other roles and places; its name, password and state stay.
/// NotFound when there is no such account.
Result<std::vector<AccountProblem>> changeAccount(Workspace &workspace, const Account &account,
                                                  std::string_view by);

/// NotFound when there is no such account.
Result<std::vector<AccountProblem>> setPassword(Workspace &workspace, std::string_view account,
                                                std::string_view password, std::string_view by);
Result<> setDisabled(Workspace &workspace, std::string_view account, bool disabled, std::string_view by);

Result<std::vector<Account>> listAccounts(Workspace &workspace);

/// Who signed in, for as long as the window is theirs.
struct SignedIn {
    Account account;

    /// In which of the roles held the act is done: the one of which the table asks the least. Nothing = in
    /// none.
    std::optional<permit::Role> roleFor(const permit::Workflow &workflow, permit::State state,
                                        permit::Act act) const;
};

struct Credentials {
    std::string account;
    std::string password;
};

/// Either a person or why not.
struct SignInAnswer {
    enum class Problem {
        None,
        WrongNameOrPassword, ///< Never says which of the two.
        Disabled, ///< Said only to whoever knows the password.
        WaitFirst, ///< Too many wrong passwords in a row.
    };
    Problem problem = Problem::None;
    std::optional<SignedIn> signedIn;
    int waitSeconds = 0; ///< Of WaitFirst.
};

/// Checks name and password. After five wrong ones in a row each further try waits half a minute: it slows
/// guessing and locks nobody out.
Result<SignInAnswer> signIn(Workspace &workspace, const Credentials &credentials);

/// What stands on the sign-in page.
struct SignInPage {
    struct Practice {
        std::string name;
        std::string displayName;
        std::string password;
    };
    WorkspaceKind kind = WorkspaceKind::Production;
    bool hasAccounts = false; ///< Without any, the first one becomes the administrator.
    std::vector<Practice> practice; ///< In a demonstration only.
};
Result<SignInPage> signInPage(Workspace &workspace);

/// The ready accounts of a demonstration: a clerk, an approver, a head, an administrator. Denied elsewhere.
/// Leaves what is there.
Result<> addPracticeAccounts(Workspace &workspace);

/// Why the actor, or the second person who signs, may not act here. Nothing while the office has no accounts:
/// names are then taken as given.
Result<std::vector<permit::ActRefusal>> accountRefusals(Workspace &workspace, const Actor &actor,
                                                        const std::optional<permit::Signature> &signer);

} // namespace tongban::service
