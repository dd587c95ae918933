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
    std::int64_t settledN = 0; ///< Up to here the ledger is safe from the loss of a machine.
};

/// The districts this login may read.
Result<std::vector<CentralHead>> heads(Connection &connection);

/// An event as the centre keeps it, in the format of the desktop's own ledger.
struct PulledEvent {
    storage::StoredEvent event; ///< `key` is 0.
    Digest digest; ///< Of the act without its place, as storage::EventDigester makes it.
    std::string application; ///< Canonical JSON; with the act that opened the case only.
    std::int64_t caseNo = 0; ///< Number of the case in its district; with the application only.
    int itemVersion = 0; ///< With the application only.
    std::string record; ///< What the rules decided from, where the act names it and this login may see it.
};

/// Since this version of the schema acts come with their records.
inline constexpr int kSchemaWithRecords = 17;

/// Whether the centre is asked for records: one with an older schema has none to give.
enum class PullForm { WithRecords, Acts };

/// The events after `from`, in order and without a gap, at most `limit`. Each hash was recomputed from the
/// one before: Corrupted names the place at which the centre's chain does not go on from `from`, and nothing
/// of the page is to be used.
Result<std::vector<PulledEvent>> pull(Connection &connection, const storage::EventPosition &from, int limit,
                                      PullForm form = PullForm::WithRecords);

/// The same in two steps, so that the centre works on the next page while this one is written: asks for what
/// comes after place `after`, and waits for it.
Result<> requestPull(Connection &connection, int district, std::int64_t after, int limit,
                     PullForm form = PullForm::WithRecords);
Result<std::vector<PulledEvent>> receivePull(Connection &connection, const storage::EventPosition &from,
                                             PullForm form = PullForm::WithRecords);

/// Who this session is to the centre, and its clock.
struct Greeting {
    std::string account;
    std::string kind; ///< "person", "channel", "worker", "auditor".
    int schemaVersion = 0;
    Timestamp now{};
};
/// Denied when the centre does not know the login or no longer admits it.
Result<Greeting> hello(Connection &connection);

/// The highest of these places of one district at which the centre has the same hash; nothing = none.
Result<std::optional<std::int64_t>> commonPlace(Connection &connection, int district,
                                                std::span<const storage::EventPosition> mine);

} // namespace tongban::central
