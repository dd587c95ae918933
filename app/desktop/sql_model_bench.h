// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tongban::desktop {

/// The reference of the benchmark of the list: Qt's own QSqlTableModel in a table view, doing the same on the
/// same store. A process of its own, so that its memory is its own. Prints "name value" a line; 2 when Qt has
/// no driver for SQLite here.
int benchSqlModel(const QString &workspace);

} // namespace tongban::desktop
