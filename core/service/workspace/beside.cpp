// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/beside.h"

namespace tongban::service {

WorkspaceThread::Opener besideOf(const Workspace &workspace, OpenMode mode)
{
    return [folder = workspace.folder(), resources = workspace.resources().folder, &clock = workspace.clock(),
            key = workspace.key(), mode]() -> Result<std::unique_ptr<Workspace>> {
        return Workspace::open(folder, resources, mode, clock, key);
    };
}

} // namespace tongban::service
