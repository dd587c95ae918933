// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/papers/delivery_desk.h"

#include "core/permit/serial.h"
#include "core/service/cases/case_line.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/cases/queues.h"
#include "core/service/workspace/workspace_parts.h"

namespace tongban::service {

namespace {

Result<DeliveryTask> taskOf(Workspace &workspace, const storage::StoredCase &stored)
{
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    const permit::Item *item = workspace.catalogue().version(stored.record.item, stored.record.itemVersion);
    DeliveryTask task;
    task.line = TRY(lineOf(workspace, stored));
    task.state = state.state;
    task.byCourier = item != nullptr && item->courier;
    task.delivery = state.delivery;
    task.visits = state.visits;
    return task;
}

} // namespace

Result<std::vector<DeliveryTask>> deliveryTasks(Workspace &workspace, int limit)
{
    CaseQuery query;
    query.queue = queue::kDelivery;
    query.limit = limit;
    std::vector<DeliveryTask> tasks;
    for (const CaseLine &line : TRY(listCases(workspace, query)))
        tasks.push_back(TRY(taskOf(workspace, TRY(workspace.parts().store->cases().byNo(line.no)))));
    return tasks;
}

Result<Scanned> scanned(Workspace &workspace, std::string_view text)
{
    Scanned found;
    if (const auto serial = permit::CaseSerial::parse(text)) {
        const auto stored = workspace.parts().store->cases().bySerial(serial->text());
        if (!stored && stored.error().code != ErrorCode::NotFound)
            return Failure(stored.error());
        if (stored) {
            found.kind = Scanned::Kind::Case;
            found.task = TRY(taskOf(workspace, *stored));
        }
        return found;
    }
    found.waybill = permit::normalisedWaybill(text);
    found.problem = permit::waybillProblem(found.waybill);
    if (found.problem != permit::WaybillProblem::None)
        return found;
    found.kind = Scanned::Kind::NewWaybill;
    if (const auto no = TRY(workspace.parts().store->annexes().caseWithWaybill(found.waybill))) {
        found.kind = Scanned::Kind::Parcel;
        found.task = TRY(taskOf(workspace, TRY(workspace.parts().store->cases().byNo(*no))));
    }
    return found;
}

Result<std::vector<RepeatedVisit>> repeatedVisits(Workspace &workspace, int limit)
{
    storage::Store &store = *workspace.parts().store;
    std::vector<RepeatedVisit> visits;
    for (const storage::VisitCount &row : TRY(store.annexes().repeatedVisits(limit))) {
        const storage::StoredCase stored = TRY(store.cases().byNo(row.caseNo));
        const permit::Item *item =
            workspace.catalogue().version(stored.record.item, stored.record.itemVersion);
        visits.push_back({TRY(lineOf(workspace, stored)), row.visits,
                          item == nullptr ? 0 : item->visitsAllowed, row.lastAt, row.lastReason});
    }
    return visits;
}

Result<DeskOutcome> actNow(Workspace &workspace, std::string_view key, const SignedIn &person,
                           permit::ActRequest request)
{
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    DeskAct act;
    act.seenVersion = TRY(permit::parseCaseState(stored.standing.details)).version;
    act.request = std::move(request);
    return actAtDesk(workspace, key, person, std::move(act));
}

} // namespace tongban::service
