// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application_forms.h"

#include <algorithm>
#include <set>

namespace tongban::permit {

namespace {

constexpr std::string_view kNeeded[] = {"channel",     "external_no",    "item",         "district",
                                        "received_at", "applicant.kind", "applicant.id", "applicant.name"};

RawValue cellValue(std::string_view cell)
{
    if (cell.empty())
        return {};
    return {RawValue::Type::Text, cell};
}

bool cutPrefix(std::string_view &title, std::string_view prefix)
{
    if (!title.starts_with(prefix))
        return false;
    title.remove_prefix(prefix.size());
    return true;
}

} // namespace

CsvColumns::Column CsvColumns::columnFor(std::string_view title)
{
    RawApplication raw;
    RawParty party;
    if (memberOf(raw, title))
        return {Part::Application, std::string(title)};
    if (cutPrefix(title, "applicant."))
        return {memberOf(party, title) ? Part::Applicant : Part::Unknown, std::string(title)};
    if (cutPrefix(title, "agent."))
        return {memberOf(party, title) ? Part::Agent : Part::Unknown, std::string(title)};
    if (cutPrefix(title, "field."))
        return {title.empty() ? Part::Unknown : Part::Field, std::string(title)};
    const bool number = cutPrefix(title, "material.") && !title.empty() && title.size() <= 2
        && title.find_first_not_of("0123456789") == std::string_view::npos;
    return {number ? Part::Material : Part::Unknown, std::string(title)};
}

std::vector<IntakeProblem> CsvColumns::set(std::span<const std::string> header)
{
    IntakeProblems problems;
    std::set<std::string_view> seen;
    m_columns.clear();
    for (std::size_t i = 0; i < header.size(); ++i) {
        Column column = columnFor(header[i]);
        const std::string place = "column " + std::to_string(i + 1);
        if (column.part == Part::Unknown)
            problems.add(place, IntakeReason::UnknownMember, "the schema has no such column");
        else if (!seen.insert(header[i]).second)
            problems.add(header[i], IntakeReason::Repeated, "stands twice in the header");
        m_columns.push_back(std::move(column));
    }
    for (const std::string_view needed : kNeeded) {
        if (!seen.contains(needed))
            problems.add(std::string(needed), IntakeReason::Missing, "the header lacks this column");
    }
    return problems.take();
}

void CsvColumns::read(std::span<const std::string> cells, RawApplication &raw) const
{
    raw.clear();
    raw.cells = true;
    raw.applicant.self.type = RawValue::Type::Object;
    raw.fieldsSelf.type = RawValue::Type::Object;
    raw.materialsSelf.type = RawValue::Type::Array;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const RawValue value = cellValue(cells[i]);
        if (value.isAbsent())
            continue;
        switch (column.part) {
        case Part::Application: *memberOf(raw, column.name) = value; break;
        case Part::Applicant: *memberOf(raw.applicant, column.name) = value; break;
        case Part::Agent:
            raw.agent.self.type = RawValue::Type::Object;
            *memberOf(raw.agent, column.name) = value;
            break;
        case Part::Field: raw.fields.push_back({column.name, value}); break;
        case Part::Material:
            raw.materials.push_back(
                {{RawValue::Type::Object, {}}, {RawValue::Type::Number, column.name}, value});
            break;
        case Part::Unknown: break;
        }
    }
}

} // namespace tongban::permit
