// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/act_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

using permit::Act;
using permit::ActProblem;
using service::ActInput;

namespace {

class ActWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ActWords)

public:
    static QString sentence(ActProblem problem);
    static QString input(ActInput input);
    static QString signature(service::SignInAnswer::Problem problem);
    static QString suspension(permit::SuspensionKind kind);
};

/// %1 the text, %2 the day, %3 the number of the refusal.
QString ActWords::sentence(ActProblem problem)
{
    switch (problem) {
    case ActProblem::UndefinedHere: return tr("Not in this state (%1).");
    case ActProblem::RoleMayNot: return tr("Not in your role; these may: %1.");
    case ActProblem::ReasonMissing: return tr("Say why.");
    case ActProblem::BasisMissing: return tr("Choose or enter the article it rests on.");
    case ActProblem::DocumentMissing: return tr("Enter the number of the document.");
    case ActProblem::SignerMissing: return tr("A second person has to sign (%1).");
    case ActProblem::SignerIsActor: return tr("Another person than you has to sign.");
    case ActProblem::SignerMayNot: return tr("That person may not sign this; wanted: %1.");
    case ActProblem::SamePerson: return tr("Who proposed the refusal cannot sign it too.");
    case ActProblem::OutsidePower: return tr("Another body decides this here: %1.");
    case ActProblem::ClockWentBack:
        return tr("The clock stands before the last act (%2); set it right first.");
    case ActProblem::AlreadyAccepted: return tr("Accepted already.");
    case ActProblem::NotAccepted: return tr("It has to be accepted first.");
    case ActProblem::NoticeIncomplete:
        return tr("Choose what is missing or wrong; each needs an article and words.");
    case ActProblem::SecondNotice:
        return tr("This could have been told the first time; a supervisor has to sign: %1.");
    case ActProblem::MaterialNotMinor: return tr("Document %3 is a main one and may not follow later.");
    case ActProblem::NothingMissing: return tr("Choose the documents that follow.");
    case ActProblem::ConditionalOpen: return tr("Documents of the conditional acceptance are missing: %1.");
    case ActProblem::DueDayMissing: return tr("Enter a day such as 2026-12-15.");
    case ActProblem::DueDayOutOfRange: return tr("The day is too early or too late; the bound is %2.");
    case ActProblem::PromiseNotOffered: return tr("The item does not offer a promise.");
    case ActProblem::PromiseSafety: return tr("No promise in matters of safety.");
    case ActProblem::PromiseBadCredit: return tr("No promise: bad credit that is not repaired.");
    case ActProblem::PromiseCreditUnknown: return tr("The credit record did not answer; try again shortly.");
    case ActProblem::NoPromise: return tr("There is no promise.");
    case ActProblem::ExtendedAlready: return tr("Extended once already.");
    case ActProblem::ExtensionTooLong: return tr("At most %3 working days.");
    case ActProblem::AlreadySuspended: return tr("Suspended already.");
    case ActProblem::RatingMissing: return tr("The level of the rating is missing.");
    case ActProblem::RatedAlready: return tr("Rated already, on %2.");
    case ActProblem::NothingToRectify: return tr("No bad rating is open.");
    case ActProblem::SuspensionRunning: return tr("The suspension runs until %2.");
    case ActProblem::VisitReasonMissing: return tr("Visits so far: %3; say why there is another.");
    case ActProblem::CourierNotOffered: return tr("The item is not sent by courier.");
    case ActProblem::WaybillInvalid: return tr("The waybill is wrong.");
    case ActProblem::ReceiverMissing: return tr("Enter who took it.");
    case ActProblem::NothingDelivered: return tr("No parcel is under way.");
    case ActProblem::NotGranted: return tr("Only what was granted can be revoked.");
    case ActProblem::TextInvalid: return tr("The text is too long or has invisible characters.");
    case ActProblem::LimitPassed: return tr("The limit ran out on %2 and cannot be extended.");
    case ActProblem::MaterialDelivered:
        return tr("Shared data delivers document %3; say why it is asked for on paper.");
    case ActProblem::NothingSent: return tr("Choose the documents that came.");
    case ActProblem::RulesNotAsked:
        return tr("The rules have not looked at the case; say why you decide without.");
    case ActProblem::OutsideWindow: return tr("Your window does not serve this item.");
    case ActProblem::AccountUnknown: return tr("There is no account %1 that may work here.");
    case ActProblem::RoleNotHeld: return tr("The account does not hold that role: %1.");
    case ActProblem::HeldByOther:
        return tr("%1 works on this case; it has to be put back, or taken over by a supervisor.");
    default: return tr("It cannot be done here.");
    }
}

