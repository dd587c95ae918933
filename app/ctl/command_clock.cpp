// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "core/service/workspace/workspace.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

Result<> show(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto step = TRY(workspace->clockStep());
    const bool right = std::chrono::abs(step) <= service::kClockTolerance;
    const std::string now = isoTimestamp(session.clock().now());
    const auto seconds = step / std::chrono::seconds(1);
    if (session.json)
        session.printJson({{"now", now}, {"set_by_seconds", seconds}, {"stamping", right}});
    else if (right)
        session.printLine(std::string(session.text("时钟正常:", "The clock is right: ")) + now);
    else
        session.printLine(
            std::string(session.text("自上次办理以来时钟被拨动 ", "Since the last act the clock was set by "))
            + std::to_string(seconds) + std::string(session.text(" 秒,现为 ", " seconds; it says ")) + now);
    if (!right)
        session.setExitCode(ExitCode::Findings);
    return {};
}

Result<> accept(Session &session)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    TRY(workspace->acceptClock());
    return show(session);
}

} // namespace

void addClockCommand(CLI::App &app, Session &session)
{
    CLI::App &group = addGroup(app, "clock", "The clock that stamps acts (时钟)");
    CLI::App &showing = addCommand(group,
                                   {"show", "Whether the clock was set since the last act (时钟是否被拨动)",
                                    "clock show", "Exit code 1: it was, and nothing is stamped."});
    showing.callback([&session] { runCommand(session, [&] { return show(session); }); });
    CLI::App &accepting = addCommand(
        group,
        {"accept", "The clock was looked at and is right (确认时钟)", "clock accept",
         "For an administrator, after the clock was set on purpose. A clock that stands before the "
         "last act\nis never accepted."});
    accepting.callback([&session] { runCommand(session, [&] { return accept(session); }); });
}

} // namespace tongban::ctl
