// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/table.h"

#include <algorithm>

namespace tongban::ctl {

namespace {

/// The next code point; malformed bytes count as one narrow character each.
char32_t nextCodePoint(std::string_view utf8, std::size_t &at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(utf8[i]);
    };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0x80 || lead < 0xC2 || at + length > utf8.size()) {
        ++at;
        return lead;
    }
    char32_t point = length == 2 ? lead & 0x1FU : length == 3 ? lead & 0x0FU : lead & 0x07U;
    for (std::size_t i = 1; i < length; ++i)
        point = (point << 6) | (byte(at + i) & 0x3FU);
    at += length;
    return point;
}

/// East Asian Wide and Fullwidth (UAX 11), the ranges that occur in names and laws.
bool isWide(char32_t point)
{
    return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3) || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6) || (point >= 0x20000 && point <= 0x3FFFD);
}

void appendCell(std::string &out, std::string_view text, std::size_t width, Table::Align align)
{
    const std::string padding(width - std::min(width, displayWidth(text)), ' ');
    if (align == Table::Align::Right)
        out += padding;
    out += text;
    if (align == Table::Align::Left)
        out += padding;
}

} // namespace

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();)
        width += isWide(nextCodePoint(utf8, at)) ? 2U : 1U;
    return width;
}

std::string grouped(std::int64_t value)
{
    std::string digits = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

std::string Table::text() const
{
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        std::size_t width = displayWidth(m_columns[c].title);
        for (const auto &row : m_rows)
            width = std::max(width, displayWidth(row[c]));
        widths.push_back(width);
    }
    std::string out;
    const auto line = [&](const auto &cell) {
        std::string row;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            if (c > 0)
                row += "  ";
            appendCell(row, cell(c), widths[c], m_columns[c].align);
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + '\n';
    };
    line([&](std::size_t c) -> std::string_view { return m_columns[c].title; });
    line([&](std::size_t c) { return std::string(widths[c], '-'); });
    for (const auto &cells : m_rows)
        line([&](std::size_t c) -> std::string_view { return cells[c]; });
    return out;
}

} // namespace tongban::ctl
