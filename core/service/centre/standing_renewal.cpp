// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/standing_renewal.h"

#include "core/permit/workflow.h"
#include "core/service/centre/replica_writer.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/bulk_load.h"

#include <algorithm>
#include <set>
#include <span>

namespace tongban::service {

namespace {

/// Which reading of acts the standings of this copy follow. 1: the planned end of a suspension is read from
/// its act.
constexpr std::string_view kReadingKey = "standings_reading";
constexpr std::string_view kReading = "1";

constexpr std::size_t kCasesAtOnce = 50;

} // namespace

Result<> renewStandings(Workspace &workspace, const std::function<bool()> &mustStop)
{
    storage::Store &store = *workspace.parts().store;
    if (TRY(store.meta().value(kReadingKey)) == kReading)
        return {};
    // A first copy that was cut off has no index to find the acts of a case by; it makes them at its end.
    if (TRY(storage::BulkLoad::isUnderWay(store.database())))
        return {};
    const std::vector<Uuid> found = TRY(store.events().casesOfAct(permit::name(permit::Act::Suspend)));
    const std::set<Uuid> once(found.begin(), found.end());
    const std::vector<Uuid> cases(once.begin(), once.end());
    ReplicaWriter writer(workspace);
    for (std::span<const Uuid> rest = cases; !rest.empty();) {
        if (mustStop())
            return {};
        const auto now = rest.first(std::min(rest.size(), kCasesAtOnce));
        auto transaction = TRY(store.begin());
        for (const Uuid &caseId : now)
            TRY(writer.refresh(caseId));
        TRY(transaction.commit());
        rest = rest.subspan(now.size());
    }
    auto transaction = TRY(store.begin());
    TRY(store.meta().setValue(kReadingKey, kReading));
    return transaction.commit();
}

} // namespace tongban::service
