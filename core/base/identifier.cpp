// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/identifier.h"

#include "core/base/text.h"

namespace tongban {

std::string_view name(IdentifierProblem problem)
{
    switch (problem) {
    case IdentifierProblem::Empty: return "empty";
    case IdentifierProblem::WrongLength: return "wrong_length";
    case IdentifierProblem::BadCharacter: return "bad_character";
    case IdentifierProblem::LetterNotUsed: return "letter_not_used";
    case IdentifierProblem::WrongCheckCharacter: return "wrong_check_character";
    case IdentifierProblem::UnknownRegistrar: return "unknown_registrar";
    case IdentifierProblem::UnknownProvince: return "unknown_province";
    case IdentifierProblem::FirstGeneration: return "first_generation";
    case IdentifierProblem::ImpossibleBirthDate: return "impossible_birth_date";
    case IdentifierProblem::BirthInFuture: return "birth_in_future";
    case IdentifierProblem::NotAnEnergyLetter: return "not_an_energy_letter";
    case IdentifierProblem::WrongPhrase: return "wrong_phrase";
    case IdentifierProblem::WrongEmbeddedCode: return "wrong_embedded_code";
    }
    return "bad_character";
}

std::string normalizedIdentifier(std::string_view text)
{
    std::string normalized = halfWidth(trimmed(text));
    std::size_t kept = 0;
    for (std::size_t i = 0; i < normalized.size(); ++i) {
        const char c = normalized[i];
        const std::string_view rest = std::string_view(normalized).substr(i);
        if (c == '-' || c == ' ')
            continue;
        // The middle dot is U+00B7 on plates; its katakana twin U+30FB and the bullet U+2022 come from other
        // keyboards.
        if (rest.starts_with("\u00b7")) {
            i += 1;
            continue;
        }
        if (rest.starts_with("\u30fb") || rest.starts_with("\u2022")) {
            i += 2;
            continue;
        }
        normalized[kept++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    normalized.resize(kept);
    return normalized;
}

std::string masked(std::string_view identifier, std::size_t front, std::size_t back)
{
    const std::size_t length = codePointCount(identifier);
    if (length <= front + back)
        return std::string(length, '*');
    const std::string_view head = firstCodePoints(identifier, front);
    const std::string_view tail = identifier.substr(firstCodePoints(identifier, length - back).size());
    std::string text(head);
    text.append(length - front - back, '*');
    text += tail;
    return text;
}

Failure refuseIdentifier(std::string_view kind, IdentifierProblem problem, const char *file, int line)
{
    return fail(ErrorCode::InvalidInput, std::string(kind) + ": " + std::string(name(problem)), file, line);
}

} // namespace tongban
