// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/registers/roster.h"
#include "core/storage/roster_store.h"

namespace tongban::service {

/// Reads a roster file into the roster's open transaction, in the place of what was imported before; whatever
/// its size, line by line. See importRoster().
Result<> readRosterFile(const std::filesystem::path &file, const permit::Catalogue &catalogue, Date today,
                        storage::RosterStore &roster, RosterReport &report, const Progress &progress);

} // namespace tongban::service
