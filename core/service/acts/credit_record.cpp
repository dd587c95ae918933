// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/credit_record.h"

#include "core/base/canonical_json.h"
#include "core/service/decision/evidence_desk.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

Result<std::optional<bool>> unrepairedBadCredit(const Workspace &workspace, const std::string &applicantId,
                                                Timestamp now)
{
    constexpr std::chrono::days kFreshness{30};
    const auto desk = TRY(EvidenceDesk::open(workspace));
    const approval::EvidenceQuery query{"transport", "credit", applicantId};
    const auto answers = desk->source().ask({&query, 1}, now);
    const approval::EvidenceAnswer &answer = answers.front();
    if (answer.status == approval::EvidenceStatus::Unknown || officialDate(now) - answer.day() > kFreshness)
        return std::optional<bool>();
    if (answer.status == approval::EvidenceStatus::NoRecord)
        return std::optional(false);
    const auto body = parseJson(answer.body);
    if (!body || !body->is_object() || !body->contains("unrepaired_bad_credit")
        || !(*body)["unrepaired_bad_credit"].is_boolean())
        return std::optional<bool>();
    return std::optional((*body)["unrepaired_bad_credit"].get<bool>());
}

} // namespace tongban::service
