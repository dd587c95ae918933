// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/rule_book.h"
#include "core/approval/rule_trial.h"
#include "ui/base/theme.h"

#include <QTableWidget>

#include <optional>

namespace tongban::ui {

/// One decision table: a row a rule, what it looks at, what it says and the article. After a trial the rows
/// that fired are lit and each other row says which of its conditions failed, with the value seen. Ctrl+C
/// copies what is selected, or everything, as text for a spreadsheet. GUI thread.
class RuleTableView : public QTableWidget
{
    Q_OBJECT

public:
    RuleTableView(const Theme &theme, QWidget *parent);

    /// Without a trial the column that tells of it is hidden.
    void show(const approval::RuleTable &table, const std::optional<approval::TriedTable> &tried);

    /// Tab-separated, with the titles.
    QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillRow(int row);
    void fit();
    QString tellRow(const approval::RuleRow &row, const approval::TriedRow &tried) const;

    const Theme &m_theme;
    approval::RuleTable m_shown;
    std::optional<approval::TriedTable> m_tried;
};

} // namespace tongban::ui
