// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/accounts/account_rows.h"
#include "core/service/accounts/accounts.h"
#include "core/service/accounts/password.h"
#include "core/service/workspace/workspace_parts.h"

#include <array>
#include <chrono>

namespace tongban::service {

using permit::Role;

namespace {

constexpr int kFreeTries = 5;
constexpr std::chrono::seconds kPause{30};

struct PracticeAccount {
    std::string_view name;
    std::string_view displayName;
    std::string_view password;
    Role role;
    std::string_view hall;
    std::string_view window;
};

/// Made-up people of a demonstration. The passwords are no secret: they stand on its sign-in page.
constexpr std::array kPractice{
    PracticeAccount{"clerk", "窗口 练习员", "practice-clerk", Role::Clerk, "", ""},
    PracticeAccount{"approver", "审批 练习员", "practice-approver", Role::Approver, "", ""},
    PracticeAccount{"head", "负责 练习员", "practice-head", Role::Supervisor, "", ""},
    PracticeAccount{"admin", "管理 练习员", "practice-admin", Role::Administrator, "", ""}};

/// Lines of the table that ask for more than another line does, by what comes with the act.
int askedFor(const permit::Needs &needs)
{
    int count = 0;
    for (const auto need : {permit::Need::Reason, permit::Need::Basis, permit::Need::Document,
                            permit::Need::SecondPerson, permit::Need::Signer})
        count += needs.has(need) ? 1 : 0;
    return count;
}

int secondsToWait(const storage::AccountRow &row, Timestamp now)
{
    if (row.failures < kFreeTries || !row.failedAt)
        return 0;
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - *row.failedAt);
    // A clock that was set back shortens nothing and lengthens nothing.
    return passed.count() < 0 || passed >= kPause ? 0 : static_cast<int>((kPause - passed).count());
}

Result<> keepFailures(Workspace &workspace, const storage::AccountRow &row, int failures)
{
    if (row.failures == failures)
        return {};
    storage::Store &store = *workspace.parts().store;
    auto transaction = TRY(store.begin());
    TRY(store.accounts().setFailures(row.name, failures,
                                     failures > 0 ? std::optional(workspace.clock().now()) : std::nullopt));
    return transaction.commit();
}

} // namespace

std::optional<Role> SignedIn::roleFor(const permit::Workflow &workflow, permit::State state,
                                      permit::Act act) const
{
    std::optional<Role> best;
    int least = 0;
    for (const Role role : account.roles) {
        const permit::Transition transition = workflow.transition(state, act, role);
        if (transition.answer != permit::Transition::Answer::Allowed)
            continue;
        const int asked = askedFor(transition.needs);
        if (best && asked >= least)
            continue;
        best = role;
        least = asked;
    }
    return best;
}

Result<SignInAnswer> signIn(Workspace &workspace, const Credentials &credentials)
{
    const auto row = TRY(workspace.parts().store->accounts().byName(credentials.account));
    SignInAnswer answer;
    answer.waitSeconds = row ? secondsToWait(*row, workspace.clock().now()) : 0;
    if (answer.waitSeconds > 0) {
        answer.problem = SignInAnswer::Problem::WaitFirst;
        return answer;
    }
    if (!TRY(passwordFits(credentials.password, row ? row->password : std::string()))) {
        if (row)
            TRY(keepFailures(workspace, *row, row->failures + 1));
        answer.problem = SignInAnswer::Problem::WrongNameOrPassword;
        return answer;
    }
    TRY(keepFailures(workspace, *row, 0));
    if (row->disabled)
        answer.problem = SignInAnswer::Problem::Disabled;
    else
        answer.signedIn = SignedIn{accountOf(*row)};
    return answer;
}

Result<SignInPage> signInPage(Workspace &workspace)
{
    SignInPage page;
    page.kind = workspace.kind();
    const auto rows = TRY(workspace.parts().store->accounts().list());
    page.hasAccounts = !rows.empty();
    if (page.kind != WorkspaceKind::Demo)
        return page;
    for (const PracticeAccount &known : kPractice)
        for (const storage::AccountRow &row : rows)
            if (row.practice && !row.disabled && row.name == known.name)
                page.practice.push_back({row.name, row.displayName, std::string(known.password)});
    return page;
}

Result<> addPracticeAccounts(Workspace &workspace)
{
    if (workspace.kind() != WorkspaceKind::Demo)
        return fail(ErrorCode::Denied, "practice accounts are for a demonstration alone");
    for (const PracticeAccount &known : kPractice) {
        if (TRY(workspace.parts().store->accounts().byName(known.name)))
            continue;
        Account account;
        account.name = known.name;
        account.displayName = known.displayName;
        account.roles = {known.role};
        account.hall = known.hall;
        account.window = known.window;
        account.practice = true;
        const auto problems = TRY(addAccount(workspace, account, known.password, {}));
        if (!problems.empty())
            return fail(ErrorCode::Internal,
                        "a practice account is not taken: " + std::string(name(problems.front())));
    }
    return {};
}

} // namespace tongban::service
