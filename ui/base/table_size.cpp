// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/table_size.h"

#include "ui/base/frame_style.h"

#include <QApplication>
#include <QHeaderView>
#include <QStyle>

namespace tongban::ui {

void widenToTitles(QTableView &table)
{
    QHeaderView &header = *table.horizontalHeader();
    // By the table's font: while the size of the text changes the header may still have the old one.
    const QFontMetrics metrics = table.fontMetrics();
    const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header)
        + 2 * metrics.averageCharWidth();
    for (int column = 0; column < header.count(); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        const int needed = metrics.horizontalAdvance(title) + margins;
        if (!header.isSectionHidden(column) && header.sectionSize(column) < needed)
            header.resizeSection(column, needed);
    }
}

void sizeRows(QTableView &table)
{
    const int line = table.fontMetrics().height();
    int height = line * 3 / 2;
    if (const auto *style = qobject_cast<const FrameStyle *>(QApplication::style()))
        switch (style->density()) {
        case Density::Compact: height = line + line / 6; break;
        case Density::Normal: break;
        case Density::Roomy: height = line * 2 + line / 4; break;
        }
    table.verticalHeader()->setDefaultSectionSize(height);
}

} // namespace tongban::ui
