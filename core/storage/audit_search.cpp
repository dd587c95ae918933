// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/audit_search.h"

#include "core/storage/vocabulary.h"

#include <algorithm>

namespace tongban::storage {

namespace {

/// Events that one call looks at: some ten milliseconds.
constexpr std::int64_t kStretch = 50'000;

AuditLine readLine(const Rows &rows)
{
    return {rows.integer(0), static_cast<int>(rows.integer(1)),
            rows.integer(2), rows.string(3),
            rows.string(4),  rows.string(5),
            rows.string(6),  rows.instant(7),
            rows.string(8),  rows.string(9)};
}

} // namespace

Result<std::optional<std::int64_t>> AuditSearch::numberOf(const std::optional<std::string> &word)
{
    if (!word)
        return std::optional<std::int64_t>();
    Vocabulary words = TRY(Vocabulary::create(*m_database));
    return std::optional(TRY(words.find(*word)));
}

Result<AuditStretch> AuditSearch::page(const AuditWanted &wanted, std::int64_t before, int limit)
{
    if (before == 0) {
        Statement *lastKey = TRY(m_database->prepare("audit_last_key", {}, {"key"}));
        Rows last = lastKey->query();
        TRY(last.next());
        before = last.integer(0) + 1;
    }
    const auto actor = TRY(numberOf(wanted.actor));
    const auto act = TRY(numberOf(wanted.act));
    Statement *page = TRY(m_database->prepare(
        "audit_page", {"before", "floor", "any_actor", "actor", "any_act", "act", "from", "until", "limit"},
        {"key", "district", "n", "serial", "act", "actor", "role", "at", "reason", "basis"}));
    AuditStretch stretch;
    const std::int64_t floor = std::max<std::int64_t>(before - kStretch, 0);
    {
        Rows rows = page->query(before, floor, !actor, actor.value_or(0), !act, act.value_or(0), wanted.from,
                                wanted.until, limit);
        while (TRY(rows.next()))
            stretch.lines.push_back(readLine(rows));
    }
    const bool isFull = static_cast<int>(stretch.lines.size()) == limit;
    stretch.next = isFull ? stretch.lines.back().key : floor;
    return stretch;
}

Result<std::vector<AnswersOfSource>> AuditSearch::answersBySource()
{
    Statement *statement =
        TRY(m_database->prepare("audit_answers", {}, {"source", "record", "answers", "last"}));
    std::vector<AnswersOfSource> sources;
    Rows rows = statement->query();
    while (TRY(rows.next()))
        sources.push_back({rows.string(0), rows.string(1), rows.integer(2), rows.instant(3)});
    return sources;
}

} // namespace tongban::storage
