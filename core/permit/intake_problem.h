// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tongban::permit {

/// Why a line of an intake file is not an application. Each has a stable name for files and statistics.
enum class IntakeReason {
    NotUtf8, ///< Wrong encoding; the sentence says whether it looks like GB 18030.
    NotJson, ///< Not one JSON object, or cut off.
    TooLong, ///< The line, a text or a list.
    Missing, ///< A member that has to be there is absent or empty.
    UnknownMember, ///< A member or column that the schema does not have.
    Repeated, ///< A member, a document number or a column twice.
    WrongType, ///< A number where a text should stand, and so on.
    ControlCharacter, ///< A character nobody can see: control, line or direction marks, or the mark of a
                      ///< broken conversion.
    NotAllowed, ///< Not one of the values the schema lists, or outside its range.
    BadFormat, ///< Not written as such a thing is written.
    BadCheckDigit, ///< An identifier whose check character does not fit: most likely a typing error.
    BadDate, ///< Not a day or an instant that exists.
    InFuture, ///< After the present.
    UnknownItem, ///< No such item, or no version of it on that day.
    ItemCancelled, ///< Cancelled or handed over; the sentence names day and document (S12).
    UnknownDistrict,
    Conflicting, ///< The channel and number of an earlier application, with other contents.
};

/// One thing wrong with a line: where, a code a program can count, a sentence a person can act on.
struct IntakeProblem {
    std::string field; ///< "applicant.id", "materials[2].no"; empty = the line as a whole.
    IntakeReason reason = IntakeReason::NotJson;
    std::string
        detail; ///< English, without any value of the line: quarantine statistics hold no personal data.

    bool operator==(const IntakeProblem &) const = default;
};

/// "bad_check_digit", ...
std::string_view name(IntakeReason reason);

} // namespace tongban::permit
