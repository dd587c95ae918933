// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/queue/due_text.h"

#include <QCoreApplication>

namespace tongban::ui {

namespace {

class DueText
{
    Q_DECLARE_TR_FUNCTIONS(tongban::ui::DueText)

public:
    static QString of(int left)
    {
        if (left < 0)
            return tr("%n day(s) late", nullptr, -left);
        return left == 0 ? tr("due today") : tr("%n day(s) left", nullptr, left);
    }
    static QString stopped() { return tr("clock stopped"); }
    static QString none() { return tr("no limit"); }
};

} // namespace

QString dueText(std::optional<int> workdaysLeft, bool isSuspended, bool isOver)
{
    if (isOver)
        return {};
    if (isSuspended)
        return DueText::stopped();
    return workdaysLeft ? DueText::of(*workdaysLeft) : DueText::none();
}

} // namespace tongban::ui
