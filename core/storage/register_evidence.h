// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence.h"
#include "core/storage/register_store.h"

#include <span>
#include <vector>

namespace tongban::storage {

/// Answers the questions of a decision from the imported registers. A register that was not imported is
/// unknown (not configured), contradictory rows are unknown, no row is "no record": never more than the
/// register says. One for each thread, like the RegisterStore it reads.
class RegisterEvidenceSource final : public approval::EvidenceSource
{
public:
    explicit RegisterEvidenceSource(RegisterStore &registers) : m_registers(registers) { }

    std::vector<approval::EvidenceAnswer> ask(std::span<const approval::EvidenceQuery> queries,
                                              Timestamp now) override;

private:
    approval::EvidenceAnswer answer(const approval::EvidenceQuery &query, Timestamp now);

    RegisterStore &m_registers;
    RegisterAnswer m_answer;
};

} // namespace tongban::storage
