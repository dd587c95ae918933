// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/permit/table_problem.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// A number that a law sets, with its dates and article, never a constant of the program
/// (resources/workflow/limits.csv).
enum class LegalLimit {
    AcceptanceDays, ///< Working days to accept or give notice: 5 (Administrative Licensing Law, article 32).
    ExtensionDays, ///< Working days by which a head may extend once: 10 (42).
    JointExtensionDays, ///< The same where bodies act together: 15 (42).
    DeliveryDays, ///< Working days to deliver after the decision: 10 (44).
    SupplementDays, ///< Working days an applicant has to supplement; the bureau's own rule.
    ConditionalDays, ///< Longest time in working days for documents to follow a conditional acceptance; the
                     ///< bureau's own rule.
    RectificationDays, ///< Working days to put right what a very dissatisfied applicant met with; the
                       ///< bureau's own rule.
};
inline constexpr int kLegalLimitCount = 7;

/// One line of limits.csv.
struct LimitEntry {
    LegalLimit limit = LegalLimit::AcceptanceDays;
    int days = 0;
    std::string basis; ///< "《中华人民共和国行政许可法》第三十二条"
    Date from;
    std::optional<Date> to; ///< Last day.
};

class LegalLimits;

struct LegalLimitsLoad {
    std::shared_ptr<const LegalLimits> limits;
    std::vector<TableProblem> problems;
};

/// The limits in force on a day. Immutable; any thread.
class LegalLimits
{
public:
    /// limits.csv: limit,days,basis,effective_from,effective_to. Refused are gaps and overlaps between
    /// entries of one limit, a limit without entry, days outside 1 to 250, a missing basis. The last entry of
    /// a limit has no end.
    static LegalLimitsLoad load(std::string_view csv);

    /// The entry in force; before the first entry, the first.
    const LimitEntry &on(LegalLimit limit, Date day) const;
    int days(LegalLimit limit, Date day) const { return on(limit, day).days; }

private:
    LegalLimits() = default;

    std::vector<LimitEntry> m_entries; ///< By limit, then by day.
};

std::string_view name(LegalLimit limit);
std::optional<LegalLimit> parseLegalLimit(std::string_view name);

} // namespace tongban::permit
