// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/administration/backup.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace {

Result<> stopped(Session &session)
{
    session.printLine(
        session.text("已停止;原有的副本保持不变。", "Stopped; an older copy is kept as it was."));
    session.setExitCode(ExitCode::Interrupted);
    return {};
}

Result<> backUp(Session &session, const std::string &target)
{
    TRY(session.prepare());
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    const auto done = TRY(service::backUpWorkspace(
        *workspace, target, progressOf(session, session.text("正在备份", "Backing up"))));
    session.endProgress();
    if (!done.finished)
        return stopped(session);
    if (session.json)
        session.printJson(
            {{"target", target}, {"bytes", done.bytes}, {"events", done.events}, {"files", done.files}});
    else
        session.printLine(
            std::string(session.text("已备份并逐条核对:行为记录 ", "Backed up and checked: acts "))
            + grouped(done.events) + std::string(session.text(" 条,数据库 ", ", store "))
            + grouped(done.bytes) + std::string(session.text(" 字节,位于 ", " bytes, in ")) + target);
    return {};
}

} // namespace

void addBackupCommand(CLI::App &app, Session &session)
{
    CLI::App &command =
        addCommand(app,
                   {"backup", "Copy the workspace while others work, and check the copy (备份)",
                    "backup /mnt/backup/office",
                    "The copy is a workspace: check it with --workspace COPY audit verify; to restore, put "
                    "the\nfolder in the place of the damaged one. An earlier copy is replaced only by a "
                    "sound one."});
    const auto target = std::make_shared<std::string>();
    command.add_option("target", *target, "Folder of the copy")->required();
    command.callback([&session, target] { runCommand(session, [&] { return backUp(session, *target); }); });
}

} // namespace tongban::ctl
