// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/case_store.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::storage {

/// Who works on a case, since when.
struct ClaimRow {
    std::string holder; ///< The account.
    Timestamp since{};
};

/// What happened to a claim; written once.
struct ClaimStepRow {
    std::int64_t caseNo = 0;
    std::string kind; ///< "claimed", "taken_over", "released", "picked", "done".
    std::string account;
    Timestamp at{};
    std::optional<Timestamp> since; ///< When the claim that ends here began.
    std::string before; ///< Who held the case until then; empty = nobody.
    std::int64_t passedOver = 0;
    std::string reason;
};

/// Who works on a case at the centre, as it said last.
struct CentralClaimRow {
    std::int64_t caseNo = 0;
    std::string holder; ///< The centre's account.
    bool isMine = false; ///< Of this desktop.
    Timestamp until{}; ///< By the centre's clock.

    bool operator==(const CentralClaimRow &) const = default;
};

/// Who works on which case, and what became of every claim. Writes need an open Transaction. On the thread of
/// its Database.
class ClaimStore
{
public:
    static Result<ClaimStore> create(Database &database, Vocabulary &vocabulary);

    /// Nothing when nobody works on the case, or when it left the queue in which it was claimed.
    Result<std::optional<ClaimRow>> of(std::int64_t caseNo);

    Result<> put(std::int64_t caseNo, std::string_view queue, const ClaimRow &claim);
    Result<> drop(std::int64_t caseNo);

    /// The numbers of the cases that this account holds.
    Result<std::vector<std::int64_t>> heldBy(std::string_view account);

    /// How many cases of the same item, district and state wait before this one, unclaimed; counts no further
    /// than `limit`.
    Result<std::int64_t> passedOver(const StoredCase &stored, int limit);

    /// Every claim of this store with its case, whether the case still waits where it was claimed or not.
    Result<std::vector<std::pair<std::int64_t, ClaimRow>>> all();

    Result<std::optional<CentralClaimRow>> centralOf(std::int64_t caseNo);
    /// In the order of case numbers.
    Result<std::vector<CentralClaimRow>> centralIn(int district);
    /// In place of what was known of the district.
    Result<> putCentral(int district, const std::vector<CentralClaimRow> &claims);

    Result<> addStep(const ClaimStepRow &step);
    Result<std::vector<ClaimStepRow>> stepsOf(std::int64_t caseNo);

    /// Every step, in the order of time.
    Result<> scanSteps(const std::function<void(const ClaimStepRow &)> &visit);

private:
    struct Statements;

    ClaimStore(Vocabulary &vocabulary, const Statements &statements);

    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
