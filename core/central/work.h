// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::central {

/// The functions of this file are a worker's, but for those on models.

/// A district with work that no other worker has, for so many seconds; nothing = there is none. `again`
/// seconds after the last look a district whose cases only wait for sources is looked at too.
Result<std::optional<int>> leaseDistrict(Connection &worker, const Uuid &instance, int seconds, int again);
Result<> releaseDistrict(Connection &worker, const Uuid &instance, int district);

/// Publishes how far the districts' ledgers are safe from the loss of a machine; how many moved.
Result<int> settle(Connection &worker);

/// Ends sessions of desktops that others have been waiting for longer than this; how many.
Result<int> evictBlockers(Connection &worker, int seconds);

struct Backlog {
    int district = 0;
    std::int64_t waiting = 0; ///< For the program.
    std::int64_t evidence = 0; ///< For a source.
    std::int64_t people = 0;
};
Result<std::vector<Backlog>> backlog(Connection &worker);

/// A rule model that two persons have published.
struct PublishedModel {
    std::string ruleSet;
    int version = 0;
    std::string effectiveFrom;
    std::string model;
    std::string manifest;
};
Result<std::vector<PublishedModel>> models(Connection &connection);

/// By a supervisor of all districts; another one confirms. Conflict when there is one of that version, Denied
/// when the login may not.
Result<> proposeModel(Connection &supervisor, const PublishedModel &model);
/// Conflict when there is no such proposal, Denied for who proposed it.
Result<> confirmModel(Connection &supervisor, const Digest &model);

} // namespace tongban::central
