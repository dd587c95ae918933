// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/demo/scenario.h"
#include "core/demo/table.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::demo {

/// Compiles `profiles.csv` and `changes.csv` into the profile of one item: lines of the scope "*" give what a
/// record says by default, lines of the profile's scope the records and form fields it has, lines of the
/// item's scope what differs.
class ScenarioReader
{
public:
    ScenarioReader(const RegisterLayout &registers, VariableNames &variables)
        : m_registers(registers), m_variables(variables)
    {
    }

    Result<> open(const std::filesystem::path &folder);
    Result<Profile> profile(std::string_view name, std::string_view item);

private:
    /// "police.person@applicant_id.name": the key may be left out where only one row of the record is in the
    /// profile.
    struct Target {
        std::optional<std::size_t> row; ///< Nothing for a form field or a flag.
        std::size_t slot = 0;
    };

    Result<> addDefault(const Table::Row &row);
    Result<> addLine(Profile &profile, const Table::Row &row);
    Result<> addRecordCell(Profile &profile, const Table::Row &row, std::size_t record);
    Result<> addTwist(Profile &profile, const Table::Row &row);
    Result<> addChange(const Profile &profile, std::string_view text, Twist &twist);
    std::optional<Target> target(const Profile &profile, std::string_view path) const;
    std::optional<std::size_t> rowOf(const Profile &profile, std::string_view recordAndKey) const;
    Result<ValueExpression> expression(const Table &table, const Table::Row &row, std::string_view text);

    const RegisterLayout &m_registers;
    VariableNames &m_variables;
    Table m_profiles;
    Table m_changes;
    std::map<std::pair<std::size_t, std::size_t>, ValueExpression> m_defaults; ///< By record and field.
};

} // namespace tongban::demo
