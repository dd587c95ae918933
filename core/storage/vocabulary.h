// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tongban::storage {

/// The words that come back in every row (acts, states, roles, actors, items, reasons, legal bases), kept
/// once and written as small numbers: a year of a million cases is a third smaller for it. Numbers are the
/// store's own and mean nothing outside the file. Hashes are always taken over the words, never over the
/// numbers.
///
/// One for each connection, on its thread. Forgets what a rolled-back transaction had added.
class Vocabulary
{
public:
    static Result<Vocabulary> create(Database &database);

    /// The number of `word`, added when it is new (then a writing transaction has to be open).
    Result<std::int64_t> number(std::string_view word);

    /// The number of `word`, or -1 when the store has never seen it; never writes.
    Result<std::int64_t> find(std::string_view word);

    /// Valid until the next call. Corrupted when there is no such number.
    Result<std::string_view> word(std::int64_t number);

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    Vocabulary(Database &database, Statement &insert, Statement &byWord, Statement &byNumber);

    void forgetRolledBack();
    const std::string &remember(std::string_view word, std::int64_t number);

    Database *m_database;
    Statement *m_insert;
    Statement *m_byWord;
    Statement *m_byNumber;
    std::int64_t m_rollbacks = 0;
    std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> m_numbers;
    std::unordered_map<std::int64_t, std::string> m_words;
};

} // namespace tongban::storage
