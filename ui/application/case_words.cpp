// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/case_words.h"

#include "ui/base/text.h"
#include "ui/words/actor_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace tongban::ui {

namespace {

using service::EvidenceState;
using service::FieldOrigin;
using service::MaterialState;

class CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::CaseWords)

public:
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
