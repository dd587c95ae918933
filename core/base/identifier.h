// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tongban {

/// Why a text is not the identifier it should be: what a message to a person is made of. The first reason
/// found.
enum class IdentifierProblem {
    Empty,
    WrongLength,
    BadCharacter, ///< Something that no identifier of this kind holds at this place.
    LetterNotUsed, ///< A letter left out because it is taken for a digit (I, O, and others by kind).
    WrongCheckCharacter, ///< A digit is wrong or two have changed places.
    UnknownRegistrar, ///< The first two characters of a credit code are not assigned.
    UnknownProvince, ///< The division or the plate names no province.
    FirstGeneration, ///< A resident number of 15 digits, no longer valid.
    ImpossibleBirthDate, ///< A day that does not exist.
    BirthInFuture, ///< A day after today.
    NotAnEnergyLetter, ///< An eight-character plate without one of the new-energy letters.
    WrongPhrase, ///< The fixed words of a certificate number are missing.
    WrongEmbeddedCode, ///< An organisation code or credit code inside fails its own check.
};

/// "wrong_check_character", ...: the stable name.
std::string_view name(IdentifierProblem problem);

/// What every `parse` does first: trims, folds full-width forms, makes letters upper case, and takes out
/// hyphens, spaces and middle dots. `check` functions expect this form.
std::string normalizedIdentifier(std::string_view text);

/// For lists and logs: the first `front` and the last `back` characters, stars between them. A text that
/// short would show whole has stars throughout. Identifiers of people are personal data and are never shown
/// or logged otherwise (Personal Information Protection Law, articles 28 and 51).
std::string masked(std::string_view identifier, std::size_t front = 6, std::size_t back = 2);

/// InvalidInput with the name of the problem and what was read (kind only, never the text).
Failure refuseIdentifier(std::string_view kind, IdentifierProblem problem,
                         const char *file = __builtin_FILE(), int line = __builtin_LINE());

} // namespace tongban
