// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_words.h"

#include "core/approval/decision.h"
#include "core/permit/application.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace tongban::ui {

namespace {

using approval::ReasonKind;
using service::EvidenceState;
using service::FieldOrigin;
using service::MaterialState;

class CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::CaseWords)

public:
    static QString channel(permit::Channel channel)
    {
        switch (channel) {
        case permit::Channel::UnifiedPlatform: return tr("the city's unified platform");
        case permit::Channel::IShenzhen: return tr("the app i Shenzhen");
        case permit::Channel::WeChat: return tr("WeChat");
        case permit::Channel::Window: return tr("the window");
        case permit::Channel::DistrictHall: return tr("the district hall");
        }
        return {};
    }
    static QString program() { return tr("the program"); }
    static QString byChannel(const QString &channel) { return tr("applicant through %1").arg(channel); }
    static QString attached(int material)
    {
        return material == 0 ? tr("A file was put to the case.")
                             : tr("A file was put to document %1.").arg(material);
    }
    static QString stated() { return tr("The application says so."); }
    static QString taken() { return tr("A member of the staff took it over."); }
    static QString reason(const approval::Reason &reason, const QString &finding);
    static QString source(const service::ViewField &field);
    static QString asOf(const QString &source, const QString &day)
    {
        return tr("%1, as of %2").arg(source, day);
    }
    static QString answered(const QString &source, const QString &at)
    {
        return tr("%1, answered %2").arg(source, at);
    }
    static QString state(EvidenceState state);
    static QString state(MaterialState state);
    static QString standing(const approval::Condition &condition);
};

QString CaseWords::reason(const approval::Reason &reason, const QString &finding)
{
    switch (reason.kind) {
    case ReasonKind::None: return {};
    case ReasonKind::HumanRequested: return tr("The applicant asked for a person to decide.");
    case ReasonKind::Duplicate: return tr("It looks like an earlier case of the same applicant.");
    case ReasonKind::NotAutomaticItem: return tr("The item has no rules; people decide it.");
    case ReasonKind::OutsidePower: return tr("This office does not decide the item in that district.");
    case ReasonKind::MaterialsIncomplete: return tr("Main documents are missing.");
    case ReasonKind::EvidencePending: return tr("A source has not answered yet.");
    case ReasonKind::EvidenceUnknown: return tr("Something cannot be established without a person.");
    case ReasonKind::Finding:
        return finding.isEmpty() ? tr("The rules found something (%1).").arg(qt(reason.finding))
                                 : tr("%1 (%2)").arg(finding, qt(reason.finding));
    case ReasonKind::RefusalNeedsHuman: return tr("The rules would refuse, and only people refuse.");
    case ReasonKind::ModelError: return tr("The rules came to no conclusion.");
    case ReasonKind::Conflict: return tr("The conclusion of the rules does not fit what they found.");
    case ReasonKind::TakenInLate:
        return tr("It was taken in long after the stated day of receipt; a person finds out the true day.");
    }
    return {};
}

QString CaseWords::source(const service::ViewField &field)
{
    const QString by = actorTitle(field.by);
    const QString at = minuteText(field.at);
    switch (field.origin) {
    case FieldOrigin::Stated: return tr("stated by the %1, %2").arg(by, at);
    case FieldOrigin::Clerk: return tr("typed at the counter by %1, %2").arg(by, at);
    case FieldOrigin::Register:
        return field.asOf ? tr("taken over from %1, as of %2").arg(qt(field.source), dayText(*field.asOf))
                          : tr("taken over from %1").arg(qt(field.source));
    case FieldOrigin::Changed:
        return tr("changed by %1, %2; %3 says: %4").arg(by, at, qt(field.source), qt(field.was));
    case FieldOrigin::Supplement: return tr("corrected by %1, %2; before: %3").arg(by, at, qt(field.was));
    }
    return {};
}

QString CaseWords::state(EvidenceState state)
{
    switch (state) {
    case EvidenceState::Current: return tr("current");
    case EvidenceState::Stale: return tr("too old");
    case EvidenceState::NoRecord: return tr("no record");
    case EvidenceState::Missing: return tr("not known");
    case EvidenceState::Computed: return tr("computed");
    }
    return {};
}

QString CaseWords::state(MaterialState state)
{
    switch (state) {
    case MaterialState::Provided: return tr("is there");
    case MaterialState::Delivered: return tr("delivered by shared data");
    case MaterialState::Missing: return tr("is missing");
    case MaterialState::Follows: return tr("follows later");
    case MaterialState::Exempt: return tr("not asked for");
    }
    return {};
}

QString CaseWords::standing(const approval::Condition &condition)
{
    switch (condition.standing) {
    case approval::Condition::Standing::Open: return tr("cannot be told");
    case approval::Condition::Standing::Met: return condition.isFinding ? tr("met") : tr("applies");
    case approval::Condition::Standing::NotMet:
        return condition.isFinding ? tr("not met") : tr("does not apply");
    }
    return {};
}

} // namespace

QString channelTitle(const std::string &channel)
{
    const auto known = permit::parseChannel(channel);
    return known ? CaseWords::channel(*known) : qt(channel);
}

QString actorTitle(const std::string &actor)
{
    constexpr std::string_view kChannel = "channel:";
    if (actor == "system")
        return CaseWords::program();
    if (actor.starts_with(kChannel))
        return CaseWords::byChannel(channelTitle(actor.substr(kChannel.size())));
    return qt(actor);
}

QString reasonSentence(const std::string &reason, const std::string &finding)
{
    constexpr std::string_view kAttachment = "attachment:";
    if (reason == "stated in the application")
        return CaseWords::stated();
    if (reason == "taken_by_person")
        return CaseWords::taken();
    if (reason.starts_with(kAttachment))
        return CaseWords::attached(qt(reason.substr(kAttachment.size())).toInt());
    const auto parsed = approval::Reason::parse(reason);
    return parsed ? CaseWords::reason(*parsed, qt(finding)) : qt(reason);
}

QString fieldSource(const service::ViewField &field)
{
    return CaseWords::source(field);
}

QString evidenceTime(const service::ViewEvidence &evidence)
{
    if (evidence.asOf)
        return CaseWords::asOf(qt(evidence.source), dayText(*evidence.asOf));
    if (evidence.answeredAt)
        return CaseWords::answered(qt(evidence.source), minuteText(*evidence.answeredAt));
    return qt(evidence.source);
}

QString evidenceState(EvidenceState state)
{
    return CaseWords::state(state);
}

QString materialState(MaterialState state)
{
    return CaseWords::state(state);
}

QString standingTitle(const approval::Condition &condition)
{
    return CaseWords::standing(condition);
}

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace tongban::ui
