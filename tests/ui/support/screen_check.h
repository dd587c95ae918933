// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace tests {

/// What is wrong with a window as it stands, a sentence each; empty when nothing is. They look at what is
/// visible now: screens are walked by who calls.

/// Text that does not fit where the style draws it, reaches out of a parent that cannot scroll, or lies on
/// another text.
QStringList cutText(const QWidget &window);

/// Controls that a screen reader would announce without a name. A combo box needs one beside its current
/// text, which is all that its interface tells on Linux.
QStringList unnamedControls(const QWidget &window);

/// Controls that the Tab key does not come to, and those that do not let it go on. Presses Tab on the active
/// window until it has gone round.
QStringList unreachableControls(QWidget &window);

/// Text of less than 4.5 : 1 on what lies behind it; what is disabled needs 3 : 1.
QStringList faintText(const QWidget &window);

/// "QPushButton actGo 'Grant'": the way these sentences name a widget.
QString nameOf(const QWidget &widget);

} // namespace tests
