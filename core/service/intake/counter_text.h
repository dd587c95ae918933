// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/intake/counter.h"

#include <string>

namespace tongban::service {

/// An entry as one line of an intake file, received now through the window. Empty parts are left out.
std::string applicationText(const CounterEntry &entry, Timestamp now);

/// The "name" in what a register answered; empty when it has none.
std::string nameInRecord(const std::string &json);

} // namespace tongban::service
