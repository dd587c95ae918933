// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/act_work.h"

namespace tongban::permit {

namespace {

Delivery &nextDelivery(ActWork &work, DeliveryMode mode)
{
    const int attempt = work.before.delivery ? work.before.delivery->attempt + 1 : 1;
    Delivery &delivery = work.after.delivery.emplace();
    delivery.mode = mode;
    delivery.sentAt = work.context.now;
    delivery.attempt = attempt;
    return delivery;
}

} // namespace

void checkIn(ActWork &work)
{
    // At most one visit is promised for every item (S3): from the second on, somebody has to say why.
    if (work.before.visits >= 1 && work.request.reason.empty())
        work.refuse(ActProblem::VisitReasonMissing, {}, {}, work.before.visits);
    ++work.after.visits;
    work.tell("visit", work.after.visits);
    if (!work.request.hall.empty())
        work.tell("hall", work.request.hall);
    if (!work.request.window.empty())
        work.tell("window", work.request.window);
}

void deliverInPerson(ActWork &work)
{
    if (work.request.receiver.empty())
        work.refuse(ActProblem::ReceiverMissing);
    Delivery &delivery = nextDelivery(work, DeliveryMode::InPerson);
    delivery.receiver = work.request.receiver;
    delivery.deliveredAt = work.context.now;
    work.tell("receiver", work.request.receiver);
}

void sendByCourier(ActWork &work)
{
    if (!work.context.item.courier)
        work.refuse(ActProblem::CourierNotOffered);
    std::string waybill = normalisedWaybill(work.request.waybill);
    const WaybillProblem problem = waybillProblem(waybill);
    if (problem != WaybillProblem::None)
        work.refuse(ActProblem::WaybillInvalid, std::string(name(problem)));
    Delivery &delivery = nextDelivery(work, DeliveryMode::Courier);
    delivery.waybill = std::move(waybill);
    work.tell("waybill", delivery.waybill);
    work.tell("attempt", delivery.attempt);
}

void returnParcel(ActWork &work)
{
    if (!work.after.delivery) {
        work.refuse(ActProblem::NothingDelivered);
        return;
    }
    work.after.delivery->returnedAt = work.context.now;
    work.tell("waybill", work.after.delivery->waybill);
}

void close(ActWork &work)
{
    if (work.before.state != State::Delivering)
        return;
    if (!work.after.delivery) {
        work.refuse(ActProblem::NothingDelivered);
        return;
    }
    work.after.delivery->deliveredAt = work.context.now;
    work.after.delivery->receiver = work.request.receiver;
    work.tell("waybill", work.after.delivery->waybill);
    if (!work.request.receiver.empty())
        work.tell("receiver", work.request.receiver);
}

} // namespace tongban::permit
