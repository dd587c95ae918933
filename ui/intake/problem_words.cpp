// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/intake/problem_words.h"

namespace tongban::ui {

QString ProblemWords::sentence(const permit::IntakeProblem &problem)
{
    using permit::IntakeReason;
    switch (problem.reason) {
    case IntakeReason::Missing: return tr("Has to be filled in.");
    case IntakeReason::BadCheckDigit:
        return tr("The check character does not fit: a character is wrong, or two have changed places.");
    case IntakeReason::BadFormat: return tr("Is not written as such a number is written.");
    case IntakeReason::TooLong: return tr("Is too long.");
    case IntakeReason::BadDate: return tr("There is no such day. Write 2026-11-23.");
    case IntakeReason::InFuture: return tr("Lies in the future.");
    case IntakeReason::NotAllowed: return tr("Is not one of the possible values.");
    case IntakeReason::WrongType: return tr("Is not of the kind that is wanted here.");
    case IntakeReason::ControlCharacter: return tr("Has a character that nobody can see. Type it anew.");
    case IntakeReason::UnknownItem: return tr("There is no such permit item today.");
    case IntakeReason::ItemCancelled: return tr("This permit item takes no new cases.");
    case IntakeReason::UnknownDistrict: return tr("There is no such district.");
    case IntakeReason::NotUtf8:
    case IntakeReason::NotJson: return tr("Has characters that are broken. Type it anew.");
    case IntakeReason::UnknownMember:
    case IntakeReason::Repeated:
    case IntakeReason::Conflicting: return tr("Does not go together with the rest of the form.");
    }
    return {};
}

} // namespace tongban::ui
