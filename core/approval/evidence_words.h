// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/explanation.h"
#include "core/approval/facts.h"

#include <string>
#include <string_view>

namespace tongban::approval {

/// "来源的记录互相矛盾", "the source's records contradict each other".
std::string_view causeWords(FactCause cause, Language language);

/// 交警“机动车登记”; a record that the dictionary does not know keeps its code.
std::string recordWords(const EvidenceDictionary &dictionary, std::string_view source,
                        std::string_view record, Language language);

} // namespace tongban::approval
