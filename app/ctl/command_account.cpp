// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/password_input.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/accounts/accounts.h"
#include "core/service/audit/office_record.h"

#include <array>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

using service::AccountProblem;

namespace {

struct Options {
    service::Account account;
    std::vector<std::string> roles;
};

struct Sentence {
    AccountProblem problem;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array kSentences{
    Sentence{AccountProblem::NameInvalid, "账号只能由小写字母、数字和 . _ - @ 组成,至多 64 位",
             "an account is made of lower-case letters, digits and . _ - @, at most 64"},
    Sentence{AccountProblem::NameTaken, "账号已存在", "the account exists already"},
    Sentence{AccountProblem::DisplayNameMissing, "须写明姓名(--name)", "a name is needed (--name)"},
    Sentence{AccountProblem::RoleMissing, "须写明岗位(--role)", "a role is needed (--role)"},
    Sentence{AccountProblem::RoleNotOfStaff, "申请人和系统没有账号",
             "applicants and the program have no accounts"},
    Sentence{AccountProblem::OrganisationUnknown, "目录中没有这个机关", "the catalogue has no such body"},
    Sentence{AccountProblem::HallUnknown, "目录中没有这个大厅", "the catalogue has no such hall"},
    Sentence{AccountProblem::WindowUnknown, "大厅没有这个窗口", "the hall has no such window"},
    Sentence{AccountProblem::PasswordShort, "密码至少 8 个字符", "a password has at least 8 characters"},
    Sentence{AccountProblem::PasswordIsName, "密码不能与账号相同",
             "the password may not be the account's name"},
    Sentence{AccountProblem::LastAdministrator, "没有其他启用的管理员账号", "no other administrator is left"},
};

void reportProblems(Session &session, const std::vector<AccountProblem> &problems)
{
    if (problems.empty()) {
        if (session.json)
            session.printJson({{"problems", nlohmann::ordered_json::array()}});
        else
            session.printLine(session.text("已办理。", "Done."));
        return;
    }
    session.setExitCode(ExitCode::Usage);
    nlohmann::ordered_json names = nlohmann::ordered_json::array();
    for (const AccountProblem problem : problems) {
        const Sentence &sentence = kSentences[static_cast<std::size_t>(problem)];
        names.push_back(service::name(problem));
        if (!session.json)
            session.note("  - " + std::string(session.text(sentence.zh, sentence.en)));
    }
    if (session.json)
        session.printJson({{"problems", std::move(names)}});
}

Result<> add(Session &session, Options options)
{
    TRY(session.prepare());
    for (const std::string &role : options.roles) {
        const auto parsed = permit::parseRole(role);
        if (!parsed)
            return fail(ErrorCode::InvalidInput,
                        "unknown role '" + role + "'; see resources/workflow/roles.csv");
        options.account.roles.push_back(*parsed);
    }
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const std::string password = TRY(readPassword(session));
    reportProblems(session, TRY(service::addAccount(*workspace, options.account, password, {})));
    return {};
}

Result<> changePassword(Session &session, const std::string &account)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const std::string password = TRY(readPassword(session));
    reportProblems(session, TRY(service::setPassword(*workspace, account, password, {})));
    return {};
}

Result<> disable(Session &session, const std::string &account, bool disabled)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    TRY(service::setDisabled(*workspace, account, disabled, {}));
    reportProblems(session, {});
    return {};
}

std::string rolesText(const service::Account &account)
{
    std::string roles;
    for (const permit::Role role : account.roles)
        roles += (roles.empty() ? "" : ";") + std::string(permit::name(role));
    return roles;
}

