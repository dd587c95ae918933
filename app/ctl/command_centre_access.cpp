// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_centre.h"
#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/central/access.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

struct GrantOptions {
    std::string connect;
    std::string account;
    std::string login;
    std::string kind = "person";
    std::string personId;
    std::string role;
    std::optional<int> district;
    std::vector<std::string> items;
    std::vector<std::string> devices;
};

Result<> grant(Session &session, const GrantOptions &options)
{
    TRY(session.prepare());
    if (!options.role.empty() && !options.district)
        return fail(ErrorCode::InvalidInput, "a role needs its --district; 0 means all");
    central::Connection centre = TRY(central::Connection::open(options.connect));
    if (!options.login.empty())
        TRY(central::addAccount(
            centre,
            {options.login, options.account, *central::parseAccountKind(options.kind), options.personId}));
    if (!options.role.empty())
        TRY(central::grantRight(centre, {options.account, options.role, *options.district, options.items}));
    for (const std::string &device : options.devices)
        TRY(central::enrolDevice(centre, options.account, TRY(Uuid::parse(device))));
    if (session.json)
        session.printJson({{"account", options.account}, {"role", options.role}});
    else
        session.printLine(std::string(session.text("已授权:", "Granted: ")) + options.account);
    return {};
}

struct RevokeOptions {
    std::string connect;
    std::string account;
    std::optional<std::string> role;
    std::optional<int> district;
    std::vector<std::string> devices;
    bool everything = false;
};

Result<> revoke(Session &session, const RevokeOptions &options)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(options.connect));
    std::int64_t rights = 0;
    for (const std::string &device : options.devices)
        TRY(central::revokeDevice(centre, TRY(Uuid::parse(device))));
    if (options.everything)
        TRY(central::closeAccount(centre, options.account));
    else if (options.devices.empty() || options.role || options.district)
        rights = TRY(central::revokeRights(centre, options.account, options.role, options.district));
    if (session.json)
        session.printJson({{"account", options.account},
                           {"rights", rights},
                           {"devices", options.devices.size()},
                           {"closed", options.everything}});
    else
        session.printLine(std::string(session.text("已收回:", "Revoked: ")) + options.account + "  "
                          + std::to_string(rights));
    return {};
}

Result<> listRights(Session &session, const std::string &connect)
{
    TRY(session.prepare());
    central::Connection centre = TRY(central::Connection::open(connect));
    Table table({{std::string(session.text("账号", "Account"))},
                 {std::string(session.text("登录名", "Login"))},
                 {std::string(session.text("类别", "Kind"))},
                 {std::string(session.text("角色", "Role"))},
                 {std::string(session.text("辖区", "District")), Table::Align::Right},
                 {std::string(session.text("事项", "Items"))},
                 {std::string(session.text("起始", "Since"))},
                 {std::string(session.text("授权人", "By"))}});
    for (const central::RightLine &line : TRY(central::listRights(centre))) {
        if (session.json)
            session.printJson({{"account", line.account},
                               {"login", line.login},
                               {"kind", line.kind},
                               {"role", line.role},
                               {"district", line.district},
                               {"items", line.items},
                               {"since", line.since},
                               {"granted_by", line.grantedBy}});
        else
            table.addRow({line.account, line.login, line.kind, line.role,
                          line.role.empty() ? std::string() : std::to_string(line.district), line.items,
                          line.since, line.grantedBy});
    }
    if (!session.json)
        session.print(table.text());
    return {};
}

void addGrant(CLI::App &group, Session &session)
{
    CLI::App &command = addCommand(
        group,
        {"grant", "Admit an account, give it a right, enrol its device (授权)",
         "centre grant li.approver --login li --role approver --district 440305 --connect "
         "'host=/var/run/postgresql dbname=tongban'",
         "With --login the account and its database login are made where they are missing, without a "
         "password:\nset it in the database, or let the server know the person by certificate or Kerberos."});
    const auto options = std::make_shared<GrantOptions>();
    addConnectOption(command, options->connect);
    command.add_option("account", options->account, "As it stands in the record of acts")->required();
    command.add_option("--login", options->login, "Name of the database login behind it");
    command.add_option("--kind", options->kind, "person, channel, worker or auditor (default: person)")
        ->check(CLI::IsMember({"person", "channel", "worker", "auditor"}));
    command.add_option("--person-id", options->personId,
                       "Own identity number, kept as a hash: nobody decides his own application");
    command.add_option("--role", options->role,
                       "clerk, approver, supervisor, administrator; applicant, system, auditor by kind");
    command.add_option("--district", options->district, "Division code; 0 = all");
    command.add_option("--item", options->items, "Only these items (repeatable)");
    command.add_option("--device", options->devices,
                       "Identity of a device that is this account's (repeatable)");
    command.callback([&session, options] { runCommand(session, [&] { return grant(session, *options); }); });
}

void addRevoke(CLI::App &group, Session &session)
{
    CLI::App &command =
        addCommand(group,
                   {"revoke", "End rights, a device or an account from this moment on (收回授权)",
                    "centre revoke li.approver --role approver --connect 'host=/var/run/postgresql "
                    "dbname=tongban'",
                    "What waits unsent on the account's desktops is refused when it arrives, and kept."});
    const auto options = std::make_shared<RevokeOptions>();
    addConnectOption(command, options->connect);
    command.add_option("account", options->account, "The account")->required();
    command.add_option("--role", options->role, "Only this role (default: all)");
    command.add_option("--district", options->district, "Only in this district (default: all)");
    command.add_option("--device", options->devices, "Only this device, for ever (repeatable)");
    command.add_flag("--all", options->everything, "Close the account: rights, devices and login");
    command.callback([&session, options] { runCommand(session, [&] { return revoke(session, *options); }); });
}

} // namespace

void addCentreAccessCommands(CLI::App &group, Session &session)
{
    addGrant(group, session);
    addRevoke(group, session);
    CLI::App &command = addCommand(group,
                                   {"rights", "List accounts and their rights (授权清单)",
                                    "centre rights --connect 'host=/var/run/postgresql dbname=tongban'", ""});
    const auto connect = std::make_shared<std::string>();
    addConnectOption(command, *connect);
    command.callback(
        [&session, connect] { runCommand(session, [&] { return listRights(session, *connect); }); });
}

} // namespace tongban::ctl
