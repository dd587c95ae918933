// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/register_evidence.h"

#include "core/base/digest.h"

namespace tongban::storage {

using approval::EvidenceAnswer;
using approval::EvidenceQuery;
using approval::UnknownReason;

EvidenceAnswer RegisterEvidenceSource::answer(const EvidenceQuery &query, Timestamp now)
{
    const Result<> found = m_registers.find(query.source, query.record, query.key, m_answer);
    if (!found)
        return EvidenceAnswer::unknown(query, UnknownReason::Unavailable, now);
    switch (m_answer.status) {
    case RegisterStatus::NotImported:
        return EvidenceAnswer::unknown(query, UnknownReason::NotConfigured, now);
    case RegisterStatus::Contradictory:
        return EvidenceAnswer::unknown(query, UnknownReason::Contradictory, now);
    case RegisterStatus::Unreadable: return EvidenceAnswer::unknown(query, UnknownReason::Malformed, now);
    case RegisterStatus::NoRecord: return EvidenceAnswer::noRecord(query, m_answer.asOf, m_answer.importedAt);
    case RegisterStatus::Found: break;
    }
    EvidenceAnswer answered =
        EvidenceAnswer::answered(query, m_answer.body, m_answer.asOf, m_answer.importedAt);
    // A row that is not the one that was imported says nothing.
    if (answered.digest != m_answer.digest)
        return EvidenceAnswer::unknown(query, UnknownReason::Malformed, now);
    return answered;
}

std::vector<EvidenceAnswer> RegisterEvidenceSource::ask(std::span<const EvidenceQuery> queries, Timestamp now)
{
    std::vector<EvidenceAnswer> answers;
    answers.reserve(queries.size());
    const Result<ReadScope> moment = ReadScope::begin(m_registers.database());
    for (const EvidenceQuery &query : queries)
        answers.push_back(answer(query, now));
    return answers;
}

} // namespace tongban::storage
