// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/compatibility_kit.h"
#include "core/dmn/evaluator.h"
#include "core/dmn/kit_reader.h"
#include "core/feel/host_function.h"

namespace tongban::dmn {

/// How numbers are compared.
enum class KitPrecision { Exact, Near };

/// Runs one case.
KitOutcome runKitCase(const KitCase &one, Evaluator &evaluator, KitPrecision precision);

/// The static methods of Java that the kit calls.
std::shared_ptr<const feel::HostFunctions> kitHostFunctions();

} // namespace tongban::dmn
