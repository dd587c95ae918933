// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace CLI {
class App;
}

namespace tongban::ctl {

class Session;

/// push and centre, under `bench`.
void addBenchCentre(CLI::App &bench, Session &session);

} // namespace tongban::ctl
