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
};

} // namespace

QString dueText(std::optional<int> workdaysLeft)
{
    return workdaysLeft ? DueText::of(*workdaysLeft) : QString();
}

} // namespace tongban::ui
