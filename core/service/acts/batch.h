// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/cases/cases.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// What may be done to a whole list at once: only what can be taken back and decides nothing. Refusals and
/// penalties are never among them: each needs its own reasons.
enum class BatchVerb { Claim, PutBack, PrintReceipts };

/// More than this nobody has looked at.
inline constexpr int kMostBatch = 500;

/// One case of a batch: what would come of it, or what came of it.
struct BatchRow {
    std::string serial;
    std::string applicantName;
    std::string
        problem; ///< Empty = it can be done, or is done. A ClaimProblem, an ActProblem, "paper_missing".
    std::string holderName; ///< Of "held_by_other".

    bool isGood() const { return problem.empty(); }
};

struct BatchPreview {
    std::int64_t total = 0; ///< Of the list; more than kMostBatch are not taken.
    std::vector<BatchRow> rows; ///< In the order of the list.

    bool isTooMany() const { return total > kMostBatch; }
};

/// Every case of the list with what stands in its way now. Changes nothing.
Result<BatchPreview> previewBatch(Workspace &workspace, BatchVerb verb, const CaseQuery &query,
                                  const SignedIn &person);

struct BatchRequest {
    BatchVerb verb = BatchVerb::Claim;
    std::string reason; ///< Claim: why cases are taken out of turn, where they are.
    std::filesystem::path folder; ///< PrintReceipts: a PDF for each case goes there.
};

/// Does it to one case, by the same way as one by one; what stands in the way is in the row. An error is a
/// failure of the machine.
Result<BatchRow> doBatchRow(Workspace &workspace, const BatchRequest &request, std::string_view serial,
                            const SignedIn &person);

} // namespace tongban::service
