// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/intake/intake.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tongban::ctl {

class Session;

/// What became of the lines of a file, for people and for scripts.
std::string intakeText(const Session &session, const service::IntakeReport &report);
nlohmann::ordered_json intakeJson(const service::IntakeReport &report);

/// Shows "label 42 %" on a terminal and hands over the stop flag. The session outlives it.
service::Progress progressOf(Session &session, std::string_view label);

} // namespace tongban::ctl
