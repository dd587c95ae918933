// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"
#include "core/permit/act_work.h"
#include "core/permit/catalogue.h"
#include "core/permit/deadline.h"

#include <algorithm>
#include <charconv>

namespace tongban::permit {

namespace {

bool refusedAsAccepted(ActWork &work)
{
    if (!work.before.isAccepted())
        return false;
    work.refuse(ActProblem::AlreadyAccepted, {}, work.before.acceptedOn);
    return true;
}

/// The order of acceptance and the rules of that day are fixed here (articles 32, 57).
void become(ActWork &work, Date acceptedOn, bool deemed)
{
    work.after.acceptedOn = acceptedOn;
    work.after.acceptanceNo = work.context.nextAcceptanceNo;
    work.after.deemedAccepted = deemed;
    work.after.pinnedModel = work.request.pinnedModel;
    work.tell("acceptance_no", work.context.nextAcceptanceNo);
    if (deemed)
        work.tell("accepted_on", isoDate(acceptedOn));
    if (!work.request.pinnedModel.empty())
        work.tell("pinned_model", work.request.pinnedModel);
}

/// Nobody answered within the five days: it counts as accepted from the day of receipt, whatever is said now.
bool isOverdue(const ActWork &work)
{
    const auto day =
        deemedAcceptanceDay(work.before, work.context.procedure.calendar, work.context.procedure.limits);
    return day && work.today >= day->date;
}

/// What counts as accepted can be neither declined nor sent back for supplements any more (article 32).
bool refusedAsOverdue(ActWork &work)
{
    if (!isOverdue(work))
        return false;
    work.refuse(ActProblem::AlreadyAccepted, {}, work.before.receivedOn);
    return true;
}

void becomeToday(ActWork &work)
{
    const bool overdue = isOverdue(work);
    become(work, overdue ? *work.before.receivedOn : work.today, overdue);
}

bool knowsMaterials(ActWork &work)
{
    bool known = true;
    for (const int no : work.request.materials) {
        if (work.context.item.material(no))
            continue;
        work.refuse(ActProblem::MaterialUnknown, {}, {}, no);
        known = false;
    }
    return known;
}

/// Paper may be asked for only from the item's list, and not what arrives by itself (S1).
void checkMaterials(ActWork &work)
{
    constexpr std::string_view kPrefix = "material:";
    for (const Defect &defect : work.request.defects) {
        if (!defect.code.starts_with(kPrefix))
            continue;
        int number = 0;
        const char *end = defect.code.data() + defect.code.size();
        const auto read = std::from_chars(defect.code.data() + kPrefix.size(), end, number);
        const Material *material =
            read.ec == std::errc() && read.ptr == end ? work.context.item.material(number) : nullptr;
        if (material == nullptr)
            work.refuse(ActProblem::MaterialUnknown, {}, {}, number);
        else if ((material->mode == SourceMode::SharedData || material->mode == SourceMode::ELicence)
                 && trimmed(work.request.reason).empty())
            work.refuse(ActProblem::MaterialDelivered, {}, {}, number);
    }
}

} // namespace

void receiveApplication(ActWork &work)
{
    if (work.before.version == 0)
        return;
    work.after.appliedOn = work.today;
    work.after.receivedOn = work.today;
    work.after.item = work.context.item.code;
    work.after.itemVersion = work.context.item.version;
    if (work.context.item.code != work.before.item)
        work.refuse(ActProblem::WrongItemVersion, work.before.item, {}, work.before.itemVersion);
    if (const auto refusal = refusesNewCases(work.context.item, work.today))
        work.refuse(ActProblem::ItemCancelled, std::string(refusal->basis), refusal->since);
}

void accept(ActWork &work)
{
    if (!refusedAsAccepted(work))
        becomeToday(work);
}

void acceptConditionally(ActWork &work)
{
    if (refusedAsAccepted(work))
        return;
    const Procedure &procedure = work.context.procedure;
    if (work.request.materials.empty())
        work.refuse(ActProblem::NothingMissing);
    if (knowsMaterials(work)) {
        for (const int no : work.request.materials) {
            if (work.context.item.material(no)->importance != Importance::Minor)
                work.refuse(ActProblem::MaterialNotMinor, {}, {}, no);
        }
    }
    const int longest = procedure.limits.days(LegalLimit::ConditionalDays, work.today);
    const Date last = procedure.calendar.addWorkdays(work.today, longest).date;
    if (!work.request.dueOn)
        work.refuse(ActProblem::DueDayMissing);
    else if (*work.request.dueOn <= work.today || *work.request.dueOn > last)
        work.refuse(ActProblem::DueDayOutOfRange, {}, last);
    if (!work.refusals.empty())
        return;
    ConditionalAcceptance &conditional = work.after.conditional.emplace();
    conditional.missing = work.request.materials;
    std::ranges::sort(conditional.missing);
    conditional.missing.erase(std::unique(conditional.missing.begin(), conditional.missing.end()),
                              conditional.missing.end());
    conditional.dueOn = *work.request.dueOn;
    conditional.promise = work.request.document;
    work.tell("missing", conditional.missing);
    work.tell("due_on", isoDate(conditional.dueOn));
    becomeToday(work);
}

void deemAccepted(ActWork &work)
{
    if (refusedAsAccepted(work))
        return;
    const auto day =
        deemedAcceptanceDay(work.before, work.context.procedure.calendar, work.context.procedure.limits);
    if (!day || work.today < day->date)
        work.refuse(ActProblem::TooEarlyToDeem, {}, day ? std::optional<Date>(day->date) : std::nullopt);
    else
        become(work, *work.before.receivedOn, true);
}

void decline(ActWork &work)
{
    if (!refusedAsAccepted(work))
        refusedAsOverdue(work);
}

void giveNotice(ActWork &work)
{
    if (refusedAsAccepted(work) || refusedAsOverdue(work))
        return;
    const ActRequest &request = work.request;
    if (work.byProgram() && !work.context.item.automaticOutcomes.has(AutomaticOutcome::Notice))
        work.refuse(ActProblem::NotAutomatic);
    const NoticeProblem problem = noticeProblem(request.defects, work.today);
    if (problem != NoticeProblem::None)
        work.refuse(ActProblem::NoticeIncomplete, std::string(name(problem)));
    checkMaterials(work);
    const std::vector<Defect> held = heldBack(work.before.notices, request.defects);
    if (!held.empty() && !request.signer) {
        std::string codes;
        for (const Defect &defect : held)
            codes += (codes.empty() ? "" : ";") + defect.code;
        work.refuse(ActProblem::SecondNotice, std::move(codes));
    } else if (!held.empty()) {
        work.needSigner(Role::Supervisor, Role::Supervisor);
    }
    const Procedure &procedure = work.context.procedure;
    const int usual = procedure.limits.days(LegalLimit::SupplementDays, work.today);
    const Date dueOn = request.dueOn.value_or(procedure.calendar.addWorkdays(work.today, usual).date);
    if (dueOn <= work.today)
        work.refuse(ActProblem::DueDayOutOfRange, {}, work.today + std::chrono::days(1));
    if (!work.refusals.empty())
        return;
    Notice &notice = work.after.notices.emplace_back();
    notice.ordinal = static_cast<int>(work.after.notices.size());
    notice.givenAt = work.context.now;
    notice.dueOn = dueOn;
    notice.defects = request.defects;
    notice.signer = held.empty() || !request.signer ? std::string() : request.signer->actor;
    work.tell("ordinal", notice.ordinal);
    work.tell("due_on", isoDate(dueOn));
    work.tellRaw("defects", canonicalText(notice.defects));
}

void supplement(ActWork &work)
{
    if (!knowsMaterials(work))
        return;
    if (work.request.materials.empty() && work.request.detail.empty()) {
        work.refuse(ActProblem::NothingSent);
        return;
    }
    if (!work.request.materials.empty())
        work.tell("materials", work.request.materials);
    if (work.before.state == State::SupplementPending) {
        // The five days of article 32 run anew from the day on which the papers are complete.
        work.after.receivedOn = work.today;
        ++work.after.round;
        work.tell("round", work.after.round);
        return;
    }
    std::optional<ConditionalAcceptance> &conditional = work.after.conditional;
    if (!conditional || conditional->missing.empty()) {
        work.refuse(ActProblem::NothingMissing);
        return;
    }
    std::erase_if(conditional->missing, [&](int no) {
        return std::ranges::find(work.request.materials, no) != work.request.materials.end();
    });
}

} // namespace tongban::permit
