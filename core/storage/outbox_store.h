// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"
#include "core/sync/outbox.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// A command of this desktop with what people want to know of it.
struct OutboxRow {
    std::int64_t no = 0; ///< In the order in which they were made.
    sync::Entry entry;
    int district = 0;
    Uuid caseId = Uuid::fromBytes({});
    std::string kind; ///< Name of the act, or "claim".
    Timestamp madeAt{};
    std::optional<Timestamp> toldAt;
    std::string note; ///< Of the person who closed it.
};

struct OutboxCounts {
    std::int64_t saved = 0; ///< Acts; a claim is made for an act and goes with it.
    std::int64_t unsent = 0; ///< Claims too.
    std::int64_t told = 0;
    std::int64_t attention = 0;
    std::optional<Timestamp> oldest; ///< Of what the centre has not answered.
};

/// The commands that wait for a centre, and what it said to them. Keeps, finds and lists; the rules are
/// sync::Outbox's. Writes need an open Transaction. On the thread of its Database.
class OutboxStore
{
public:
    static Result<OutboxStore> create(Database &database);

    /// Conflict when the id is there.
    Result<> add(const OutboxRow &row);
    /// Writes everything that may change of an entry.
    Result<> save(const sync::Entry &entry, std::optional<Timestamp> toldAt);
    /// A person has seen to it. Conflict unless it waits for one.
    Result<> close(const Uuid &id, std::string_view note);
    /// Conflict when it may have been sent.
    Result<> remove(const Uuid &id);

    /// What still has a way to go, in order.
    Result<std::vector<OutboxRow>> open(int district);
    /// The same, and what was settled above a place.
    Result<std::vector<OutboxRow>> openOrAbove(int district, std::int64_t n);
    Result<std::vector<OutboxRow>> ofCase(const Uuid &caseId);
    /// The case whose id ends with these twelve digits, of those with a command here. Reads the whole outbox.
    Result<std::optional<Uuid>> caseWithTail(std::string_view digits);
    /// NotFound when there is none.
    Result<OutboxRow> byId(const Uuid &id);
    /// After `after`, oldest first; without `all` only what is under way or waits for a person.
    Result<std::vector<OutboxRow>> list(bool all, std::int64_t after, int limit);
    Result<OutboxCounts> counts();
    /// How many acts made after this one the centre has carried out.
    Result<std::int64_t> appliedAfter(std::int64_t no);

    /// Told commands that the copy of the ledger has reached and holds at their place; confirmed ones that
    /// the centre calls settled.
    Result<> confirmThrough(int district, std::int64_t n);
    Result<> settleThrough(int district, std::int64_t n);

private:
    struct Statements;

    explicit OutboxStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