QString ActWords::input(ActInput input)
{
    switch (input) {
    case ActInput::Defects: return tr("W&hat is missing or wrong");
    case ActInput::Materials: return tr("&Documents");
    case ActInput::Reason: return tr("&Reason");
    case ActInput::Basis: return tr("Le&gal basis");
    case ActInput::Document: return tr("&Number of the document");
    case ActInput::DueDay: return tr("&Until");
    case ActInput::Workdays: return tr("&Working days");
    case ActInput::Suspension: return tr("&Why the clock stops");
    case ActInput::Waybill: return tr("Way&bill");
    case ActInput::Receiver: return tr("Taken b&y");
    case ActInput::Signer: return tr("&Second person");
    }
    return {};
}

QString ActWords::signature(service::SignInAnswer::Problem problem)
{
    switch (problem) {
    case service::SignInAnswer::Problem::None: return {};
    case service::SignInAnswer::Problem::WrongNameOrPassword:
        return tr("The password of the second person is wrong.");
    case service::SignInAnswer::Problem::Disabled: return tr("The account of the second person is disabled.");
    case service::SignInAnswer::Problem::WaitFirst:
        return tr("Too many wrong passwords; try again in half a minute.");
    }
    return {};
}

QString ActWords::suspension(permit::SuspensionKind kind)
{
    switch (kind) {
    case permit::SuspensionKind::Hearing: return tr("Hearing");
    case permit::SuspensionKind::Tender: return tr("Tender");
    case permit::SuspensionKind::Auction: return tr("Auction");
    case permit::SuspensionKind::Inspection: return tr("Inspection");
    case permit::SuspensionKind::Testing: return tr("Testing");
    case permit::SuspensionKind::Quarantine: return tr("Quarantine");
    case permit::SuspensionKind::Appraisal: return tr("Appraisal");
    case permit::SuspensionKind::ExpertReview: return tr("Expert review");
    }
    return {};
}

/// Codes of states and roles by their titles: "referred", "clerk;approver".
QString titled(const std::string &codes, const permit::Workflow &workflow, approval::Language language)
{
    QStringList words;
    for (const QString &code : qt(codes).split(QLatin1Char(';'))) {
        const permit::Title *title = nullptr;
        if (const auto state = permit::parseState(utf8(code)))
            title = &workflow.title(*state);
        else if (const auto role = permit::parseRole(utf8(code)))
            title = &workflow.title(*role);
        words +=
            title == nullptr ? code : qt(language == approval::Language::Chinese ? title->zh : title->en);
    }
    return words.join(language == approval::Language::Chinese ? QStringLiteral("、") : QStringLiteral(", "));
}

} // namespace

QString refusalText(const permit::ActRefusal &refusal, const permit::Workflow &workflow,
                    approval::Language language)
{
    QString sentence = ActWords::sentence(refusal.problem);
    sentence.replace(QStringLiteral("%1"), titled(refusal.text, workflow, language));
    sentence.replace(QStringLiteral("%2"), refusal.day ? dayText(*refusal.day) : QString());
    return sentence.replace(QStringLiteral("%3"), QString::number(refusal.number));
}

QString signatureText(service::SignInAnswer::Problem problem)
{
    return ActWords::signature(problem);
}

QString inputTitle(ActInput input)
{
    return ActWords::input(input);
}

QKeySequence actKey(Act act)
{
    switch (act) {
    case Act::Grant: return Qt::Key_A;
    case Act::ProposeRefusal: return Qt::Key_R;
    case Act::GiveNotice: return Qt::Key_B;
    case Act::Apply: return Qt::Key_F;
    case Act::Accept: return Qt::Key_S;
    case Act::AcceptConditionally: return Qt::Key_Q;
    case Act::Decline: return Qt::Key_D;
    case Act::Supplement: return Qt::Key_M;
    case Act::Promise: return Qt::Key_I;
    case Act::RecordEvidence: return Qt::Key_E;
    case Act::Refer: return Qt::Key_Z;
    case Act::Countersign: return Qt::Key_G;
    case Act::RejectProposal: return Qt::Key_T;
    case Act::Extend: return Qt::Key_Y;
    case Act::Suspend: return Qt::Key_P;
    case Act::Resume: return Qt::Key_O;
    case Act::RequestHuman: return Qt::Key_H;
    case Act::CheckIn: return Qt::Key_V;
    case Act::DeliverInPerson: return Qt::Key_L;
    case Act::SendByCourier: return Qt::Key_W;
    case Act::ReturnParcel: return Qt::Key_N;
    default: return {};
    }
}

QString suspensionTitle(permit::SuspensionKind kind)
{
    return ActWords::suspension(kind);
}

} // namespace tongban::ui
