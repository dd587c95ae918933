// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace tongban::ctl {

/// Chinese first: English only where it is asked for.
enum class Language { Chinese, English };

/// The language of the environment (LC_ALL, LC_MESSAGES, LANG): English where it begins with "en", else
/// Chinese.
Language environmentLanguage();

/// One text in both languages, written side by side where it is used.
constexpr std::string_view pick(Language language, std::string_view chinese, std::string_view english)
{
    return language == Language::Chinese ? chinese : english;
}

} // namespace tongban::ctl
