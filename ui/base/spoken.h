// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLineEdit;

namespace tongban::ui {

/// A title as a screen reader says it, without the letter that is its key: "Account" of "&Account", and of a
/// Chinese title with "(&A)" behind it the title alone.
QString spokenTitle(QString title);

/// The button that empties a line, with a name: the one Qt makes has none.
void addClearButton(QLineEdit &line);

} // namespace tongban::ui
