// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/application/clock_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

class ClockWords
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::ClockWords)

public:
    static QString title(permit::ClockKind kind)
    {
        using permit::ClockKind;
        switch (kind) {
        case ClockKind::Acceptance: return tr("To accept or give notice");
        case ClockKind::Supplement: return tr("For the applicant to supplement");
        case ClockKind::Conditional: return tr("For documents to follow");
        case ClockKind::Statutory: return tr("To decide, legal limit");
        case ClockKind::Promised: return tr("To decide, promised limit");
        case ClockKind::StepStatutory: return tr("This step, legal limit");
        case ClockKind::StepPromised: return tr("This step, promised limit");
        case ClockKind::Delivery: return tr("To deliver");
        case ClockKind::Rectification: return tr("To put right");
        }
        return {};
    }

    static QString stand(const permit::ClockReading &clock)
    {
        if (clock.stopped)
            return tr("stopped");
        const QString due =
            dayText(clock.deadline.date) + (clock.deadline.provisional ? tr(" (provisional)") : QString());
        if (clock.left < 0)
            return tr("%n day(s) late, %1", nullptr, -clock.left).arg(due);
        return clock.left == 0 ? tr("due today, %1").arg(due)
                               : tr("%n day(s) left, %1", nullptr, clock.left).arg(due);
    }

    static QString reason(const AccountDay &day)
    {
        switch (day.kind) {
        case AccountKind::Counted: return tr("day %1").arg(day.ordinal);
        case AccountKind::CountedMakeUp: return tr("day %1, a weekend day that is worked").arg(day.ordinal);
        case AccountKind::Weekend: return tr("weekend, not counted");
        case AccountKind::Holiday: return tr("%1, not counted").arg(qt(day.note));
        case AccountKind::Excluded: return tr("excluded by %1").arg(qt(day.note));
        case AccountKind::MovedTo: return tr("moved to this working day");
        }
        return {};
    }
};

} // namespace

QString clockTitle(permit::ClockKind kind)
{
    return ClockWords::title(kind);
}

QString clockStand(const permit::ClockReading &clock)
{
    return ClockWords::stand(clock);
}

QString dayReason(const AccountDay &day)
{
    return ClockWords::reason(day);
}

} // namespace tongban::ui
