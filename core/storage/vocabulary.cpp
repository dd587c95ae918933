// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/vocabulary.h"

namespace tongban::storage {

Vocabulary::Vocabulary(Database &database, Statement &insert, Statement &byWord, Statement &byNumber)
    : m_database(&database), m_insert(&insert), m_byWord(&byWord), m_byNumber(&byNumber)
{
}

Result<Vocabulary> Vocabulary::create(Database &database)
{
    Statement *insert = TRY(database.prepare("vocabulary_insert", {"word"}));
    Statement *byWord = TRY(database.prepare("vocabulary_by_word", {"word"}, {"no"}));
    Statement *byNumber = TRY(database.prepare("vocabulary_by_number", {"no"}, {"word"}));
    return Vocabulary(database, *insert, *byWord, *byNumber);
}

void Vocabulary::forgetRolledBack()
{
    if (m_rollbacks == m_database->rollbacks())
        return;
    m_rollbacks = m_database->rollbacks();
    m_numbers.clear();
    m_words.clear();
}

Result<std::int64_t> Vocabulary::find(std::string_view word)
{
    forgetRolledBack();
    const auto known = m_numbers.find(word);
    if (known != m_numbers.end())
        return known->second;
    Rows rows = m_byWord->query(word);
    if (!TRY(rows.next()))
        return -1;
    const std::int64_t number = rows.integer(0);
    remember(word, number);
    return number;
}

Result<std::int64_t> Vocabulary::number(std::string_view word)
{
    const std::int64_t known = TRY(find(word));
    if (known >= 0)
        return known;
    if (!m_database->isInTransaction())
        return fail(ErrorCode::Internal, "a new word needs an open transaction");
    TRY(m_insert->run(word));
    const std::int64_t number = m_insert->lastInsertedKey();
    remember(word, number);
    return number;
}

Result<std::string_view> Vocabulary::word(std::int64_t number)
{
    forgetRolledBack();
    const auto known = m_words.find(number);
    if (known != m_words.end())
        return std::string_view(known->second);
    Rows rows = m_byNumber->query(number);
    if (!TRY(rows.next()))
        return fail(ErrorCode::Corrupted, "a row refers to a word that the store does not have");
    return std::string_view(remember(rows.text(0), number));
}

const std::string &Vocabulary::remember(std::string_view word, std::int64_t number)
{
    // Free texts of people are words too: a cache that knew them all would grow with the store.
    constexpr std::size_t kMostKept = 20000;
    if (m_words.size() >= kMostKept) {
        m_words.clear();
        m_numbers.clear();
    }
    m_numbers.emplace(word, number);
    return m_words.emplace(number, word).first->second;
}

} // namespace tongban::storage
