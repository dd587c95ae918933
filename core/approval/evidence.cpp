// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/evidence.h"

#include <utility>

namespace tongban::approval {

std::string_view name(EvidenceStatus status)
{
    switch (status) {
    case EvidenceStatus::Answered: return "answered";
    case EvidenceStatus::NoRecord: return "no_record";
    case EvidenceStatus::Unknown: return "unknown";
    }
    return "unknown";
}

std::string_view name(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::NoAnswer: return "no_answer";
    case UnknownReason::Timeout: return "timeout";
    case UnknownReason::Unavailable: return "unavailable";
    case UnknownReason::Malformed: return "malformed";
    case UnknownReason::Contradictory: return "contradictory";
    case UnknownReason::Stale: return "stale";
    case UnknownReason::NotConfigured: return "not_configured";
    }
    return "no_answer";
}

std::optional<EvidenceStatus> parseEvidenceStatus(std::string_view text)
{
    for (const EvidenceStatus status :
         {EvidenceStatus::Answered, EvidenceStatus::NoRecord, EvidenceStatus::Unknown}) {
        if (name(status) == text)
            return status;
    }
    return std::nullopt;
}

std::optional<UnknownReason> parseUnknownReason(std::string_view text)
{
    using enum UnknownReason;
    for (const UnknownReason reason :
         {NoAnswer, Timeout, Unavailable, Malformed, Contradictory, Stale, NotConfigured}) {
        if (name(reason) == text)
            return reason;
    }
    return std::nullopt;
}

bool mayAnswerLater(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::NoAnswer:
    case UnknownReason::Timeout:
    case UnknownReason::Unavailable:
    case UnknownReason::Malformed:
    case UnknownReason::Contradictory:
    case UnknownReason::Stale: return true;
    case UnknownReason::NotConfigured: return false;
    }
    return false;
}

EvidenceAnswer EvidenceAnswer::unknown(EvidenceQuery query, UnknownReason reason, Timestamp at)
{
    EvidenceAnswer answer;
    answer.query = std::move(query);
    answer.reason = reason;
    answer.answeredAt = at;
    return answer;
}

EvidenceAnswer EvidenceAnswer::noRecord(EvidenceQuery query, std::optional<Date> asOf, Timestamp at)
{
    EvidenceAnswer answer;
    answer.query = std::move(query);
    answer.status = EvidenceStatus::NoRecord;
    answer.asOf = asOf;
    answer.answeredAt = at;
    return answer;
}

EvidenceAnswer EvidenceAnswer::answered(EvidenceQuery query, std::string body, std::optional<Date> asOf,
                                        Timestamp at)
{
    EvidenceAnswer answer;
    answer.query = std::move(query);
    answer.status = EvidenceStatus::Answered;
    answer.digest = sha256(body);
    answer.body = std::move(body);
    answer.asOf = asOf;
    answer.answeredAt = at;
    return answer;
}

} // namespace tongban::approval
