// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace tests {

/// How well one colour can be told from the other: 1 to 21 (WCAG 2, as GB/T 37668 takes it over).
double contrast(const QColor &one, const QColor &other);

/// A text and what lies behind it.
struct TextColours {
    QString sample;
    QColor text;
    QColor ground;
};

/// Every pair of colours a widget draws text in: its palette's, those inside rich text, those that a model
/// gives its first rows.
std::vector<TextColours> coloursOf(const QWidget &widget);

} // namespace tests
