// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/queue_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

using approval::ReasonKind;

class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ReasonWords)

public:
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

} // namespace

QString reasonWords(const QString &reason)
{
    if (reason == QLatin1String("taken_by_person"))
        return ReasonWords::takenByPerson();
    const auto parsed = approval::Reason::parse(utf8(reason));
    return parsed ? ReasonWords::of(*parsed) : reason;
}

} // namespace tongban::ui
