// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace tongban::permit {

/// The headers of the catalogue's files, for reading and writing alike.
inline constexpr std::string_view kFieldColumns[] = {"code", "name_zh", "name_en"};
inline constexpr std::string_view kItemColumns[] = {"code",           "version",         "effective_from",
                                                    "effective_to",   "field",           "name_zh",
                                                    "name_en",        "level",           "status",
                                                    "status_since",   "status_basis",    "power_entry",
                                                    "legal_basis",    "organisation",    "statutory_days",
                                                    "promised_days",  "visits_allowed",  "courier",
                                                    "area",           "rule_set",        "automatic_outcomes",
                                                    "safety_related", "promise_allowed", "limited_quota",
                                                    "joint_handling", "expert_review"};
inline constexpr std::string_view kMaterialColumns[] = {"item",    "version", "no",         "name_zh",
                                                        "name_en", "mode",    "importance", "evidence"};
inline constexpr std::string_view kStepColumns[] = {"item", "version", "step", "statutory_days",
                                                    "promised_days"};
inline constexpr std::string_view kOrganisationColumns[] = {"code", "name_zh", "name_en", "kind", "district"};
inline constexpr std::string_view kHallColumns[] = {"code", "name_zh", "name_en", "level", "district"};
inline constexpr std::string_view kWindowColumns[] = {"hall", "window", "fields"};
inline constexpr std::string_view kDelegationColumns[] = {
    "power", "item", "from_organisation", "to_organisation", "district", "from_date", "to_date", "basis"};

} // namespace tongban::permit
