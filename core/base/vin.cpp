// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/check_character.h"
#include "core/base/vehicle_identifier.h"

#include <array>

namespace tongban {

namespace {

constexpr std::size_t kCheckPlace = 8;

/// Letters of GB 16735 as digits, A to Z; I, O and Q are not used.
int transliterated(char c)
{
    static constexpr std::string_view kValues = "12345678012345070923456789";
    return isDigit(c) ? c - '0' : kValues[static_cast<std::size_t>(c - 'A')] - '0';
}

char vinCheck(std::string_view text)
{
    static constexpr std::array<int, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * transliterated(text[i]);
    return sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
}

std::optional<IdentifierProblem> bodyProblem(std::string_view text)
{
    if (const auto problem = lengthProblem(text, 17))
        return problem;
    for (const char c : text) {
        if (c == 'I' || c == 'O' || c == 'Q')
            return IdentifierProblem::LetterNotUsed;
        if (!isAlphanumeric(c))
            return IdentifierProblem::BadCharacter;
    }
    return std::nullopt;
}

} // namespace

std::optional<IdentifierProblem> Vin::check(std::string_view normalized)
{
    if (const auto problem = bodyProblem(normalized))
        return problem;
    if (normalized[kCheckPlace] != vinCheck(normalized))
        return IdentifierProblem::WrongCheckCharacter;
    return std::nullopt;
}

Result<Vin> Vin::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = bodyProblem(normalized))
        return refuseIdentifier(kKind, *problem);
    return Vin(std::move(normalized));
}

Result<Vin> Vin::withCheckCharacter(std::string_view text)
{
    Vin vin = TRY(parse(text));
    vin.m_text[kCheckPlace] = vinCheck(vin.m_text);
    return vin;
}

bool Vin::checkDigitHolds() const
{
    return !check(m_text);
}

} // namespace tongban
