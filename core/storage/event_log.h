// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/base/id.h"
#include "core/storage/database.h"
#include "core/storage/vocabulary.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// One act as it goes into the ledger. The texts belong to the caller and have to live until append()
/// returns.
struct EventDraft {
    int district = 0;
    Uuid caseId = Uuid::fromBytes({});
    std::string_view act;
    std::string_view stateAfter;
    std::string_view actor;
    std::string_view role;
    Timestamp at{};
    std::string_view reason; ///< May be empty.
    std::string_view basis; ///< May be empty.
    std::string_view body; ///< Canonical JSON; "{}" when there is nothing to add.
};

/// The digest of an act, without its place in the chain: SHA-256 over the canonical JSON object
/// {"act","actor","at","basis","body","case","district","reason","role","state"}, in which "at" is in
/// milliseconds and "body" is the hexadecimal SHA-256 of the body, so that a body can be erased by law and
/// the chain still holds. A pure function for any thread: prepare a batch beside the writer, then append it.
class EventDigester
{
public:
    Digest digest(const EventDraft &draft);

private:
    std::string m_text;
};

/// A draft with its digest, ready to be appended.
struct PreparedEvent {
    EventDraft draft;
    Digest digest;
};

/// A place in a district's chain. n runs 1, 2, 3, ... without gaps. The chained hash is
/// SHA-256(hash of n-1 || n as eight bytes, big-endian || digest of the event); the hash before the first is
/// 32 zero bytes.
struct EventPosition {
    int district = 0;
    std::int64_t n = 0;
    Digest hash;

    auto operator<=>(const EventPosition &) const = default;
};

/// An event as read back.
struct StoredEvent {
    std::int64_t key = 0; ///< Order of writing over all districts.
    int district = 0;
    std::int64_t n = 0;
    Uuid caseId = Uuid::fromBytes({});
    std::string act;
    std::string stateAfter;
    std::string actor;
    std::string role;
    Timestamp at{};
    std::string reason;
    std::string basis;
    std::string body;
    Digest hash;
};

/// As it went into the ledger; the texts are those of `event`.
EventDraft draftOf(const StoredEvent &event);

/// Who did what to which case and when; the words are valid during the visit.
struct RoleEvent {
    Uuid caseId = Uuid::fromBytes({});
    std::string item;
    std::string act;
    std::string actor;
    Timestamp at{};
};

/// The hash at place n of a chain; see EventPosition.
Digest chainHash(const Digest &previous, std::int64_t n, const Digest &event);

/// The append-only ledger: one chain a district, no update, no delete. Appending needs an open Transaction,
/// together with the change of the case's standing. Two writers cannot both extend a chain: (district, n) is
/// unique and the head is moved by compare-and-set. On the thread of its Database.
class EventLog
{
public:
    static Result<EventLog> create(Database &database, Vocabulary &vocabulary);

    /// Appends in the given order and returns each event's place. Conflict when another writer moved a head.
    Result<std::vector<EventPosition>> append(std::span<const PreparedEvent> events);

    /// The story of a case in order.
    Result<std::vector<StoredEvent>> ofCase(const Uuid &caseId);

    /// The events of one district after place `afterN`, in order, at most `limit`.
    Result<std::vector<StoredEvent>> page(int district, std::int64_t afterN, int limit);

    /// Every event in order of writing after `afterKey`; `visit` returns false to stop.
    Result<> scan(std::int64_t afterKey, const std::function<bool(const StoredEvent &)> &visit);

    /// The cases in which an act was done, the latest first; one for each time. Reads the whole ledger.
    Result<std::vector<Uuid>> casesOfAct(std::string_view act);

    /// The acts of one to three roles in order of writing. Reads the whole ledger.
    Result<> scanRoles(std::span<const std::string_view> roles,
                       const std::function<void(const RoleEvent &)> &visit);

    /// The ends of all chains, by district.
    Result<std::vector<EventPosition>> heads();

    Result<std::int64_t> count();

    /// In how many cases an act was done at all, and more than once. Reads the whole ledger.
    struct CaseFrequency {
        std::int64_t once = 0; ///< At least once.
        std::int64_t repeatedly = 0;
    };
    Result<CaseFrequency> casesWith(std::string_view act);

private:
    struct Statements;
    struct Head {
        std::int64_t storedN = 0;
        EventPosition position;
    };

    EventLog(Database &database, Vocabulary &vocabulary, const Statements &statements);

    Result<Head *> headOf(int district);
    Result<> insertEvent(const EventDraft &draft, const EventPosition &position);
    Result<> storeHeads();

    Database *m_database;
    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
    std::int64_t m_transaction = -1;
    std::map<int, Head> m_heads;
};

} // namespace tongban::storage
