// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/approval/decision.h"
#include "core/approval/rule_set_library.h"

#include <map>
#include <string>
#include <string_view>

namespace tongban::ctl {

/// Says in words why a case was not decided automatically. Findings speak in the words of the rule that made
/// them.
class ReasonText
{
public:
    ReasonText(const approval::RuleSetLibrary &library, Language language);

    /// `reason` as stored: "human_requested", "finding:WYC-D-03"; an unknown one is returned as it is.
    std::string words(std::string_view reason) const;

private:
    Language m_language;
    std::map<std::string, std::string, std::less<>> m_findings;
};

/// 准予, 补正, ... or "grant", "notice", ...
std::string_view word(approval::Outcome outcome, Language language);

} // namespace tongban::ctl
