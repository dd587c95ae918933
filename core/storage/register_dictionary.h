// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

enum class RegisterFieldType { String, Boolean, Number, Date, NumberList, StringList };

struct RegisterField {
    std::string name;
    RegisterFieldType type = RegisterFieldType::String;
    bool nullable = false;
    std::vector<std::string> values; ///< The only ones allowed; none = any.
};

struct RegisterRecord {
    std::string source;
    std::string record;
    std::string keyKind; ///< "resident_id", "uscc", "vin", ...
    std::vector<RegisterField> fields;

    const RegisterField *field(std::string_view fieldName) const;
};

/// Which registers there are and what their rows look like: `resources/registers/dictionary.json`. Immutable.
class RegisterDictionary
{
public:
    /// InvalidInput says what is wrong with the file.
    static Result<RegisterDictionary> parse(std::string_view json);

    /// Nothing when there is no such register.
    const RegisterRecord *find(std::string_view source, std::string_view record) const;
    const std::vector<RegisterRecord> &records() const { return m_records; }

private:
    std::vector<RegisterRecord> m_records;
};

} // namespace tongban::storage
