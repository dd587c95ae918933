// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tongban::desktop {

/// Memory of this process that is in use now; 0 where the system does not tell.
double residentMegabytes();

/// "name value" for the process that asked.
void printFigure(const char *name, double value);

/// What this thread has computed so far.
double threadCpuMilliseconds();

} // namespace tongban::desktop
