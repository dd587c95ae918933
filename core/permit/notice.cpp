// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/notice.h"

#include "core/permit/enum_names.h"

#include <algorithm>
#include <set>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<NoticeProblem::NotYet> kProblems{
    "none", "no_defects", "without_code", "without_basis", "without_text", "repeated", "not_yet"};

bool wasTold(std::span<const Notice> earlier, const Defect &defect)
{
    return std::ranges::any_of(earlier, [&](const Notice &notice) {
        return std::ranges::find(notice.defects, defect.code, &Defect::code) != notice.defects.end();
    });
}

} // namespace

std::vector<Defect> heldBack(std::span<const Notice> earlier, std::span<const Defect> defects)
{
    std::vector<Defect> held;
    if (earlier.empty())
        return held;
    const Date lastTold = officialDate(earlier.back().givenAt);
    std::ranges::copy_if(defects, std::back_inserter(held), [&](const Defect &defect) {
        return !defect.since || *defect.since <= lastTold || wasTold(earlier, defect);
    });
    return held;
}

NoticeProblem noticeProblem(std::span<const Defect> defects, Date today)
{
    if (defects.empty())
        return NoticeProblem::NoDefects;
    std::set<std::string_view> codes;
    for (const Defect &defect : defects) {
        if (defect.code.empty())
            return NoticeProblem::WithoutCode;
        if (defect.basis.empty())
            return NoticeProblem::WithoutBasis;
        if (defect.textZh.empty())
            return NoticeProblem::WithoutText;
        if (!codes.insert(defect.code).second)
            return NoticeProblem::Repeated;
        if (defect.since && *defect.since > today)
            return NoticeProblem::NotYet;
    }
    return NoticeProblem::None;
}

std::string_view name(NoticeProblem problem)
{
    return nameIn(kProblems, problem);
}

} // namespace tongban::permit
