// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

namespace tongban::ctl {

/// Turns SIGINT and SIGTERM into a flag that long commands look at between transactions, so that stopping
/// never loses an act. A second signal of the same kind ends the program at once (the store is safe all the
/// same). SIGPIPE is ignored: a closed pipe becomes a write error.
const std::atomic<bool> &installStopSignal();

} // namespace tongban::ctl