Result<> list(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto accounts = TRY(service::listAccounts(*workspace));
    std::vector<Table::Column> columns;
    for (const auto &[zh, en] :
         {std::pair("账号", "Account"), std::pair("姓名", "Name"), std::pair("岗位", "Roles"),
          std::pair("机关", "Body"), std::pair("大厅", "Hall"), std::pair("窗口", "Window"),
          std::pair("停用", "Disabled")})
        columns.push_back({std::string(session.text(zh, en)), Table::Align::Left});
    Table table(std::move(columns));
    for (const service::Account &account : accounts) {
        if (session.json)
            session.printJson({{"account", account.name},
                               {"name", account.displayName},
                               {"roles", rolesText(account)},
                               {"organisation", account.organisation},
                               {"hall", account.hall},
                               {"window", account.window},
                               {"disabled", account.disabled},
                               {"practice", account.practice}});
        table.addRow({account.name, account.displayName, rolesText(account), account.organisation,
                      account.hall, account.window,
                      std::string(account.disabled ? session.text("是", "yes") : "")});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

/// "roles clerk -> clerk;approver; hall -> SZ"
std::string differencesText(const service::OfficeEntry &entry)
{
    std::string text;
    for (const service::OfficeDifference &difference : entry.differences) {
        text += (text.empty() ? "" : "; ") + difference.field;
        text += (difference.before.empty() ? "" : " " + difference.before) + " → " + difference.after;
    }
    return text;
}

nlohmann::ordered_json entryJson(const service::OfficeEntry &entry)
{
    nlohmann::ordered_json changes = nlohmann::ordered_json::object();
    for (const service::OfficeDifference &difference : entry.differences)
        changes[difference.field] = {difference.before, difference.after};
    return {{"n", entry.n},
            {"at", isoTimestamp(entry.at)},
            {"by", entry.actor},
            {"what", entry.kind ? std::string(service::name(*entry.kind)) : std::string()},
            {"subject", entry.subject},
            {"changes", std::move(changes)}};
}

Result<> history(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    std::vector<Table::Column> columns{{std::string(session.text("序号", "No.")), Table::Align::Right}};
    for (const auto &[zh, en] :
         {std::pair("时间", "At"), std::pair("操作人", "By"), std::pair("事项", "What"),
          std::pair("对象", "Subject"), std::pair("变更", "Changes")})
        columns.push_back({std::string(session.text(zh, en)), Table::Align::Left});
    Table table(std::move(columns));
    std::int64_t before = 0;
    do {
        const service::OfficePage page = TRY(service::officeRecord(*workspace, before, 500));
        for (const service::OfficeEntry &entry : page.entries) {
            if (session.json)
                session.printJson(entryJson(entry));
            else
                table.addRow({std::to_string(entry.n), isoTimestamp(entry.at), entry.actor,
                              entry.kind ? std::string(service::name(*entry.kind)) : "?", entry.subject,
                              differencesText(entry)});
        }
        before = page.next;
    } while (before != 0);
    if (!session.json)
        session.print(table.text());
    return {};
}

void addAdd(CLI::App &group, Session &session)
{
    CLI::App &command =
        addCommand(group,
                   {"add", "Add an account; the password is read from the input (新增账号)",
                    "account add liming --name 李明 --role clerk --hall SZ --window 02 < password.txt",
                    "Once an office has accounts, only they act on cases, each in a role it holds."});
    const auto options = std::make_shared<Options>();
    command.add_option("account", options->account.name, "Name to sign in with")->required();
    command.add_option("--name", options->account.displayName, "Name of the person")->required();
    command
        .add_option("--role", options->roles, "clerk, approver, supervisor, administrator; may be repeated")
        ->required();
    command.add_option("--organisation", options->account.organisation,
                       "Uses the powers of this body alone (default: of whoever holds the power)");
    command.add_option("--hall", options->account.hall, "Hall of the window");
    command.add_option("--window", options->account.window, "Window in the hall");
    command.callback([&session, options] { runCommand(session, [&] { return add(session, *options); }); });
}

} // namespace

void addAccountCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "account", "Who may work in this office (账号)");
    addAdd(group, session);
    addCommand(group, {"list", "All accounts (账号清单)", "account list", {}}).callback([&session] {
        runCommand(session, [&] { return list(session); });
    });
    addCommand(group,
               {"history", "What was changed in the office, by whom, and what stood before (变更记录)",
                "account history",
                "Accounts, roles, passwords set, passphrase, recovery code, catalogue, calendar; the latest "
                "first.\nNothing is ever taken out; 'audit' checks its chain too."})
        .callback([&session] { runCommand(session, [&] { return history(session); }); });
    const auto named = [&](const CommandHelp &help, auto run) {
        CLI::App &command = addCommand(group, help);
        const auto account = std::make_shared<std::string>();
        command.add_option("account", *account, "Name of the account")->required();
        command.callback(
            [&session, account, run] { runCommand(session, [&] { return run(session, *account); }); });
    };
    named({"password",
           "Give an account another password, read from the input (改密码)",
           "account password liming < password.txt",
           {}},
          changePassword);
    named({"disable",
           "Let nobody sign in with an account; what it did stays (停用账号)",
           "account disable liming",
           {}},
          [](Session &s, const std::string &account) { return disable(s, account, true); });
    named({"enable", "Undo disable (启用账号)", "account enable liming", {}},
          [](Session &s, const std::string &account) { return disable(s, account, false); });
}

} // namespace tongban::ctl
