// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tongban::permit {

/// One thing missing or wrong in an application, as the applicant is told it.
struct Defect {
    std::string code; ///< "WYC-D-03" of a rule, "material:4" of a document: what makes two defects the same.
    std::string field; ///< Form field or document it is about; empty = the application as a whole.
    std::string basis; ///< The law and article that ask for it.
    std::string textZh;
    std::string textEn;
    /// The first day on which it could be seen, when it came up after the application: a licence that ran out
    /// meanwhile, a fault in what was sent in later. Nothing = it was there from the beginning.
    std::optional<Date> since;

    bool operator==(const Defect &) const = default;
};

/// A one-time notice (Administrative Licensing Law, article 32): every defect, at once.
struct Notice {
    int ordinal = 1; ///< 1 = the one-time notice.
    Timestamp givenAt{};
    Date dueOn; ///< Until when the applicant may supplement.
    std::vector<Defect> defects;
    std::string signer; ///< The supervisor who signed a later notice; empty for the first.

    bool operator==(const Notice &) const = default;
};

/// The defects that may not be told in another notice without a supervisor's signature, because they could
/// have been told in an earlier one (B6): all of those told before, and those that could be seen on the day
/// of the last notice. Empty = the notice may go out, always so when there was none before.
std::vector<Defect> heldBack(std::span<const Notice> earlier, std::span<const Defect> defects);

/// Why a list of defects is no notice.
enum class NoticeProblem {
    None,
    NoDefects,
    WithoutCode,
    WithoutBasis, ///< What cannot be based on a law cannot be asked for.
    WithoutText, ///< In Chinese; English may be empty.
    Repeated, ///< One defect twice.
    NotYet, ///< A defect that could first be seen after today.
};
NoticeProblem noticeProblem(std::span<const Defect> defects, Date today);

std::string_view name(NoticeProblem problem);

} // namespace tongban::permit
