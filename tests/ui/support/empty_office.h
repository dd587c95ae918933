// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace_thread.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

#include <memory>

namespace tests {

/// A new workspace in which nobody has an account yet, and the door to it.
class EmptyOffice
{
public:
    std::unique_ptr<tongban::service::WorkspaceThread> open() const
    {
        return std::make_unique<tongban::service::WorkspaceThread>([this] {
            return tongban::service::Workspace::create(m_folder / "workspace", sourcePath("resources"),
                                                       tongban::service::WorkspaceKind::Training, m_clock);
        });
    }

private:
    TemporaryDirectory m_folder;
    tongban::FixedClock m_clock{*tongban::parseIsoTimestamp("2026-11-23T10:00:00+08:00")};
};

} // namespace tests
