// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/service/centre/outbox_desk.h"

#include <QString>

#include <vector>

namespace tongban::ui {

/// An act of this desktop as the list shows it.
struct CommandLine {
    service::OutboxLine line;
    QString act; ///< In the words of the screen.
    QString caseName; ///< Its number, or what it is called until it has one.
};

/// Both sides of an act, row by row.
struct CommandReport {
    struct Row {
        QString title;
        QString here;
        QString there;
        bool differs = false;
    };
    struct Event {
        QString at, act, by, reason;
    };
    CommandLine command;
    bool canBeFilledIn = false; ///< There is a form on the case's page for it.
    std::optional<permit::ActRequest> request;
    std::vector<Row> rows;
    std::vector<Event> since; ///< What the centre carried out after what was seen here.
    std::int64_t doneBehind = 0;
};

/// All on the workspace's thread. Claims are left out: they go with their act.
struct CommandList {
    std::vector<CommandLine> lines; ///< The newest first, kMostCommands at most.
    std::int64_t total = 0;
};
inline constexpr int kMostCommands = 500;
Result<CommandList> commandList(service::Workspace &workspace, bool all, approval::Language language);
Result<CommandReport> commandReport(service::Workspace &workspace, const std::string &id,
                                    approval::Language language);

} // namespace tongban::ui
