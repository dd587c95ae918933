// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/application.h"

#include <cstdint>

namespace tongban::permit {

/// Equal for applications that may be one: same item, same applicant number and, where the form names a
/// vehicle, same VIN (S14: whatever the channel). Eight bytes of SHA-256 as a signed number, the form in
/// which the store keeps it. Two cases with one key are compared by sameMatter() before anything is said.
std::int64_t duplicateKey(const Application &application);

/// Whether two applications ask for the same thing for the same applicant. An application taken in twice
/// (same channel and external number) is not a duplicate but a repeat: it makes no case at all.
bool sameMatter(const Application &one, const Application &other);

} // namespace tongban::permit
