// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/cases/case_view.h"
#include "ui/base/wrap_table.h"

#include <vector>

namespace tongban::ui {

/// One act of the story in the words of the screen's language.
struct EventLine {
    QString at;
    QString act;
    QString actor;
    QString role;
    QString reason;
    QString basis;
    QString place; ///< In the chain: "440305 / 1024"; empty = the centre has not confirmed the act.
    bool namesSeen = false; ///< What its doer saw can be shown.
};

/// Puts the acts of a case into words. On the workspace's thread.
std::vector<EventLine> eventLines(const std::vector<service::StoryEvent> &events,
                                  const service::Workspace &workspace, approval::Language language);

/// Every act of a case in order; activating one shows what its doer saw. GUI thread.
class EventTable : public WrapTable
{
    Q_OBJECT

public:
    EventTable(const Theme &theme, QWidget *parent);

    void show(const std::vector<EventLine> &lines);
};

} // namespace tongban::ui
