// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/service/workspace/workspace.h"

#include <optional>
#include <string>

namespace tongban::service {

/// Whether the transport authority's credit record holds bad credit of this applicant that is not repaired,
/// which bars a promise instead of proof (Shenzhen Credit Regulation, articles 57-64). Nothing when the
/// record cannot be had or is older than it may be: that is not a "no". May wait for an agency.
Result<std::optional<bool>> unrepairedBadCredit(const Workspace &workspace, const std::string &applicantId,
                                                Timestamp now);

} // namespace tongban::service
