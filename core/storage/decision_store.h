// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/storage/database.h"
#include "core/storage/vocabulary.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// One decision as it is kept: the columns people ask for and the compact record from which the capsule is
/// re-made.
struct DecisionRow {
    std::int64_t no = 0; ///< Order of writing; set by insert().
    std::int64_t caseNo = 0;
    int round = 1; ///< 1 for the first decision on a case; a supplemented case is decided again.
    std::string outcome;
    std::string reason; ///< Empty = none.
    Digest model; ///< With `manifest` names a rule set that ModelStore keeps.
    Digest manifest;
    std::string engine; ///< Version of the decision engine.
    std::string calendar; ///< Version of the working-day calendar.
    std::string catalogue; ///< Version of the catalogue.
    Digest capsule;
    Timestamp decidedAt{};
    std::string record; ///< Bytes of core/approval's stored form.
};

/// A part of the decisions, for workers that share a long reading.
struct DecisionRange {
    std::int64_t after = 0; ///< Exclusive.
    std::int64_t through = 0;
};

/// Decisions are inserted and read, never changed: the key (case, round) keeps a case from being decided
/// twice. Writes need an open Transaction. On the thread of its Database.
class DecisionStore
{
public:
    static Result<DecisionStore> create(Database &database, Vocabulary &vocabulary);

    /// Returns the decision's number. Conflict when this round of the case is decided already, NotFound when
    /// ModelStore does not keep the rule set.
    Result<std::int64_t> insert(const DecisionRow &row);

    /// Of a copy, whose centre decided otherwise or gave the decision up; a workspace's own are never
    /// removed.
    Result<> remove(std::int64_t no);

    /// All rounds of a case in order.
    Result<std::vector<DecisionRow>> ofCase(std::int64_t caseNo);

    /// The latest round; NotFound when the case was never decided.
    Result<DecisionRow> latest(std::int64_t caseNo);

    /// Reads a range in order of writing; `visit` returns false to stop. The row is valid during the call
    /// only.
    Result<> scan(const DecisionRange &range, const std::function<bool(const DecisionRow &)> &visit);

    /// All decisions, cut into at most `parts` ranges of about equal size.
    Result<std::vector<DecisionRange>> ranges(int parts);

    Result<std::int64_t> count();

private:
    struct Statements;

    DecisionStore(Database &database, Vocabulary &vocabulary, const Statements &statements);

    Result<std::int64_t> ruleSetNo(const Digest &model, const Digest &manifest);
    Result<> read(Rows &rows, DecisionRow &row);

    Database *m_database;
    Vocabulary *m_vocabulary;
    std::shared_ptr<const Statements> m_statements;
    std::int64_t m_rollbacks = 0;
    std::map<std::pair<Digest, Digest>, std::int64_t> m_ruleSetNos;
    std::map<std::int64_t, std::pair<Digest, Digest>> m_ruleSetDigests;
};

} // namespace tongban::storage
