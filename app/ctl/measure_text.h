// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bench/measure.h"

#include <vector>

namespace tongban::ctl {

class Session;

/// One JSON object a measure, or a table for people. A figure over its budget sets the exit code of findings.
void printMeasures(Session &session, const std::vector<bench::Measure> &measures);

} // namespace tongban::ctl
