// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/annexes.h"

#include "core/permit/delivery.h"
#include "core/permit/recorded_act.h"

#include <algorithm>
#include <array>

namespace tongban::service {

namespace {

using permit::Act;

constexpr std::array kActs{Act::CheckIn, Act::DeliverInPerson, Act::SendByCourier, Act::ReturnParcel,
                           Act::Close};

/// The parcel that is under way arrived or came back; without one there is nothing to end.
Result<> endLast(storage::AnnexStore &annexes, std::int64_t caseNo, std::optional<Timestamp> delivered,
                 std::optional<Timestamp> returned)
{
    const auto deliveries = TRY(annexes.deliveries(caseNo));
    if (deliveries.empty() || deliveries.back().deliveredAt || deliveries.back().returnedAt)
        return {};
    return annexes.endDelivery(deliveries.back().no, delivered, returned);
}

} // namespace

bool leavesAnnex(std::string_view act)
{
    return std::ranges::any_of(kActs, [act](Act known) { return permit::name(known) == act; });
}

Result<> keepAnnex(storage::AnnexStore &annexes, std::int64_t caseNo, const permit::ActRequest &act,
                   Timestamp at)
{
    const auto send = [&](permit::DeliveryMode mode, const std::string &waybill,
                          std::optional<Timestamp> delivered) -> Result<> {
        TRY(annexes.addDelivery({0, caseNo, std::string(permit::name(mode)), waybill, at, delivered,
                                 std::nullopt, act.receiver}));
        return {};
    };
    switch (act.act) {
    case Act::CheckIn:
        TRY(annexes.addVisit({0, caseNo, at, act.hall, act.window, {}, act.reason}));
        return {};
    case Act::DeliverInPerson: return send(permit::DeliveryMode::InPerson, {}, at);
    case Act::SendByCourier:
        return send(permit::DeliveryMode::Courier, permit::normalisedWaybill(act.waybill), std::nullopt);
    case Act::ReturnParcel: return endLast(annexes, caseNo, std::nullopt, at);
    case Act::Close: return endLast(annexes, caseNo, at, std::nullopt);
    default: return {};
    }
}

Result<> keepAnnex(storage::AnnexStore &annexes, std::int64_t caseNo, const storage::StoredEvent &act)
{
    if (!leavesAnnex(act.act))
        return {};
    const auto asked = permit::requestOf(act.act, act.reason, act.basis, act.body);
    return asked ? keepAnnex(annexes, caseNo, *asked, act.at) : Result<>();
}

Result<> rewriteAnnexes(storage::Store &store, std::int64_t caseNo,
                        std::span<const storage::StoredEvent> acts)
{
    TRY(store.replica().dropAnnexes(caseNo));
    for (const storage::StoredEvent &act : acts)
        TRY(keepAnnex(store.annexes(), caseNo, act));
    return {};
}

} // namespace tongban::service
