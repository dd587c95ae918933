// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/workspace/item_book.h"

#include <QTextBrowser>

namespace tongban::ui {

/// Everything the catalogue says of one item, as one text to read, to copy and to search: limits, materials
/// and where each comes from, who could decide it, and why it takes no cases where it does not. GUI thread.
class ItemPage : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ItemPage(QWidget *parent);

    void show(const service::ItemSheet &sheet, Date day, approval::Language language);
};

} // namespace tongban::ui
