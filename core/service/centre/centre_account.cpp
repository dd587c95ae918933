// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_account.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/central/own_account.h"
#include "core/central/pull.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

Result<central::Connection> connect(Workspace &workspace, const std::string &password)
{
    if (!workspace.parts().joined)
        return fail(ErrorCode::Conflict, "the workspace belongs to no centre");
    return central::Connection::open(workspace.parts().joined->connect, password);
}

} // namespace

Result<CentreAccount> centreAccount(Workspace &workspace, const std::string &password)
{
    central::Connection connection = TRY(connect(workspace, password));
    const central::Greeting greeting = TRY(central::hello(connection));
    CentreAccount account;
    account.account = greeting.account;
    account.kind = greeting.kind;
    account.usesPassword = connection.usedPassword();
    const auto rights = central::ownRights(connection);
    if (!rights && rights.error().code != ErrorCode::Internal)
        return Failure(rights.error());
    account.tellsRights = rights.has_value();
    for (std::size_t i = 0; rights && i < rights->size(); ++i) {
        const central::OwnRight &right = (*rights)[i];
        account.rights.push_back({right.role, right.district, right.items, right.since, right.grantedBy});
    }
    return account;
}

Result<> changeCentrePassword(Workspace &workspace, const std::string &before, const std::string &after)
{
    if (findInvalidUtf8(after) || codePointCount(after) < kShortestCentrePassword)
        return fail(ErrorCode::InvalidInput, "the new password is too short");
    central::Connection connection = TRY(connect(workspace, before));
    return connection.changeOwnPassword(after);
}

std::string centrePasswordEntry(Workspace &workspace)
{
    const auto &joined = workspace.parts().joined;
    if (!joined)
        return {};
    return "centre-" + joined->account + '-' + sha256(joined->connect).hex().substr(0, 16);
}

} // namespace tongban::service
