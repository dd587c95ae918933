// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/fixed_font.h"

#include <QFontDatabase>

namespace tongban::ui {

QString fixedFamily()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

void useFixedFont(QWidget &widget)
{
    QFont family;
    family.setFamilies({fixedFamily()});
    widget.setFont(family);
}

} // namespace tongban::ui
