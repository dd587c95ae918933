// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/resident_id.h"

#include "core/base/check_character.h"

#include <array>
#include <charconv>

namespace tongban {

namespace {

/// ISO 7064 MOD 11-2.
char residentCheck(std::string_view firstSeventeen)
{
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * (firstSeventeen[i] - '0');
    return "10X98765432"[sum % 11];
}

std::chrono::year_month_day birthOf(std::string_view text)
{
    const auto number = [text](std::size_t from, std::size_t count) {
        unsigned value = 0;
        std::from_chars(text.data() + from, text.data() + from + count, value);
        return value;
    };
    return std::chrono::year(static_cast<int>(number(6, 4))) / std::chrono::month(number(10, 2))
        / std::chrono::day(number(12, 2));
}

/// Everything but length and check character, of at least seventeen characters.
std::optional<IdentifierProblem> bodyProblem(std::string_view text, Date today)
{
    if (!allDigits(text.substr(0, 17)))
        return IdentifierProblem::BadCharacter;
    if (!isProvinceCode(text.substr(0, 2)))
        return IdentifierProblem::UnknownProvince;
    const std::chrono::year_month_day birth = birthOf(text);
    if (!birth.ok())
        return IdentifierProblem::ImpossibleBirthDate;
    if (Date(birth) > today)
        return IdentifierProblem::BirthInFuture;
    return std::nullopt;
}

} // namespace

std::optional<IdentifierProblem> ResidentId::check(std::string_view normalized, Date today)
{
    if (normalized.size() == 15 && allDigits(normalized))
        return IdentifierProblem::FirstGeneration;
    if (const auto problem = lengthProblem(normalized, 18))
        return problem;
    if (!isDigit(normalized[17]) && normalized[17] != 'X')
        return IdentifierProblem::BadCharacter;
    if (const auto problem = bodyProblem(normalized, today))
        return problem;
    if (normalized[17] != residentCheck(normalized))
        return IdentifierProblem::WrongCheckCharacter;
    return std::nullopt;
}

Result<ResidentId> ResidentId::parse(std::string_view text, Date today)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized, today))
        return refuseIdentifier(kKind, *problem);
    return ResidentId(std::move(normalized));
}

Result<ResidentId> ResidentId::withCheckCharacter(std::string_view firstSeventeen, Date today)
{
    std::string normalized = normalizedIdentifier(firstSeventeen);
    auto problem = lengthProblem(normalized, 17);
    if (!problem)
        problem = bodyProblem(normalized, today);
    if (problem)
        return refuseIdentifier(kKind, *problem);
    normalized.push_back(residentCheck(normalized));
    return ResidentId(std::move(normalized));
}

Date ResidentId::birthDate() const
{
    return Date(birthOf(m_text));
}

int ageOn(Date birthDate, Date day)
{
    const std::chrono::year_month_day birth(birthDate);
    const std::chrono::year_month_day now(day);
    const int years = static_cast<int>(now.year()) - static_cast<int>(birth.year());
    const bool birthdayToCome =
        now.month() < birth.month() || (now.month() == birth.month() && now.day() < birth.day());
    return years - (birthdayToCome ? 1 : 0);
}

std::optional<IdentifierProblem> DivisionCode::check(std::string_view normalized)
{
    if (const auto problem = lengthProblem(normalized, 6))
        return problem;
    if (!allDigits(normalized))
        return IdentifierProblem::BadCharacter;
    const bool countyWithoutCity = normalized.substr(2, 2) == "00" && normalized.substr(4) != "00";
    if (countyWithoutCity)
        return IdentifierProblem::BadCharacter;
    if (!isProvinceCode(normalized.substr(0, 2)))
        return IdentifierProblem::UnknownProvince;
    return std::nullopt;
}

Result<DivisionCode> DivisionCode::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized))
        return refuseIdentifier(kKind, *problem);
    return DivisionCode(std::move(normalized));
}

DivisionCode::Level DivisionCode::level() const
{
    if (m_text.ends_with("0000"))
        return Level::Province;
    return m_text.ends_with("00") ? Level::City : Level::County;
}

bool DivisionCode::contains(const DivisionCode &other) const
{
    switch (level()) {
    case Level::Province: return m_text.substr(0, 2) == other.m_text.substr(0, 2);
    case Level::City: return m_text.substr(0, 4) == other.m_text.substr(0, 4);
    case Level::County: return *this == other;
    }
    return false;
}

} // namespace tongban
