// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tongban::service {

/// Where the centre is and as whom one goes there; the password is never a part of it.
struct CentreAddress {
    std::string host; ///< A name, an address, or the folder of a socket on this machine.
    int port = 0; ///< 0 = the usual one.
    std::string database = "tongban";
    std::string login;
    std::string
        authorityFile; ///< The certificate authority that vouches for the server; empty = the system's.
    bool byTicket = false; ///< Kerberos: whoever is signed in to the domain signs in without typing.

    bool operator==(const CentreAddress &) const = default;
};

/// As libpq takes it, without a password.
std::string connectText(const CentreAddress &address);

/// What has to be in order before a desktop joins, in this order.
enum class CentreStep : std::uint8_t { Name, Port, Tls, SignIn, Schema, Right, Device, Clock };

struct CentreStepLine {
    CentreStep step = CentreStep::Name;
    bool passed = false;
    /// Why not: those of central::ProbeLine, "not_a_centre", "schema_too_old", "no_account", "no_district",
    /// "other_districts", "not_enrolled", "clock_off", "other".
    std::string code;
    std::string detail; ///< For the support.
};

struct CentreCheck {
    std::vector<CentreStepLine> lines; ///< Up to the first that failed.
    std::string account;
    std::vector<int> districts; ///< That the login may read.
    std::int64_t acts = 0; ///< In the districts asked for: what the first copy brings.
    std::chrono::milliseconds clockOffset{0}; ///< By how much the centre's clock is ahead.

    bool isReady() const;
};

/// Goes the whole way once; nothing is changed, here or there. `districts` empty = all that may be read.
/// `tell` is called after each step, on the caller's thread. InvalidInput when the address is none.
Result<CentreCheck> checkCentre(const CentreAddress &address, const std::string &password, const Uuid &device,
                                const std::vector<int> &districts, const Clock &clock,
                                const std::function<void(const CentreStepLine &)> &tell = {});

/// A new identity for a desktop that has none: the administrator of the centre enrols it.
Uuid newDevice(const Clock &clock);

} // namespace tongban::service
