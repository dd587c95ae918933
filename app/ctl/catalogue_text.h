// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/permit/catalogue.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tongban::ctl {

/// The catalogue's terms as people read them.
std::string_view word(permit::ItemLevel level, Language language);
std::string_view word(permit::ItemStatus status, Language language);
std::string_view word(permit::SourceMode mode, Language language);
std::string_view word(permit::Importance importance, Language language);
std::string_view word(permit::Step step, Language language);

/// One item on one page: what it asks for, how long it takes, where it is taken in, who decides it on that
/// day.
std::string itemPage(const permit::Catalogue &catalogue, const permit::Item &item, Date day,
                     Language language);
nlohmann::ordered_json itemJson(const permit::Catalogue &catalogue, const permit::Item &item, Date day);

/// "办理机构 ... 自 2026-09-01 起,依据 ..."
std::string powerLine(const permit::Catalogue &catalogue, const permit::DecisionPower &power,
                      Language language);
nlohmann::ordered_json powerJson(const permit::Catalogue &catalogue, int district,
                                 const permit::DecisionPower &power);

/// Every number of the catalogue on a day.
std::string countsPage(const permit::Catalogue &catalogue, Date day, std::size_t published,
                       Language language);
nlohmann::ordered_json countsJson(const permit::Catalogue &catalogue, Date day, std::size_t published);

} // namespace tongban::ctl
