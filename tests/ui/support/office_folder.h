// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/made_year.h"
#include "core/service/accounts/accounts.h"
#include "core/service/workspace/workspace_thread.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

#include <cstdlib>
#include <memory>

namespace tests {

/// A workspace of some hundred decided made-up cases in a folder of its own, and the door to it.
class OfficeFolder
{
public:
    explicit OfficeFolder(std::uint64_t applications)
    {
        tongban::bench::YearPlan plan;
        plan.folder = m_folder.path();
        plan.resources = sourcePath("resources");
        plan.applications = applications;
        plan.threads = 1;
        auto year = tongban::bench::makeYear(plan, m_clock);
        if (!year || !tongban::bench::takeInYear(*year, plan) || !tongban::bench::decideYear(*year, plan))
            std::abort();
        auto workspace = openWorkspace();
        if (!workspace || !tongban::service::addPracticeAccounts(**workspace))
            std::abort();
    }

    std::unique_ptr<tongban::service::WorkspaceThread> open() const
    {
        return std::make_unique<tongban::service::WorkspaceThread>([this] { return openWorkspace(); });
    }

private:
    tongban::Result<std::unique_ptr<tongban::service::Workspace>> openWorkspace() const
    {
        return tongban::service::Workspace::open(m_folder / "workspace", sourcePath("resources"),
                                                 tongban::service::OpenMode::Write, m_clock);
    }

    TemporaryDirectory m_folder;
    tongban::FixedClock m_clock{*tongban::parseIsoTimestamp("2026-11-23T10:00:00+08:00")};
};

} // namespace tests
