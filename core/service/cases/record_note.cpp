// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/cases/record_note.h"

#include "core/service/cases/case_lookup.h"
#include "core/service/decision/decision_text.h"

#include <algorithm>

namespace tongban::service {

std::string recordNote(const std::vector<storage::StoredEvent> &events,
                       const std::vector<storage::DecisionRow> &kept, approval::Language language)
{
    const bool isChinese = language == approval::Language::Chinese;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const std::string named = detailOf(*event, "record");
        if (!named.empty()) {
            const bool isHere = std::ranges::any_of(kept, [&](const storage::DecisionRow &row) {
                return sha256(decisionText(row)).hex() == named;
            });
            if (isHere)
                return {};
            return isChinese
                ? "规则据以判断的记录不在本机。联机打开本件时会向中心索取;无权查看的账号取不到。"
                : "What the rules decided from is not on this machine. Opened online, the case asks "
                  "the centre for it; an account that may not see it gets nothing.";
        }
        if (event->body.find("\"left_out\":") != std::string::npos
            && event->role == permit::name(permit::Role::System))
            return isChinese
                ? "规则据以判断的记录太大,没有随办件上报,只在作出决定的机器上。"
                : "What the rules decided from was too large to travel; it is on the machine that "
                  "decided, and there alone.";
    }
    return {};
}

} // namespace tongban::service
