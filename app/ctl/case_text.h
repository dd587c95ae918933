// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/service/cases/cases.h"
#include "core/service/cases/time_machine.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace tongban::ctl {

/// The story of a case on one page: what was asked for and by whom, where it stands and why, who decides and
/// by what power, the clocks, every act, and the explanation of the latest decision by rules.
std::string storyPage(const service::Workspace &workspace, const service::CaseStory &story,
                      Language language);
nlohmann::ordered_json storyJson(const service::CaseStory &story);
nlohmann::ordered_json pastJson(const service::PastCase &past);

/// The bureau's word for a state, 已受理; the code itself when it is not known.
std::string stateWord(const permit::Workflow &workflow, std::string_view state, Language language);

} // namespace tongban::ctl
