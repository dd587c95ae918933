// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/centre_desk.h"

#include "core/central/connection.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

Result<> readAddress(const std::string &text, CentreDesk &desk)
{
    for (const auto &[key, value] : TRY(central::connectionOptions(text))) {
        if (key == "host")
            desk.host = value;
        else if (key == "port")
            desk.port = value;
        else if (key == "dbname")
            desk.database = value;
        else if (key == "user")
            desk.login = value;
        else if (key == "sslmode")
            desk.isOverNetwork = value == "verify-full";
    }
    return {};
}

Result<Doubt> doubtOf(storage::Store &store, const storage::DoubtRow &row)
{
    Doubt doubt;
    doubt.district = row.district;
    doubt.n = row.n;
    doubt.problem = row.problem;
    const auto events = TRY(store.events().page(row.district, row.n - 1, 1));
    if (events.empty() || events.front().n != row.n)
        return doubt;
    doubt.act = events.front().act;
    doubt.actor = events.front().actor;
    doubt.at = events.front().at;
    if (auto stored = store.cases().byId(events.front().caseId))
        doubt.serial = std::move(stored->record.serial);
    return doubt;
}

} // namespace

Result<std::optional<CentreDesk>> centreDesk(Workspace &workspace)
{
    const Workspace::Parts &parts = workspace.parts();
    auto status = TRY(syncStatus(workspace));
    if (!parts.joined || !status)
        return std::optional<CentreDesk>();
    CentreDesk desk;
    TRY(readAddress(parts.joined->connect, desk));
    desk.account = parts.joined->account;
    desk.kind = parts.joined->kind;
    desk.device = parts.joined->device;
    desk.clockOffset = parts.joined->clockOffset;
    desk.status = std::move(*status);
    for (const storage::DoubtRow &row : TRY(parts.store->replica().doubtList(kMostDoubts)))
        desk.doubts.push_back(TRY(doubtOf(*parts.store, row)));
    return std::optional(std::move(desk));
}

} // namespace tongban::service
