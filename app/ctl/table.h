// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::ctl {

/// Columns the text takes on a terminal: Chinese characters and full-width forms take two.
std::size_t displayWidth(std::string_view utf8);

/// 1234567 -> "1,234,567".
std::string grouped(std::int64_t value);

/// A plain text table: header, rule, rows; columns as wide as their widest cell, numbers to the right.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) { }

    /// As many cells as there are columns.
    void addRow(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    bool isEmpty() const { return m_rows.empty(); }
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace tongban::ctl
