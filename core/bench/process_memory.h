// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace tongban::bench {

/// Forgets the peak so far, so that what follows is measured alone. Where the system cannot do that, the peak
/// of the whole process is what peakMemory() gives.
void resetPeakMemory();

/// The most memory this process held at once since the last reset, in bytes; 0 where the system does not
/// tell.
std::int64_t peakMemory();

} // namespace tongban::bench
