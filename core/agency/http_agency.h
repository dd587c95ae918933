// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agency/agency_config.h"
#include "core/approval/evidence.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <chrono>
#include <functional>
#include <memory>

namespace tongban::agency {

/// What an HttpAgency needs from outside. All of them outlive it.
struct AgencyServices {
    const Clock &clock;
    Random &random; ///< Request ids and the spread of pauses.
    std::function<void(std::chrono::milliseconds)> pause; ///< Sleeps between attempts; tests count instead.
};

/// One agency over HTTPS. Repeats a failed question after a growing pause, stops asking for a while after
/// failures in a row, limits the time and the size of an answer, checks its signature where one is agreed.
/// Blocks; one thread at a time.
class HttpAgency
{
public:
    /// InvalidInput when a secret, token or certificate file cannot be read.
    static Result<std::unique_ptr<HttpAgency>> create(const AgencyConfig &config,
                                                      const AgencyServices &services);
    ~HttpAgency();

    const AgencyConfig &config() const;

    /// Never fails: what goes wrong is an unknown answer with its reason.
    approval::EvidenceAnswer ask(const approval::EvidenceQuery &query);

private:
    struct Connection;
    explicit HttpAgency(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

} // namespace tongban::agency
