// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/packed_text.h"
#include "core/vault/field_cipher.h"

#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_value;

namespace tongban::storage {

/// The border between what is written and what is known: the functions that the statements of a store call
/// on each personal field.
/// - seal(value, domain): the value as it is kept; for comparing too, because equal values are equal bytes.
/// - opened(value, domain): what was sealed, of the type it had. The statement fails with Corrupted when the
///   bytes were changed, moved, or are of another key.
/// - opened_if_whole(value, domain): the same, but an empty text for what does not open. For statements that
///   read many rows: one that is damaged must not keep the others from being read, and whoever reads the text
///   finds it damaged.
/// - mark(value, domain): eight bytes to find a value by that need not be read back.
/// - plate_in(application): the plate in the text of an application, or NULL.
/// NULL stays NULL, and a domain that is NULL leaves the value alone. In a plain store each gives back what
/// it is given. Belongs to one connection and its thread.
class FieldSeal
{
public:
    FieldSeal() = default;
    FieldSeal(const FieldSeal &) = delete;
    FieldSeal &operator=(const FieldSeal &) = delete;

    /// Makes the functions known to the connection; this object outlives it. The code of SQLite.
    int install(sqlite3 *handle);

    /// From now on values are sealed; before that the store is plain.
    void use(vault::DataKey key);
    const vault::DataKey &key() const { return m_key; }

private:
    using Method = void (FieldSeal::*)(sqlite3_context *, sqlite3_value *, std::string_view domain);

    template <Method method>
    static void call(sqlite3_context *context, int count, sqlite3_value **values);

    void seal(sqlite3_context *context, sqlite3_value *value, std::string_view domain);
    void open(sqlite3_context *context, sqlite3_value *value, std::string_view domain);
    void openIfWhole(sqlite3_context *context, sqlite3_value *value, std::string_view domain);
    void give(sqlite3_context *context);
    const char *openPlain(sqlite3_value *value, std::string_view domain);
    void mark(sqlite3_context *context, sqlite3_value *value, std::string_view domain);

    vault::DataKey m_key;
    std::unique_ptr<vault::FieldCipher> m_cipher;
    TextPacker m_packer;
    std::string m_plain; ///< Kept between calls, like the next two: no memory is asked for a value.
    std::string m_packed;
    std::string m_sealed;
};

} // namespace tongban::storage
