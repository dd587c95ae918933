// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::agency {

/// What the simulated agency holds about one key.
struct SimulatedRecord {
    std::string fields; ///< Canonical JSON object.
    Date asOf{};
};

/// How often the simulator misbehaves, in thousandths of the questions; the kinds are tried in this order.
struct SimulatorFaults {
    int errorPerMille = 0; ///< Status 503.
    int slowPerMille = 0; ///< The answer comes after slowBy.
    int malformedPerMille = 0; ///< A body that is cut off.
    int contradictoryPerMille = 0; ///< An answer about somebody else.
    std::chrono::milliseconds slowBy{2000};
    std::chrono::milliseconds delay{0}; ///< Before every answer, beside the faults.

    auto operator<=>(const SimulatorFaults &) const = default;
};

/// Stands in for the agencies on a loopback address, for demonstrations and tests: answers by the contract of
/// `resources/schema/agency.openapi.json` from the demo registers and fails as often as it is told to. Never
/// listens on any address but 127.0.0.1. `PUT /faults` changes the faults while it runs. Has threads of its
/// own; start and stop from one thread.
class AgencySimulator
{
public:
    /// Returns what a source holds, nothing for "no record". Called on the simulator's threads, one call at a
    /// time.
    using Lookup = std::function<Result<std::optional<SimulatedRecord>>(
        std::string_view source, std::string_view record, std::string_view key)>;
    struct Options {
        int port = 0; ///< 0 = any free port.
        SimulatorFaults faults;
        std::uint64_t seed = 1; ///< The faults come from a repeatable sequence.
        std::string secret; ///< Signs answers when it is not empty.
    };

    /// Unavailable when the port is taken.
    static Result<std::unique_ptr<AgencySimulator>> start(const Options &options, Lookup lookup);
    ~AgencySimulator();

    int port() const;
    void setFaults(const SimulatorFaults &faults);
    std::int64_t questions() const;

private:
    struct Server;
    explicit AgencySimulator(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

} // namespace tongban::agency
