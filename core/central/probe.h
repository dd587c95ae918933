// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::central {

/// How far one gets on the way to a session, in this order.
enum class ProbeStep : std::uint8_t {
    Name, ///< The host has an address.
    Port, ///< Something answers there.
    Tls, ///< It proves who it is.
    SignIn, ///< It lets this login in.
};

struct ProbeLine {
    ProbeStep step = ProbeStep::Name;
    bool passed = false;
    std::string code; ///< Why not: "unknown_name", "no_answer", "refused", "no_tls", "no_ca_file",
                      ///< "unknown_ca", "other_name", "expired", "password_wanted", "password_refused",
                      ///< "no_ticket", "not_admitted", "no_database", "no_binding", "other".
    std::string detail; ///< As the library says it; for the support.
};

/// Goes the way step by step and stops at the first that fails. A socket in the file system has neither name
/// nor certificate: those steps are left out. InvalidInput as in connectionOptions(). Takes some seconds at
/// most.
Result<std::vector<ProbeLine>> probe(std::string_view text, std::string_view password);

} // namespace tongban::central
