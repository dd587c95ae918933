// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/reason_words.h"

#include "core/approval/decision.h"
#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

using approval::ReasonKind;

class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ReasonWords)

public:
    static QString attached(int material)
    {
        return material == 0 ? tr("A file was put to the case.")
                             : tr("A file was put to document %1.").arg(material);
    }
    static QString stated() { return tr("The application says so."); }
    static QString notTaken()
    {
        return tr("The centre did not take this case in; it is kept here for its files. See the acts of this "
                  "desktop.");
    }
    static QString taken() { return tr("A member of the staff took it over."); }
    static QString sentence(const approval::Reason &reason, const QString &finding);
    static QString notTakenInWords() { return tr("not taken in by the centre"); }
    static QString takenByPerson() { return tr("taken over by staff"); }
    static QString of(const approval::Reason &reason)
    {
        switch (reason.kind) {
        case ReasonKind::None: return {};
        case ReasonKind::HumanRequested: return tr("asked for a person");
        case ReasonKind::Duplicate: return tr("looks like an earlier case");
        case ReasonKind::NotAutomaticItem: return tr("item decided by people");
        case ReasonKind::OutsidePower: return tr("outside our power");
        case ReasonKind::MaterialsIncomplete: return tr("main documents missing");
        case ReasonKind::EvidencePending: return tr("a source has not answered");
        case ReasonKind::EvidenceUnknown: return tr("cannot be established");
        case ReasonKind::Finding: return tr("finding %1").arg(qt(reason.finding));
        case ReasonKind::RefusalNeedsHuman: return tr("rules would refuse");
        case ReasonKind::ModelError: return tr("rules came to no conclusion");
        case ReasonKind::Conflict: return tr("conclusion does not fit");
        case ReasonKind::TakenInLate: return tr("taken in late");
        }
        return {};
    }
};

QString ReasonWords::sentence(const approval::Reason &reason, const QString &finding)
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

} // namespace

QString reasonWords(const QString &reason)
{
    if (reason == QLatin1String("taken_by_person"))
        return ReasonWords::takenByPerson();
    if (reason == QLatin1String("not_taken_by_centre"))
        return ReasonWords::notTakenInWords();
    const auto parsed = approval::Reason::parse(utf8(reason));
    return parsed ? ReasonWords::of(*parsed) : reason;
}

QString reasonSentence(const std::string &reason, const std::string &finding)
{
    constexpr std::string_view kAttachment = "attachment:";
    if (reason == "stated in the application")
        return ReasonWords::stated();
    if (reason == "taken_by_person")
        return ReasonWords::taken();
    if (reason == "not_taken_by_centre")
        return ReasonWords::notTaken();
    if (reason.starts_with(kAttachment))
        return ReasonWords::attached(qt(reason.substr(kAttachment.size())).toInt());
    const auto parsed = approval::Reason::parse(reason);
    return parsed ? ReasonWords::sentence(*parsed, qt(finding)) : qt(reason);
}

} // namespace tongban::ui
