// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

namespace tongban::desktop {

/// Name and value; negative = it could not be taken.
using Figures = std::map<std::string, double>;

/// Prints the figures of the window, each with its budget and the same of Qt's own model where it has it; a
/// line each, or a JSON object a line. 1 when a figure is over its budget or could not be taken.
int printReport(const Figures &figures, const Figures &reference, bool json);

} // namespace tongban::desktop
