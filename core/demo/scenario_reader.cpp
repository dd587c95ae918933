// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/scenario_reader.h"

#include <algorithm>
#include <charconv>

namespace tongban::demo {

namespace {

enum ProfileColumn : std::size_t { kScope, kRecord, kKey, kField, kValue };
enum ChangeColumn : std::size_t { kChangeScope, kKind, kShare, kName, kChanges };

std::optional<EntityKind> entityKind(std::string_view name)
{
    static constexpr std::pair<std::string_view, EntityKind> kKinds[] = {
        {"person", EntityKind::Person},
        {"enterprise", EntityKind::Enterprise},
        {"vin", EntityKind::Vin},
        {"electric_plate", EntityKind::ElectricPlate},
        {"ordinary_plate", EntityKind::OrdinaryPlate},
        {"certificate_number", EntityKind::CertificateNumber},
        {"document_number", EntityKind::DocumentNumber}};
    for (const auto &[known, kind] : kKinds) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

std::optional<std::size_t> fixedSlot(std::string_view record, std::string_view field)
{
    if (record == "applicant" && field == "kind")
        return Profile::kApplicantKind;
    if (record == "applicant" && field == "age")
        return Profile::kApplicantAge;
    if (record == "flag" && field == "promise")
        return Profile::kPromise;
    return std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// Whether a case of the profile has this variable.
bool makes(const Profile &profile, int variable)
{
    return variable == VariableNames::kApplicant || variable == VariableNames::kRowKey
        || std::any_of(profile.entities.begin(), profile.entities.end(),
                       [&](const Profile::Entity &entity) { return entity.variable == variable; });
}

} // namespace

Result<> ScenarioReader::open(const std::filesystem::path &folder)
{
    m_profiles = TRY(Table::read(folder / "profiles.csv", {"scope", "record", "key", "field", "value"}));
    m_changes = TRY(Table::read(folder / "changes.csv", {"scope", "kind", "share", "name", "changes"}));
    for (const Table::Row &row : m_profiles.rows()) {
        if (m_profiles.cell(row, kScope) == "*")
            TRY(addDefault(row));
    }
    return {};
}

Result<ValueExpression> ScenarioReader::expression(const Table &table, const Table::Row &row,
                                                   std::string_view text)
{
    Result<ValueExpression> parsed = ValueExpression::parse(text, m_variables);
    if (!parsed)
        return table.problem(row, parsed.error().detail);
    return parsed;
}

Result<> ScenarioReader::addDefault(const Table::Row &row)
{
    const int record = m_registers.find(m_profiles.cell(row, kRecord));
    if (record < 0)
        return m_profiles.problem(row, "the register dictionary has no such record");
    const auto &layout = m_registers.records()[static_cast<std::size_t>(record)];
    const int field = RegisterLayout::fieldOf(layout, m_profiles.cell(row, kField));
    if (field < 0)
        return m_profiles.problem(row, "the record has no such field");
    m_defaults[{static_cast<std::size_t>(record), static_cast<std::size_t>(field)}] =
        TRY(expression(m_profiles, row, m_profiles.cell(row, kValue)));
    return {};
}

Result<Profile> ScenarioReader::profile(std::string_view name, std::string_view item)
{
    Profile result;
    result.slots.resize(Profile::kFixedSlots);
    result.slots[Profile::kApplicantKind] = TRY(ValueExpression::parse("person", m_variables));
    result.slots[Profile::kApplicantAge] = TRY(ValueExpression::parse("23..57", m_variables));
    result.slots[Profile::kPromise] = TRY(ValueExpression::parse("false", m_variables));
    bool known = false;
    for (const std::string_view scope : {name, item}) {
        for (const Table::Row &row : m_profiles.rows()) {
            if (m_profiles.cell(row, kScope) != scope)
                continue;
            TRY(addLine(result, row));
            known = true;
        }
    }
    if (!known)
        return fail(ErrorCode::InvalidInput, "profiles.csv: no line for " + std::string(name));
    for (const Table::Row &row : m_changes.rows()) {
        const std::string &scope = m_changes.cell(row, kChangeScope);
        if (scope == name || scope == item)
            TRY(addTwist(result, row));
    }
    for (const Twist &defect : result.defects)
        result.defectWeight += defect.share;
    return result;
}

Result<> ScenarioReader::addLine(Profile &profile, const Table::Row &row)
{
    const std::string &record = m_profiles.cell(row, kRecord);
    const std::string &field = m_profiles.cell(row, kField);
    const std::string &value = m_profiles.cell(row, kValue);
    if (record == "new") {
        const std::optional<EntityKind> kind = entityKind(value);
        if (!kind)
            return m_profiles.problem(row, "unknown kind of thing");
        const int variable = m_variables.indexOf(field);
        const auto same = [&](const Profile::Entity &entity) {
            return entity.variable == variable;
        };
        std::erase_if(profile.entities, same);
        profile.entities.push_back({variable, *kind});
        return {};
    }
    if (const std::optional<std::size_t> slot = fixedSlot(record, field)) {
        profile.slots[*slot] = TRY(expression(m_profiles, row, value));
        return {};
    }
    if (record == "form") {
        const auto same = [&](const Profile::FormField &known) {
            return known.name == field;
        };
        auto found = std::find_if(profile.form.begin(), profile.form.end(), same);
        if (found == profile.form.end()) {
            profile.form.push_back({field, profile.slots.size()});
            profile.slots.emplace_back();
            found = profile.form.end() - 1;
        }
        profile.slots[found->slot] = TRY(expression(m_profiles, row, value));
        return {};
    }
    const int index = m_registers.find(record);
    if (index < 0)
        return m_profiles.problem(row, "the register dictionary has no such record");
    return addRecordCell(profile, row, static_cast<std::size_t>(index));
}

Result<> ScenarioReader::addRecordCell(Profile &profile, const Table::Row &row, std::size_t record)
{
    const auto &layout = m_registers.records()[record];
    const std::string &key = m_profiles.cell(row, kKey);
    if (key.empty())
        return m_profiles.problem(row, "a record needs the variable that is its key");
    std::optional<std::size_t> found = rowOf(profile, layout.name + "@" + key);
    if (!found) {
        profile.rows.push_back({record, m_variables.indexOf(key), profile.slots.size()});
        for (std::size_t field = 0; field < layout.fields.size(); ++field) {
            const auto preset = m_defaults.find({record, field});
            profile.slots.push_back(
                preset != m_defaults.end() ? preset->second : TRY(ValueExpression::parse("", m_variables)));
        }
        found = profile.rows.size() - 1;
    }
    const std::string &fieldName = m_profiles.cell(row, kField);
    if (fieldName.empty())
        return {};
    const int field = RegisterLayout::fieldOf(layout, fieldName);
    if (field < 0)
        return m_profiles.problem(row, "the record has no such field");
    profile.slots[profile.rows[*found].firstSlot + static_cast<std::size_t>(field)] =
        TRY(expression(m_profiles, row, m_profiles.cell(row, kValue)));
    return {};
}

std::optional<std::size_t> ScenarioReader::rowOf(const Profile &profile, std::string_view recordAndKey) const
{
    const std::size_t at = recordAndKey.find('@');
    const int record = m_registers.find(recordAndKey.substr(0, at));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < profile.rows.size(); ++i) {
        if (static_cast<int>(profile.rows[i].record) != record)
            continue;
        if (at != std::string_view::npos
            && m_variables.at(profile.rows[i].keyVariable) != recordAndKey.substr(at + 1))
            continue;
        if (found)
            return std::nullopt; // Two rows: the key has to be said.
        found = i;
    }
    return found;
}

std::optional<ScenarioReader::Target> ScenarioReader::target(const Profile &profile,
                                                             std::string_view path) const
{
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos)
        return std::nullopt;
    const std::string_view record = path.substr(0, dot);
    const std::string_view field = path.substr(dot + 1);
    if (const std::optional<std::size_t> slot = fixedSlot(record, field))
        return Target{std::nullopt, *slot};
    if (record == "form") {
        const auto found = std::find_if(profile.form.begin(), profile.form.end(),
                                        [&](const Profile::FormField &known) { return known.name == field; });
        return found == profile.form.end() ? std::nullopt : std::optional(Target{std::nullopt, found->slot});
    }
    const std::optional<std::size_t> row = rowOf(profile, record);
    if (!row)
        return std::nullopt;
    const int index = RegisterLayout::fieldOf(m_registers.records()[profile.rows[*row].record], field);
    if (index < 0)
        return std::nullopt;
    return Target{*row, profile.rows[*row].firstSlot + static_cast<std::size_t>(index)};
}

Result<> ScenarioReader::addTwist(Profile &profile, const Table::Row &row)
{
    Twist twist;
    twist.name = m_changes.cell(row, kName);
    const std::string &share = m_changes.cell(row, kShare);
    const auto [end, error] = std::from_chars(share.data(), share.data() + share.size(), twist.share);
    if (error != std::errc() || end != share.data() + share.size() || twist.share == 0)
        return m_changes.problem(row, "the share must be a whole number above 0");
    std::string_view rest = m_changes.cell(row, kChanges);
    while (!rest.empty()) {
        const std::size_t separator = rest.find('&');
        const Result<> added = addChange(profile, trimmed(rest.substr(0, separator)), twist);
        if (!added)
            return m_changes.problem(row, added.error().detail);
        rest = separator == std::string_view::npos ? std::string_view() : rest.substr(separator + 1);
    }
    const std::string &kind = m_changes.cell(row, kKind);
    if (kind != "variation" && kind != "defect")
        return m_changes.problem(row, "the kind must be variation or defect");
    (kind == "variation" ? profile.variations : profile.defects).push_back(std::move(twist));
    return {};
}

Result<> ScenarioReader::addChange(const Profile &profile, std::string_view text, Twist &twist)
{
    if (text.starts_with('-')) {
        const std::optional<std::size_t> row = rowOf(profile, text.substr(1));
        if (!row)
            return fail(ErrorCode::InvalidInput, "no such row to leave out: " + std::string(text));
        twist.droppedRows.push_back(*row);
        return {};
    }
    const bool contradicts = text.starts_with('~');
    if (contradicts)
        text.remove_prefix(1);
    const std::size_t equals = text.find('=');
    const std::optional<Target> where =
        equals == std::string_view::npos ? std::nullopt : target(profile, text.substr(0, equals));
    if (!where)
        return fail(ErrorCode::InvalidInput, "no such value to change: " + std::string(text));
    Change change{where->slot, TRY(ValueExpression::parse(text.substr(equals + 1), m_variables))};
    for (const int variable : change.value.variables()) {
        if (!makes(profile, variable))
            return fail(ErrorCode::InvalidInput, "the profile makes no " + m_variables.at(variable));
    }
    if (where->row)
        twist.touchedRows.push_back(*where->row);
    if (contradicts && !where->row)
        return fail(ErrorCode::InvalidInput,
                    "only a register row can contradict another: " + std::string(text));
    if (contradicts)
        twist.contradictions.push_back({*where->row, std::move(change)});
    else
        twist.changes.push_back(std::move(change));
    return {};
}

} // namespace tongban::demo
