// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/permit/case_state.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Why an act is refused. The case is unchanged. Each value is a sentence in the user interface, made with
/// the parameters of ActRefusal; here are only the codes.
enum class ActProblem {
    UndefinedHere, ///< The table has no such act in this state. text = state.
    RoleMayNot, ///< text = roles that may, separated by ";".
    ReasonMissing,
    BasisMissing,
    DocumentMissing,
    SignerMissing,
    SignerIsActor, ///< The second signature has to be another person's.
    SignerMayNot, ///< The signer is no approver or supervisor, or this act needs a supervisor. text = role
                  ///< wanted.
    SamePerson, ///< Who proposed cannot countersign (S24).
    ActorMissing,
    OutsidePower, ///< Another body decides this item here. text = organisation.
    WrongItemVersion, ///< The case is decided under the version it was received under. number = version.
    ItemCancelled, ///< text = basis, day = since when.
    ClockWentBack, ///< The present is before the last act; nothing is stamped. day = day of the last act.
    AlreadyAccepted, ///< Accepted, or nobody answered in time and it counts as accepted. day = since when.
    NotAccepted,
    TooEarlyToDeem, ///< The five days are not over. day = first day.
    NoticeIncomplete, ///< text = name of a NoticeProblem.
    SecondNotice, ///< Defects that could have been told before need a supervisor's signature. text = codes by
                  ///< ";".
    MaterialUnknown, ///< number = document.
    MaterialNotMinor, ///< A main document may not follow later. number = document.
    NothingMissing, ///< A conditional acceptance without missing documents is an acceptance.
    ConditionalOpen, ///< Documents of the conditional acceptance are still missing. text = numbers by ";".
    DueDayMissing,
    DueDayOutOfRange, ///< day = last possible day.
    PromiseNotOffered, ///< The item does not allow it.
    PromiseSafety, ///< Barred: the item is safety related.
    PromiseBadCredit, ///< Barred: bad credit not repaired.
    PromiseCreditUnknown, ///< The credit record did not answer; ask again. Not a "no".
    NoPromise,
    HumanRequested, ///< The applicant asked for a person; the program may not decide.
    TouchedByHuman, ///< Staff have acted on the case; the program may not decide.
    NotAutomatic, ///< The item does not let the program do this alone, or the decision was not automatic.
    ExtendedAlready,
    ExtensionTooLong, ///< number = most working days.
    AlreadySuspended,
    VisitReasonMissing, ///< A second visit needs a reason (S3). number = visits so far.
    CourierNotOffered,
    WaybillInvalid, ///< text = name of a WaybillProblem.
    ReceiverMissing,
    NothingDelivered, ///< No parcel is under way.
    NotGranted, ///< Only what was granted can be revoked.
    AccountInvalid, ///< Not the name of an account, of the actor or the signer: see isAccountName().
    TextInvalid, ///< Not readable, or too long. text = "reason", "basis", "document".
    NoticeRunning, ///< The applicant may still supplement. day = until when.
    LimitPassed, ///< An extension comes before the limit runs out (article 42). day = the limit.
    MaterialDelivered, ///< Shared data or the licence store delivers this document; asking for paper needs a
                       ///< reason (S1). number = document.
    NothingSent, ///< A supplement brings a document or a field.
    RulesNotAsked, ///< The item is decided by rules and they have not looked at the case: deciding without
                   ///< them is an override.
    OutsideWindow, ///< The window where the actor sits does not serve this item (S5). text = name of a
                   ///< WindowProblem.
    AccountUnknown, ///< Nobody of that name may work in this office. text = account.
    RoleNotHeld, ///< The account does not hold the role. text = role.
    HeldByOther, ///< Another person has claimed the case. text = who.
    RatingMissing, ///< One of the five levels.
    RatedAlready, ///< day = when.
    NothingToRectify, ///< No rating "very dissatisfied" is open.
    SuspensionRunning, ///< The time told to the applicant is not over. day = its last.
};

/// One reason why, with what a sentence about it needs.
struct ActRefusal {
    ActProblem problem = ActProblem::UndefinedHere;
    std::string text;
    std::optional<Date> day;
    std::int64_t number = 0;

    bool operator==(const ActRefusal &) const = default;
};

/// A second person's signature.
struct Signature {
    std::string actor;
    Role role = Role::Supervisor;
};

/// What somebody wants to do, with what belongs to the act. Members that an act does not use are ignored.
struct ActRequest {
    Act act = Act::Apply;
    std::string reason; ///< A machine code ("finding:WYC-D-03") or a sentence.
    std::string basis;
    std::string document;
    std::optional<Signature> signer;

    std::vector<Defect> defects; ///< GiveNotice.
    std::optional<Date> dueOn; ///< GiveNotice (otherwise the bureau's usual limit), AcceptConditionally;
                               ///< Suspend: the last day of the time told to the applicant.
    bool receiptVouched = false; ///< Apply: the stated day of receipt was stamped elsewhere and is right.
    std::vector<int> materials; ///< AcceptConditionally: what is missing; Supplement: what came.
    std::string pinnedModel; ///< Accept, DeemAccepted, AcceptConditionally: digest of the model in force.
    std::optional<bool> unrepairedBadCredit; ///< Promise; nothing = not known.
    bool adviceAgainst = false; ///< Refer: the rules found a condition unmet.
    int workdays = 0; ///< Extend.
    SuspensionKind suspension = SuspensionKind::Hearing; ///< Suspend.
    std::string waybill; ///< SendByCourier.
    std::string receiver; ///< DeliverInPerson, Close of a delivery.
    std::optional<RatingLevel> rating; ///< Rate.
    std::string hall; ///< CheckIn; Rate: of the window that is rated.
    std::string window; ///< CheckIn, Rate.
    std::string detail; ///< Canonical JSON of the caller (a capsule's hash, evidence asked): goes into the
                        ///< event as "detail".
};

/// What an act writes into the ledger: exactly one event. The caller adds case and district.
struct ActEvent {
    Act act = Act::Apply;
    State stateAfter = State::Applied;
    std::string actor;
    Role role = Role::System;
    Timestamp at{};
    std::string reason;
    std::string basis;
    std::string body; ///< Canonical JSON; its "standing" is standingDigest() of how the act left the case.
};

/// Whether this names an account: 1 to 64 of a-z, 0-9, '.', '_', '-', ':' and '@', so that two accounts that
/// look alike are never two persons.
bool isAccountName(std::string_view text);

std::string_view name(ActProblem problem);

} // namespace tongban::permit
