// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/agency/agency_source.h"

namespace tongban::agency {

using approval::EvidenceAnswer;
using approval::EvidenceQuery;
using approval::EvidenceStatus;

AgencySource::AgencySource(std::vector<std::unique_ptr<HttpAgency>> agencies, AnswerCache &cache,
                           approval::EvidenceSource &registers)
    : m_agencies(std::move(agencies)), m_cache(cache), m_registers(registers)
{
}

HttpAgency *AgencySource::agencyOf(const EvidenceQuery &query) const
{
    for (const auto &agency : m_agencies)
        if (agency->config().source == query.source)
            return agency.get();
    return nullptr;
}

EvidenceAnswer AgencySource::askAgency(HttpAgency &agency, const EvidenceQuery &query, Timestamp now)
{
    const auto &freshness = agency.config().freshnessDays;
    const auto days = freshness.find(query.record);
    const std::chrono::days good(days == freshness.end() ? 1 : days->second);
    if (auto kept = m_cache.find(query); kept && kept->answeredAt <= now && now - kept->answeredAt < good)
        return std::move(*kept);
    EvidenceAnswer answer = agency.ask(query);
    if (answer.status != EvidenceStatus::Unknown)
        m_cache.keep(answer);
    return answer;
}

std::vector<EvidenceAnswer> AgencySource::ask(std::span<const EvidenceQuery> queries, Timestamp now)
{
    std::vector<EvidenceAnswer> answers;
    answers.reserve(queries.size());
    for (const EvidenceQuery &query : queries) {
        if (HttpAgency *agency = agencyOf(query))
            answers.push_back(askAgency(*agency, query, now));
        else
            answers.push_back(std::move(m_registers.ask({&query, 1}, now).front()));
    }
    return answers;
}

} // namespace tongban::agency
