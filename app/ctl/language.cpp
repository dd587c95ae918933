// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/language.h"

#include <cstdlib>

namespace tongban::ctl {

Language environmentLanguage()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char *value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).substr(0, 2) == "en" ? Language::English : Language::Chinese;
    }
    return Language::Chinese;
}

} // namespace tongban::ctl
