// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::demo {

/// What the number that a record is looked up by stands for; a person's record is not made for an enterprise.
enum class KeyKind { Person, Enterprise, Other };

/// The records of the register dictionary and the order of their fields.
class RegisterLayout
{
public:
    struct Record {
        std::string name; ///< "police.person"
        std::string code; ///< "person"
        KeyKind key = KeyKind::Other;
        std::vector<std::string> fields;
    };

    static Result<RegisterLayout> read(const std::filesystem::path &dictionary);

    const std::vector<Record> &records() const { return m_records; }

    /// -1 when there is no such record or field.
    int find(std::string_view name) const;
    static int fieldOf(const Record &record, std::string_view field);

private:
    std::vector<Record> m_records;
};

} // namespace tongban::demo
