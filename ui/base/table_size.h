// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace tongban::ui {

/// Makes every column at least as wide as its title. After columns were sized by samples or contents.
void widenToTitles(QTableView &table);

/// One line of text a row, by the table's font and the density of FrameStyle; rows are never measured one by
/// one.
void sizeRows(QTableView &table);

} // namespace tongban::ui
