// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/workspace.h"

#include <functional>

namespace tongban::service {

/// A copy keeps how its cases stand as the program read their acts when they came. Where an earlier program
/// read less than this one, those cases are worked out anew from the ledger that is here, a few at a time, so
/// that nobody who acts meanwhile waits. Looks once a workspace; what was cut off is done again. Private to
/// core/service.
Result<> renewStandings(Workspace &workspace, const std::function<bool()> &mustStop);

} // namespace tongban::service
