// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/dmn/finding.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::ctl {

/// A finding about a model in words: where it stands, what is wrong, an example that shows it, the articles
/// of its rules. A syntax error shows the text with a caret under the character at which reading stopped.
std::string findingText(const dmn::Finding &finding, const std::vector<std::string> &articles,
                        Language language);

/// The text's line that holds code point `position`, and below it a caret under that character, as wide as a
/// terminal shows it; a long line is cut on both sides. Both lines are indented by two spaces.
std::string caretLines(std::string_view text, int position);

} // namespace tongban::ctl
