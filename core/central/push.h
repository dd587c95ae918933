// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tongban::central {

/// One command of a device as it waits in the outbox: an act, or a claim, release or seizure of a case.
struct Command {
    Uuid id = Uuid::fromBytes({}); ///< The idempotency key.
    std::int64_t sequence = 0; ///< 1, 2, 3, ... for each device and district.
    std::string body; ///< JSON, see docs/centre.md; sent byte for byte the same each time.
};

/// What the centre said to one command. `outcome`: applied, conflict, refused, invalid, quarantined (final
/// and kept by the centre); expected (detail = the sequence it wants), key_reuse, device_fork, denied (not
/// final).
struct Answer {
    std::optional<Uuid> id; ///< Nothing: the answer is to the whole batch.
    std::string outcome;
    std::string detail;
    std::int64_t n = 0; ///< Place in the district's ledger; 0 = none.
    std::int64_t version = 0; ///< Of the case after the command.
    std::int64_t token = 0; ///< Fencing token of a claim; 0 = none.
};

/// The most that the centre takes in one call.
inline constexpr std::size_t kMostInBatch = 50;
inline constexpr std::size_t kLargestBatchBytes = 1'000'000;

/// Sends commands in their order, in batches, without waiting for one answer before the next batch goes out.
/// Safe to repeat with the same commands: what was carried out answers the same again. Unavailable: nothing
/// is known of those without an answer.
Result<std::vector<Answer>> push(Connection &connection, int district, const Uuid &device,
                                 std::span<const Command> commands);

} // namespace tongban::central
