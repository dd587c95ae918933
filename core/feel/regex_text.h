// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tongban::feel {

/// The pattern without the white space that the flag x makes meaningless: all but that inside classes.
std::string regexWithoutSpace(std::string_view pattern);

/// A PCRE2 pattern that matches the text as it is.
std::string quotedRegex(std::string_view text);

} // namespace tongban::feel
