// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/central/access.h"

namespace tongban::central {

std::string_view name(AccountKind kind)
{
    switch (kind) {
    case AccountKind::Person: return "person";
    case AccountKind::Channel: return "channel";
    case AccountKind::Worker: return "worker";
    case AccountKind::Auditor: return "auditor";
    }
    return {};
}

std::optional<AccountKind> parseAccountKind(std::string_view text)
{
    for (const auto kind :
         {AccountKind::Person, AccountKind::Channel, AccountKind::Worker, AccountKind::Auditor})
        if (name(kind) == text)
            return kind;
    return std::nullopt;
}

Result<> addAccount(Connection &administrator, const AccountSpec &spec)
{
    const Parameter person =
        spec.personId.empty() ? Parameter() : Parameter(bytesText(sha256(spec.personId).blob()));
    const Rows rows = TRY(
        administrator.run("add_account", {spec.login, spec.account, std::string(name(spec.kind)), person}));
    if (rows.text(0, 0) != "added")
        return fail(ErrorCode::Conflict, "the account is there with another login or of another kind");
    return {};
}

Result<> grantRight(Connection &administrator, const RightSpec &spec)
{
    const Parameter items = spec.items.empty() ? Parameter() : Parameter(arrayText(spec.items));
    TRY(administrator.run("grant_right", {spec.account, spec.role, std::to_string(spec.district), items}));
    return {};
}

Result<> enrolDevice(Connection &administrator, std::string_view account, const Uuid &device)
{
    const Rows rows = TRY(administrator.run("enrol_device", {std::string(account), device.text()}));
    if (!rows.boolean(0, 0))
        return fail(ErrorCode::Conflict, "the device belongs to another account or was revoked");
    return {};
}

Result<std::int64_t> revokeRights(Connection &administrator, std::string_view account,
                                  const std::optional<std::string> &role, const std::optional<int> &district)
{
    const Parameter where = district ? Parameter(std::to_string(*district)) : Parameter();
    const Rows rows = TRY(administrator.run("revoke_right", {std::string(account), role, where}));
    return rows.integer(0, 0);
}

Result<> closeAccount(Connection &administrator, std::string_view account)
{
    const Rows rows = TRY(administrator.run("close_account", {std::string(account)}));
    if (!rows.boolean(0, 0))
        return fail(ErrorCode::NotFound, "no such account");
    return {};
}

Result<> revokeDevice(Connection &administrator, const Uuid &device)
{
    const Rows rows = TRY(administrator.run("revoke_device", {device.text()}));
    if (rows.count() == 0)
        return fail(ErrorCode::NotFound, "no such device in use");
    return {};
}

Result<std::vector<RightLine>> listRights(Connection &administrator)
{
    const Rows rows = TRY(administrator.run("list_rights"));
    std::vector<RightLine> lines;
    for (int row = 0; row < rows.count(); ++row) {
        RightLine &line = lines.emplace_back();
        line.account = rows.text(row, 0);
        line.login = rows.text(row, 1);
        line.kind = rows.text(row, 2);
        line.role = rows.text(row, 3);
        line.district = static_cast<int>(rows.integer(row, 4));
        line.items = rows.text(row, 5);
        line.since = rows.text(row, 6);
        line.grantedBy = rows.text(row, 7);
    }
    return lines;
}

} // namespace tongban::central
