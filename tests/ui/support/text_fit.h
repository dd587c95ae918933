// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>
#include <QString>
#include <QWidget>

#include <vector>

namespace tests {

/// One text of a widget: how much room it needs and how much the style gives it.
struct TextFit {
    QString text;
    QSize needed;
    QSize room;

    bool fits() const { return needed.width() <= room.width() && needed.height() <= room.height(); }
};

/// The texts that the program put on a widget: labels, titles of buttons, headers, tabs, groups, the chosen
/// word of a combo box, hints in empty lines. What a person types or the store delivers may be longer than
/// its place.
std::vector<TextFit> textsOf(const QWidget &widget);

} // namespace tests
