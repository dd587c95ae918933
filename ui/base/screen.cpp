// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/screen.h"

namespace tongban::ui {

void Screen::enter()
{
    if (focusWidget() != nullptr)
        focusWidget()->setFocus();
    else
        setFocus();
}

} // namespace tongban::ui
