// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/base/theme.h"

#include <QTableWidget>

#include <vector>

namespace tongban::ui {

/// What a cell means, in colour beside its words.
enum class Tone { Plain, Muted, Good, Near, Late };

struct WrapCell {
    QString text;
    Tone tone = Tone::Plain;
    bool isStrong = false;
    QString tip = {}; ///< Empty = none.
};

/// A table on a page: as wide as the page, as high as its text, every word in sight, nothing to scroll. For
/// some ten or hundred rows. Cells can be read and copied one by one. GUI thread.
class WrapTable : public QTableWidget
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        int weight = 1; ///< Share of the width.
    };

    WrapTable(const QString &name, const QString &title, const std::vector<Column> &columns,
              const Theme &theme, QWidget *parent);

    void setRows(std::vector<std::vector<WrapCell>> rows);
    const std::vector<std::vector<WrapCell>> &rows() const { return m_rows; }

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();
    void fit();

    const Theme &m_theme;
    std::vector<Column> m_columns;
    std::vector<std::vector<WrapCell>> m_rows;
    int m_fittedWidth = -1;
};

} // namespace tongban::ui
