// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/scratch_copy.h"

namespace tongban::bench {

Result<std::unique_ptr<ScratchCopy>> ScratchCopy::join(const CentrePlan &plan, ScratchCentre &centre,
                                                       int device)
{
    auto copy = std::make_unique<ScratchCopy>();
    copy->workspace =
        TRY(service::Workspace::create(plan.folder / ("copy-" + std::to_string(device)), plan.resources,
                                       service::WorkspaceKind::Training, copy->clock));
    TRY(service::joinCentre(*copy->workspace,
                            {centre.text(), {centre.desktop(0).district}, centre.desktop(device).device}));
    copy->sync = TRY(service::CentreSync::open(*copy->workspace));
    return copy;
}

Result<> finished(const service::SyncReport &report)
{
    return report.isFinished() ? Result<>()
                               : fail(ErrorCode::Unavailable, report.unreachable + report.stoppedBy);
}

double share(const std::vector<double> &sorted, double part)
{
    if (sorted.empty())
        return 0;
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

} // namespace tongban::bench
