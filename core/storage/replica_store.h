// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/case_store.h"
#include "core/storage/database.h"
#include "core/storage/vocabulary.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// How this workspace stands to the centre in one district.
struct ReplicaRow {
    int district = 0;
    Uuid device = Uuid::fromBytes({}); ///< As the centre knows this desktop.
    std::int64_t nextSequence = 1; ///< Of the next command.
    int epoch = 0; ///< Of the centre, as last seen.
    int generation = 0; ///< How often this desktop got a new identity here.
    std::int64_t settledN = 0; ///< Up to here the centre calls its ledger safe from the loss of a machine.
    std::int64_t centralN = 0; ///< Where the centre's ledger ended when it was last seen.
    std::optional<Timestamp> pulledAt;
};

/// An act of the ledger that this program's rules would not have allowed, and what they say against it; or
/// one whose record is not what the act names.
struct DoubtRow {
    int district = 0;
    std::int64_t n = 0;
    std::string problem; ///< Name of a permit::ActProblem, or a record_doubt.
};

/// What can be wrong with a record; each may come right when it is fetched again.
namespace record_doubt {
inline constexpr std::string_view kDiffers = "record_differs"; ///< From what the act names.
inline constexpr std::string_view kUnreadable = "record_unreadable";
inline constexpr std::string_view kRulesUnknown = "rules_unknown"; ///< By which it was made.
} // namespace record_doubt

/// The copy of a centre's ledgers, as far as it differs from a workspace's own ledger: the heads, standings
/// that follow from somebody else's acts, and giving up what a restored centre no longer has. Writes need an
/// open Transaction. On the thread of its Database.
class ReplicaStore
{
public:
    static Result<ReplicaStore> create(Database &database, Vocabulary &vocabulary);

    Result<> put(const ReplicaRow &row);
    Result<std::optional<ReplicaRow>> of(int district);
    Result<std::vector<ReplicaRow>> all();

    /// Writes `standing` as it is, its version too.
    Result<> replaceStanding(std::int64_t no, const CaseStanding &standing);

    /// Writes a case that was taken in here anew, as the centre has counted it; its number here stays, and
    /// with it whatever hangs on that.
    Result<> renew(const CaseRecord &record);

    /// Takes away what stands beside a case in tables of its own: visits, parcels and the like.
    Result<> dropAnnexes(std::int64_t no);

    /// Takes a case away that no act of the ledger speaks of: one the centre refused, or has as another one.
    /// False = it stays, because files of it are kept. Conflict when an act speaks of it.
    Result<bool> removeUnrecorded(std::int64_t no);

    /// What rules say against an act is not replaced by what is wrong with its record.
    Result<> addDoubt(int district, std::int64_t n, std::string_view problem);
    /// The places of those acts of a case whose records are doubted.
    Result<std::vector<std::int64_t>> recordDoubtsOf(const Uuid &caseId);
    /// The record that an act names is here after all.
    Result<> dropRecordDoubt(int district, std::int64_t n);
    Result<std::int64_t> doubts();
    /// The latest of each district first.
    Result<std::vector<DoubtRow>> doubtList(int limit);

    /// Cases with an act of the district above a place.
    Result<std::vector<Uuid>> casesAbove(int district, std::int64_t n);

    /// Gives the ledger's end above `common` up; what stood there is kept apart with the reason.
    Result<> rewind(int district, std::int64_t common, int epoch, Timestamp at);
    Result<std::int64_t> rewinds();

private:
    struct Statements;

    ReplicaStore(Vocabulary &vocabulary, const Statements &statements);

    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
