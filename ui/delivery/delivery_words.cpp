// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delivery/delivery_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

class DeliveryWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::DeliveryWords)

public:
    static QString waybill(permit::WaybillProblem problem);
    static QString stand(const service::DeliveryTask &task);
    static QString visitReason(const std::string &code);
    static QString refusal(const permit::ActRefusal &refusal);
};

QString DeliveryWords::waybill(permit::WaybillProblem problem)
{
    switch (problem) {
    case permit::WaybillProblem::None: return {};
    case permit::WaybillProblem::Empty: return tr("Nothing was scanned.");
    case permit::WaybillProblem::BadCharacter:
        return tr(
            "This is neither a case number nor a waybill: it has other characters than letters and digits.");
    case permit::WaybillProblem::BadLength:
        return tr("This is neither a case number nor a waybill: a waybill has 10 to 20 characters.");
    case permit::WaybillProblem::BadCheckDigit:
        return tr("The check digit of the waybill is wrong: scan it again, or compare what was typed.");
    }
    return {};
}

QString DeliveryWords::stand(const service::DeliveryTask &task)
{
    const QString waybill = task.delivery ? qt(task.delivery->waybill) : QString();
    switch (task.state) {
    case permit::State::Delivering:
        return tr("with the courier since %1, %2, attempt %3")
            .arg(minuteText(task.delivery->sentAt), waybill)
            .arg(task.delivery->attempt);
    case permit::State::DeliveryReturned:
        return tr("came back %1, %2: to be sent or handed over again")
            .arg(minuteText(task.delivery->returnedAt.value_or(task.delivery->sentAt)), waybill);
    case permit::State::Closed: return tr("handed over, closed");
    case permit::State::Granted:
    case permit::State::Refused:
        return task.byCourier ? tr("to be sent, or handed over at the window")
                              : tr("to be handed over at the window");
    default: return tr("not decided yet");
    }
}

QString DeliveryWords::visitReason(const std::string &code)
{
    if (code == "document_forgotten")
        return tr("A document was forgotten");
    if (code == "correction")
        return tr("Something has to be corrected");
    if (code == "collects_result")
        return tr("Collects the result");
    if (code == "called_in")
        return tr("Was called in by us");
    if (code == "complaint")
        return tr("Complaint or question");
    return qt(code);
}

QString DeliveryWords::refusal(const permit::ActRefusal &refusal)
{
    switch (refusal.problem) {
    case permit::ActProblem::UndefinedHere: return tr("That cannot be done as the case stands.");
    case permit::ActProblem::RoleMayNot: return tr("Your role may not do that; window clerks may.");
    case permit::ActProblem::VisitReasonMissing:
        return tr("There were %1 visits already: choose why there is another.").arg(refusal.number);
    case permit::ActProblem::CourierNotOffered: return tr("The item is not sent by courier.");
    case permit::ActProblem::ReceiverMissing: return tr("Enter who takes it.");
    case permit::ActProblem::ReasonMissing: return tr("Say why.");
    case permit::ActProblem::OutsideWindow: return tr("Your window does not serve this item.");
    case permit::ActProblem::ClockWentBack:
        return tr("The clock stands before the last act; set it right first.");
    default: return tr("It was not done (%1).").arg(qt(permit::name(refusal.problem)));
    }
}

} // namespace

QString waybillProblemText(permit::WaybillProblem problem)
{
    return DeliveryWords::waybill(problem);
}

QString taskStand(const service::DeliveryTask &task)
{
    return DeliveryWords::stand(task);
}

QString visitReasonTitle(const std::string &reason)
{
    constexpr std::string_view kVisit = "visit:";
    return DeliveryWords::visitReason(reason.starts_with(kVisit) ? reason.substr(kVisit.size()) : reason);
}

QString refusalInShort(const std::vector<permit::ActRefusal> &refusals)
{
    return refusals.empty() ? QString() : DeliveryWords::refusal(refusals.front());
}

} // namespace tongban::ui
