// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"
#include "core/storage/event_log.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tongban::central {

/// Where a district's ledger ends. The epoch rises when the centre may have lost its last acts.
struct CentralHead {
    storage::EventPosition position;
    int epoch = 0;
};

/// The districts this login may read.
Result<std::vector<CentralHead>> heads(Connection &connection);

/// An event as the centre keeps it, in the format of the desktop's own ledger.
struct PulledEvent {
    storage::StoredEvent event; ///< `key` is 0.
    std::string application; ///< Canonical JSON; with the act that opened the case only.
};

/// The events after `from`, in order and without a gap, at most `limit`. Each hash was recomputed from the
/// one before: Corrupted names the place at which the centre's chain does not go on from `from`, and nothing
/// of the page is to be used.
Result<std::vector<PulledEvent>> pull(Connection &connection, const storage::EventPosition &from, int limit);

/// The highest of these places of one district at which the centre has the same hash; nothing = none.
Result<std::optional<std::int64_t>> commonPlace(Connection &connection, int district,
                                                std::span<const storage::EventPosition> mine);

} // namespace tongban::central
