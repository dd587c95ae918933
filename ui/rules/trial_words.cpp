// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/trial_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace tongban::ui {

namespace {

class TrialWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::TrialWords)

public:
    static QString outcome(approval::Outcome outcome)
    {
        switch (outcome) {
        case approval::Outcome::Grant: return tr("The rules would grant it.");
        case approval::Outcome::Notice: return tr("The rules would give a one-time notice.");
        case approval::Outcome::Refer: return tr("The rules would leave it to a person.");
        case approval::Outcome::Refuse: return tr("The rules would refuse it.");
        case approval::Outcome::AwaitEvidence:
            return tr("The rules would wait: something they need is not known.");
        }
        return {};
    }

    static QString unknown(const QStringList &names)
    {
        return tr("Not known and needed: %1.").arg(names.join(tr(", ")));
    }

    static QString finding(const approval::Finding &finding, approval::Language language)
    {
        const bool isChinese = language == approval::Language::Chinese;
        return tr("%1: %2").arg(qt(finding.code), qt(isChinese ? finding.zh : finding.en));
    }

    static QString nothingKept() { return tr("A trial: nothing of it is kept."); }
    static QString modelError() { return tr("The rules came to no conclusion with these values."); }
};

} // namespace

QString trialText(const approval::Trial &trial, approval::Language language)
{
    QStringList lines{TrialWords::outcome(trial.outcome) + QLatin1Char(' ') + TrialWords::nothingKept()};
    if (trial.reason.kind == approval::ReasonKind::ModelError
        || trial.reason.kind == approval::ReasonKind::Conflict)
        lines += TrialWords::modelError();
    QStringList unknown;
    for (const std::string &name : trial.unknown)
        unknown += qt(name);
    if (!unknown.isEmpty())
        lines += TrialWords::unknown(unknown);
    for (const approval::Finding &finding : trial.findings)
        lines += TrialWords::finding(finding, language);
    return lines.join(QLatin1Char('\n'));
}

} // namespace tongban::ui
