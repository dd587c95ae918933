// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/fixed_font.h"

#include <QFontDatabase>

namespace tongban::ui {

void useFixedFont(QWidget &widget)
{
    QFont family;
    family.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    widget.setFont(family);
}

} // namespace tongban::ui
