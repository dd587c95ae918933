// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/identifier.h"

#include <compare>

namespace tongban {

enum class Sex { Female, Male };

/// The number of a resident's identity card (GB 11643-1999): division, day of birth, sequence, check
/// character (ISO 7064 MOD 11-2). Also the residence permits of people from Hong Kong, Macao and Taiwan (81,
/// 82, 83).
///
/// Personal data: show it as `masked()`, never log it.
class ResidentId
{
public:
    static constexpr std::string_view kKind = "resident id";

    /// `today` is the day by which a birth is in the future. Below the province the division is not compared
    /// with today's list: numbers keep the code of a place that has since been renamed.
    static std::optional<IdentifierProblem> check(std::string_view normalized, Date today);
    static Result<ResidentId> parse(std::string_view text, Date today);

    /// Completes seventeen digits, whose division and day of birth must hold.
    static Result<ResidentId> withCheckCharacter(std::string_view firstSeventeen, Date today);

    const std::string &text() const { return m_text; }
    std::string_view division() const { return std::string_view(m_text).substr(0, 6); }
    Date birthDate() const;
    Sex sex() const { return (m_text[16] - '0') % 2 == 1 ? Sex::Male : Sex::Female; }

    /// "440305********001X".
    std::string masked() const { return tongban::masked(m_text, 6, 4); }

    auto operator<=>(const ResidentId &) const = default;

private:
    explicit ResidentId(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

/// Completed years on a day; the birthday of 29 February falls on 1 March in other years. Negative before
/// birth.
int ageOn(Date birthDate, Date day);

/// A place: province, city or county (GB/T 2260). Functional areas such as Dapeng or Qianhai have none.
class DivisionCode
{
public:
    static constexpr std::string_view kKind = "division code";

    enum class Level { Province, City, County };

    static std::optional<IdentifierProblem> check(std::string_view normalized);
    static Result<DivisionCode> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    Level level() const;

    /// Whether `other` is this place or lies in it.
    bool contains(const DivisionCode &other) const;

    auto operator<=>(const DivisionCode &) const = default;

private:
    explicit DivisionCode(std::string text) : m_text(std::move(text)) { }

    std::string m_text;
};

} // namespace tongban
