// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sql_texts.h"

#include <algorithm>
#include <vector>

namespace tongban::storage {

namespace {

constexpr std::string_view kName = "-- name: ";
constexpr std::string_view kPart = "-- part: ";

struct Section {
    std::string_view kind; ///< kName or kPart.
    std::string_view name;
    std::string_view text;
};

std::size_t nextHeading(std::string_view text, std::size_t from)
{
    return std::min(text.find(kName, from), text.find(kPart, from));
}

std::vector<Section> sectionsOf(std::string_view text)
{
    std::vector<Section> sections;
    for (std::size_t at = nextHeading(text, 0); at != std::string_view::npos;) {
        const std::size_t nameBegin = at + kName.size();
        const std::size_t nameEnd = text.find('\n', nameBegin);
        const std::size_t next = nextHeading(text, nameEnd);
        sections.push_back({text.substr(at, kName.size()), text.substr(nameBegin, nameEnd - nameBegin),
                            text.substr(nameEnd + 1, std::min(next, text.size()) - nameEnd - 1)});
        at = next;
    }
    return sections;
}

/// Parts may name parts that stand before them.
std::string filledIn(std::string_view text, const std::map<std::string_view, std::string> &parts)
{
    std::string filled(text);
    for (const auto &[name, part] : parts) {
        const std::string mark = '{' + std::string(name) + '}';
        for (std::size_t at = filled.find(mark); at != std::string::npos;
             at = filled.find(mark, at + part.size()))
            filled.replace(at, mark.size(), part);
    }
    return filled;
}

} // namespace

std::map<std::string_view, std::string> namedStatements(std::span<const SqlFile> files)
{
    std::map<std::string_view, std::string> statements;
    for (const SqlFile &file : files) {
        std::map<std::string_view, std::string> parts;
        for (const Section &section : sectionsOf(file.text))
            (section.kind == kPart ? parts : statements).emplace(section.name, filledIn(section.text, parts));
    }
    return statements;
}

} // namespace tongban::storage
