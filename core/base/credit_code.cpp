// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/credit_code.h"

#include "core/base/check_character.h"

#include <algorithm>
#include <array>

namespace tongban {

namespace {

constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Registrar, then the types it registers. The rows 1, 5, 9 and Y are those of the standard.
constexpr std::array<std::string_view, 12> kRegistrars{"11239", "219", "3123459", "419", "51239", "6129",
                                                       "7129",  "819", "91239",   "A19", "N1239", "Y1"};

bool isAssigned(char registrar, char type)
{
    return std::ranges::any_of(kRegistrars, [&](std::string_view row) {
        return row.front() == registrar && row.find(type, 1) != std::string_view::npos;
    });
}

/// GB 11714: the sum weighted by 3 7 9 10 5 8 4 2, from 11; 10 is X, 11 is 0.
char organisationCheck(std::string_view firstEight)
{
    static constexpr std::array<int, 8> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * alphanumericValue(firstEight[i]);
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : static_cast<char>('0' + check % 11);
}

/// GB 32100: weights are the powers of 3 modulo 31.
char creditCheck(std::string_view firstSeventeen)
{
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : firstSeventeen) {
        sum += weight * kCreditAlphabet.find(c);
        weight = weight * 3 % 31;
    }
    return kCreditAlphabet[(31 - sum % 31) % 31];
}

std::optional<IdentifierProblem> creditBodyProblem(std::string_view text)
{
    for (const char c : text) {
        if (kCreditAlphabet.find(c) == std::string_view::npos)
            return c >= 'A' && c <= 'Z' ? IdentifierProblem::LetterNotUsed : IdentifierProblem::BadCharacter;
    }
    if (!allDigits(text.substr(2, 6)))
        return IdentifierProblem::BadCharacter;
    if (!isAssigned(text[0], text[1]))
        return IdentifierProblem::UnknownRegistrar;
    return std::nullopt;
}

std::optional<IdentifierProblem> organisationBodyProblem(std::string_view text)
{
    return std::ranges::all_of(text, isAlphanumeric) ? std::nullopt
                                                     : std::optional(IdentifierProblem::BadCharacter);
}

} // namespace

std::optional<IdentifierProblem> OrganisationCode::check(std::string_view normalized)
{
    if (const auto problem = lengthProblem(normalized, 9))
        return problem;
    if (const auto problem = organisationBodyProblem(normalized))
        return problem;
    if (normalized[8] != organisationCheck(normalized.substr(0, 8)))
        return IdentifierProblem::WrongCheckCharacter;
    return std::nullopt;
}

Result<OrganisationCode> OrganisationCode::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized))
        return refuseIdentifier(kKind, *problem);
    return OrganisationCode(std::move(normalized));
}

Result<OrganisationCode> OrganisationCode::withCheckCharacter(std::string_view firstEight)
{
    std::string normalized = normalizedIdentifier(firstEight);
    auto problem = lengthProblem(normalized, 8);
    if (!problem)
        problem = organisationBodyProblem(normalized);
    if (problem)
        return refuseIdentifier(kKind, *problem);
    normalized.push_back(organisationCheck(normalized));
    return OrganisationCode(std::move(normalized));
}

std::optional<IdentifierProblem> CreditCode::check(std::string_view normalized)
{
    if (const auto problem = lengthProblem(normalized, 18))
        return problem;
    if (const auto problem = creditBodyProblem(normalized))
        return problem;
    if (normalized[17] != creditCheck(normalized.substr(0, 17)))
        return IdentifierProblem::WrongCheckCharacter;
    return std::nullopt;
}

Result<CreditCode> CreditCode::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized))
        return refuseIdentifier(kKind, *problem);
    return CreditCode(std::move(normalized));
}

Result<CreditCode> CreditCode::withCheckCharacter(std::string_view firstSeventeen)
{
    std::string normalized = normalizedIdentifier(firstSeventeen);
    auto problem = lengthProblem(normalized, 17);
    if (!problem)
        problem = creditBodyProblem(normalized);
    if (problem)
        return refuseIdentifier(kKind, *problem);
    normalized.push_back(creditCheck(normalized));
    return CreditCode(std::move(normalized));
}

std::optional<IdentifierProblem> GovernmentItemCode::check(std::string_view normalized)
{
    if (normalized.empty())
        return IdentifierProblem::Empty;
    if (normalized.size() != 31 && normalized.size() != 33)
        return IdentifierProblem::WrongLength;
    if (!allDigits(normalized.substr(18)))
        return IdentifierProblem::BadCharacter;
    if (CreditCode::check(normalized.substr(0, 18)))
        return IdentifierProblem::WrongEmbeddedCode;
    return std::nullopt;
}

Result<GovernmentItemCode> GovernmentItemCode::parse(std::string_view text)
{
    std::string normalized = normalizedIdentifier(text);
    if (const auto problem = check(normalized))
        return refuseIdentifier(kKind, *problem);
    return GovernmentItemCode(std::move(normalized));
}

} // namespace tongban
