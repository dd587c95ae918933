// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/agency/http_agency.h"
#include "core/approval/evidence.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tongban::agency {

/// Where answers of agencies are kept between questions; implemented over the store. What goes wrong inside
/// counts as "not kept".
class AnswerCache
{
public:
    virtual ~AnswerCache() = default;

    virtual std::optional<approval::EvidenceAnswer> find(const approval::EvidenceQuery &query) = 0;
    virtual void keep(const approval::EvidenceAnswer &answer) = 0;
};

/// Asks each source where it is configured: a fresh cached answer first, then the agency; a source without an
/// agency is asked from the imported registers. An answer that is too old for the cache is never used in
/// place of a fresh one: the source is then unknown. One a thread.
class AgencySource final : public approval::EvidenceSource
{
public:
    AgencySource(std::vector<std::unique_ptr<HttpAgency>> agencies, AnswerCache &cache,
                 approval::EvidenceSource &registers);

    std::vector<approval::EvidenceAnswer> ask(std::span<const approval::EvidenceQuery> queries,
                                              Timestamp now) override;

private:
    HttpAgency *agencyOf(const approval::EvidenceQuery &query) const;
    approval::EvidenceAnswer askAgency(HttpAgency &agency, const approval::EvidenceQuery &query,
                                       Timestamp now);

    std::vector<std::unique_ptr<HttpAgency>> m_agencies;
    AnswerCache &m_cache;
    approval::EvidenceSource &m_registers;
};

} // namespace tongban::agency
