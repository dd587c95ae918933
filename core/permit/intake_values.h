// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/identifier.h"
#include "core/permit/raw_application.h"

#include <optional>
#include <string>
#include <string_view>

namespace tongban::permit {

inline constexpr std::size_t kLongestCode = 64; ///< Characters of a code, number or instant.

/// What base does to identifiers, without the work where nothing has to be done.
std::string identifierText(std::string_view text);

/// The first character in the text that nobody can see and no name or number holds: controls, line and
/// direction marks, zero-width marks, the mark of a broken conversion. Marks that choose the form of a rare
/// character are allowed.
bool hasInvisible(std::string_view text);

/// Turns single raw values into checked ones and complains where that cannot be done.
class IntakeValues
{
public:
    IntakeValues(bool cells, IntakeProblems &problems) : m_cells(cells), m_problems(problems) { }

    void bad(std::string_view field, IntakeReason reason, std::string detail)
    {
        m_problems.add(std::string(field), reason, std::move(detail));
    }

    /// Text without blanks around it; empty, with a complaint, when it is not right, and empty when it is not
    /// there.
    std::string_view text(const RawValue &value, std::string_view field, std::size_t longest);
    /// The same for what has to be there.
    std::string needed(const RawValue &value, std::string_view field, std::size_t longest);
    std::optional<bool> flag(const RawValue &value, std::string_view field);
    bool needsObject(const RawValue &value, std::string_view field);

    /// One of the names that `parse` knows.
    template <typename Enum>
    std::optional<Enum> choice(const RawValue &value, std::string_view field,
                               std::optional<Enum> (*parse)(std::string_view))
    {
        const std::string given = needed(value, field, kLongestCode);
        const std::optional<Enum> found = parse(given);
        if (!found && !given.empty())
            bad(field, IntakeReason::NotAllowed, "is not one of the values of the schema");
        return found;
    }

    void complainIdentity(std::string_view field, IdentifierProblem problem);

    /// In a table every value is text.
    bool cells() const { return m_cells; }
    /// A code that a spreadsheet has turned into a number of which digits are lost.
    bool isDamagedCell(std::string_view given) const;
    static constexpr const char *kDamagedCell = "was turned into a number by a spreadsheet and has lost "
                                                "digits: format the column as text and enter it "
                                                "again";

private:
    bool m_cells;
    IntakeProblems &m_problems;
};

} // namespace tongban::permit
