// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/register_dictionary.h"
#include "core/storage/register_import.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// Checks the values of one row against the dictionary and writes it as canonical JSON: the fields in
/// ascending order of their names. Built once a file, used for each row.
class RegisterRowWriter
{
public:
    using Report = std::function<void(std::string_view field, RegisterFault fault, std::string detail)>;

    explicit RegisterRowWriter(const RegisterRecord &record);

    const RegisterRecord &record() const { return *m_record; }

    /// Position of the field in the dictionary; nothing when it has no such field.
    std::optional<std::size_t> fieldIndex(std::string_view name) const;

    /// Whether the key can be one of its kind: letters, digits and length. `key` is brought to its usual form
    /// (no spaces around it, capital letters).
    static std::optional<RegisterFault> checkKey(std::string_view keyKind, std::string &key);

    /// Forgets the row before.
    void begin();

    /// The value as a CSV file writes it: empty = open, lists separated by ';'. Reports what is wrong.
    bool setText(std::size_t field, std::string_view value, const Report &report);

    /// The value as canonical JSON of the field's type; the caller has checked nothing but that it is JSON.
    bool setNull(std::size_t field, const Report &report);
    bool setBoolean(std::size_t field, bool value, const Report &report);
    bool setNumber(std::size_t field, std::string_view number, const Report &report);
    bool setList(std::size_t field, const std::vector<std::string> &items, bool areNumbers,
                 const Report &report);

    /// Reports the fields that got no value at all; false when there is one.
    bool finish(const Report &report);

    /// Valid after finish() was true.
    std::string_view body() const { return m_body; }

private:
    bool setString(std::size_t field, std::string_view value, const Report &report);
    bool setNumberText(std::size_t field, std::string_view value, const Report &report);

    const RegisterRecord *m_record;
    std::vector<std::size_t> m_order; // Fields in ascending order of their names.
    std::vector<std::string> m_values; // Canonical JSON, by position in the dictionary.
    std::vector<bool> m_isSet;
    std::string m_body;
};

} // namespace tongban::storage
