// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/case_store.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// A name that no search finds yet.
struct UnreadName {
    std::int64_t no = 0;
    std::string name;
};

/// Finding cases by what a person types. What the words of a name are is the caller's. Writes need an open
/// Transaction. On the thread of its Database.
class SearchStore
{
public:
    static Result<SearchStore> create(Database &database, Vocabulary &vocabulary);

    /// By an identity, a plate (also one without its province, when `plate` has it) or the number of the
    /// channel. Newest first, at most `limit`.
    Result<std::vector<StoredCase>> byCode(std::string_view words, std::string_view code,
                                           std::string_view plate, int limit);

    /// Cases whose name has all words of an FTS5 query, newest first; `visit` returns false to stop.
    Result<> byWords(std::string_view query, const std::function<bool(StoredCase &)> &visit);

    /// The names of the next cases after number `after`.
    Result<std::vector<UnreadName>> unread(std::int64_t after, int limit);
    Result<> add(std::int64_t no, std::string_view words);
    Result<> clear();

private:
    struct Statements;

    SearchStore(Vocabulary &vocabulary, const Statements &statements);

    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
