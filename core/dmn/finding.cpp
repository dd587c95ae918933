// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/finding.h"

#include <algorithm>

namespace tongban::dmn {

std::string_view name(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Syntax: return "syntax";
    case FindingKind::UnknownName: return "unknown_name";
    case FindingKind::UnknownType: return "unknown_type";
    case FindingKind::UnknownElement: return "unknown_element";
    case FindingKind::Duplicate: return "duplicate";
    case FindingKind::Cycle: return "cycle";
    case FindingKind::Structure: return "structure";
    case FindingKind::TypeMismatch: return "type_mismatch";
    case FindingKind::Gap: return "gap";
    case FindingKind::Overlap: return "overlap";
    case FindingKind::Masked: return "masked";
    case FindingKind::NotAllowed: return "not_allowed";
    case FindingKind::Unchecked: return "unchecked";
    }
    return "unknown";
}

namespace {

std::string rulesText(const std::vector<int> &rules)
{
    std::string text = rules.size() == 1 ? "rule " : "rules ";
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (i > 0)
            text += ", ";
        text += std::to_string(rules[i]);
    }
    return text;
}

} // namespace

void Finding::say(Remark what, std::vector<std::string> with)
{
    remark = what;
    parts = std::move(with);
    message = filled(sentence(what), parts);
}

std::string describe(const Finding &finding)
{
    std::string text;
    if (finding.place.line > 0)
        text += "line " + std::to_string(finding.place.line) + ", column "
            + std::to_string(finding.place.column) + ": ";
    std::string where = finding.element;
    if (!finding.rules.empty())
        where += (where.empty() ? "" : ", ") + rulesText(finding.rules);
    if (!finding.column.empty())
        where += (where.empty() ? "column " : ", column ") + finding.column;
    if (!where.empty())
        text += where + ": ";
    text += finding.message;
    if (!finding.example.empty())
        text += " Example: " + finding.example + ".";
    return text;
}

const Finding *firstError(const std::vector<Finding> &findings)
{
    const auto found = std::ranges::find_if(findings, &Finding::isError);
    return found == findings.end() ? nullptr : &*found;
}

} // namespace tongban::dmn
