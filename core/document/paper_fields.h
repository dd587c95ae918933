// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::document {

/// A name that a template may use, and what stands there. docs/papers.md lists them.
struct FieldName {
    std::string_view name;
    std::string_view meaning;
};
std::span<const FieldName> fieldNames();

/// A list that a template may show as a table, and its columns.
struct ListName {
    std::string_view name;
    std::span<const std::string_view> columns;
    std::string_view meaning;
};
std::span<const ListName> listNames();

bool isField(std::string_view name);
/// Null when there is none.
const ListName *listNamed(std::string_view name);

using PaperRow = std::map<std::string, std::string, std::less<>>;

/// What a paper says, in one language. A field that has no value here is empty.
struct PaperFields {
    std::map<std::string, std::string, std::less<>> values;
    std::map<std::string, std::vector<PaperRow>, std::less<>> lists;

    std::string_view value(std::string_view name) const
    {
        const auto found = values.find(name);
        return found == values.end() ? std::string_view() : std::string_view(found->second);
    }
    bool operator==(const PaperFields &) const = default;
};

/// Canonical JSON: what the verification digest covers.
std::string canonicalText(const PaperFields &fields);

} // namespace tongban::document
