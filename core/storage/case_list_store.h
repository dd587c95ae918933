// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/case_store.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// Days from and through, both inside; the default is any day.
struct DayRange {
    std::optional<Date> from;
    std::optional<Date> through;
};

/// What a list shows; an empty member or 0 = any. All of them together.
struct CaseFilter {
    std::string state;
    std::vector<std::string> items; ///< Any of these.
    int district = 0;
    std::string outcome;
    std::vector<std::string> reasons; ///< Any of these; a word that ends in ':' stands for all that begin so.
    std::string channel;
    DayRange received;
    DayRange due; ///< With a bound, cases without a due day do not fit.
    bool nothingDue = false; ///< Only cases without a due day.
    std::string holder;
    bool unheld = false; ///< Only cases that nobody has claimed.
};

/// The lists on a screen: the cases of one queue or all, filtered, a page at a time, and how many there are.
/// On the thread of its Database.
class CaseListStore
{
public:
    static Result<CaseListStore> create(Database &database, Vocabulary &vocabulary);

    /// The cases that wait in a queue, most urgent first, without the texts.
    Result<CasePage> queueList(std::string_view queue, const CaseFilter &filter,
                               const std::optional<CaseCursor> &after, int limit);
    Result<std::int64_t> queueCount(std::string_view queue, const CaseFilter &filter);

    /// All cases, newest first, without the texts.
    Result<CasePage> list(const CaseFilter &filter, const std::optional<CaseCursor> &after, int limit);
    Result<std::int64_t> count(const CaseFilter &filter);

private:
    struct Statements;
    struct Numbers;

    CaseListStore(Vocabulary &vocabulary, const Statements &statements);

    Result<Numbers> numbersOf(const CaseFilter &filter);
    Result<std::string> reasonNumbers(const std::vector<std::string> &reasons);
    Result<std::int64_t> facetCount(const Numbers &numbers);
    Result<std::int64_t> lastNo();

    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
