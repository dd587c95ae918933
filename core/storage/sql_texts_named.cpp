// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sql_texts.h"

namespace tongban::storage {

std::map<std::string_view, std::string_view> namedStatements(std::span<const SqlFile> files)
{
    constexpr std::string_view kHeading = "-- name: ";
    std::map<std::string_view, std::string_view> statements;
    for (const SqlFile &file : files) {
        std::size_t heading = file.text.find(kHeading);
        while (heading != std::string_view::npos) {
            const std::size_t nameBegin = heading + kHeading.size();
            const std::size_t nameEnd = file.text.find('\n', nameBegin);
            const std::size_t next = file.text.find(kHeading, nameEnd);
            const std::size_t textEnd = next == std::string_view::npos ? file.text.size() : next;
            statements.emplace(file.text.substr(nameBegin, nameEnd - nameBegin),
                               file.text.substr(nameEnd + 1, textEnd - nameEnd - 1));
            heading = next;
        }
    }
    return statements;
}

} // namespace tongban::storage
