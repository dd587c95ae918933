// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace tongban::ui {

/// Why a case is not decided by rules, in a few words; the code of a finding stays a code.
QString reasonWords(const QString &reason);

/// Why an act was done, or why people have the case, as a sentence. What people typed stays as they typed it.
/// `finding`: the words of the rules for a finding; empty = its code.
QString reasonSentence(const std::string &reason, const std::string &finding);

} // namespace tongban::ui
