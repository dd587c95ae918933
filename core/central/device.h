// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/connection.h"

#include <cstdint>

namespace tongban::central {

/// The number the centre expects next of this device in a district. Denied when the device is not this
/// account's or was revoked.
Result<std::int64_t> nextSequence(Connection &connection, int district, const Uuid &device);

/// Takes a new identity because another machine has the old one. Denied when the old one is not this
/// account's, was revoked, or too many were taken today.
Result<> succeedDevice(Connection &connection, const Uuid &before, const Uuid &after);

} // namespace tongban::central
