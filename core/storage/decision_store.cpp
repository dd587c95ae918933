// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/decision_store.h"

#include "core/storage/case_columns.h"

#include <algorithm>

namespace tongban::storage {
namespace {

#define TONGBAN_DECISION_COLUMNS                                                                             \
    "no", "case_no", "round", "outcome", "reason", "rule_set", "engine", "calendar", "catalogue",            \
        "decided_at", "capsule", "record"

} // namespace

struct DecisionStore::Statements {
    Statement *insert;
    Statement *remove;
    Statement *ofCase;
    Statement *latest;
    Statement *scan;
    Statement *lastNo;
    Statement *count;
    Statement *ruleSetByDigests;
    Statement *ruleSetByNo;
};

Result<DecisionStore> DecisionStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.insert = TRY(database.prepare("decision_insert",
                                    {"case_no", "round", "outcome", "reason", "rule_set", "engine",
                                     "calendar", "catalogue", "decided_at", "capsule", "record"}));
    s.remove = TRY(database.prepare("decision_remove", {"no"}));
    s.ofCase = TRY(database.prepare("decision_of_case", {"case_no"}, {TONGBAN_DECISION_COLUMNS}));
    s.latest = TRY(database.prepare("decision_latest", {"case_no"}, {TONGBAN_DECISION_COLUMNS}));
    s.scan = TRY(database.prepare("decision_scan", {"after", "through"}, {TONGBAN_DECISION_COLUMNS}));
    s.lastNo = TRY(database.prepare("decision_last_no", {}, {"no"}));
    s.count = TRY(database.prepare("decision_count", {}, {"count"}));
    s.ruleSetByDigests = TRY(database.prepare("rule_set_by_digests", {"model", "manifest"},
                                              {"no", "code", "version", "model", "manifest", "stored_at"}));
    s.ruleSetByNo = TRY(database.prepare("rule_set_by_no", {"no"},
                                         {"no", "code", "version", "model", "manifest", "stored_at"}));
    return DecisionStore(database, vocabulary, s);
}

DecisionStore::DecisionStore(Database &database, Vocabulary &vocabulary, const Statements &statements)
    : m_database(&database), m_vocabulary(&vocabulary),
      m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::int64_t> DecisionStore::ruleSetNo(const Digest &model, const Digest &manifest)
{
    if (m_rollbacks != m_database->rollbacks()) {
        m_rollbacks = m_database->rollbacks();
        m_ruleSetNos.clear();
        m_ruleSetDigests.clear();
    }
    const auto known = m_ruleSetNos.find({model, manifest});
    if (known != m_ruleSetNos.end())
        return known->second;
    Rows rows = m_statements->ruleSetByDigests->query(model, manifest);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "the rule set of the decision is not kept in the store");
    const std::int64_t no = rows.integer(0);
    m_ruleSetNos.emplace(std::pair(model, manifest), no);
    return no;
}

Result<std::int64_t> DecisionStore::insert(const DecisionRow &row)
{
    const std::int64_t ruleSet = TRY(ruleSetNo(row.model, row.manifest));
    const std::int64_t outcome = TRY(m_vocabulary->number(row.outcome));
    const std::optional<std::int64_t> reason = TRY(optionalNumber(*m_vocabulary, row.reason));
    const std::int64_t engine = TRY(m_vocabulary->number(row.engine));
    const std::int64_t calendar = TRY(m_vocabulary->number(row.calendar));
    const std::int64_t catalogue = TRY(m_vocabulary->number(row.catalogue));
    TRY(m_statements->insert->run(row.caseNo, row.round, outcome, reason, ruleSet, engine, calendar,
                                  catalogue, row.decidedAt, row.capsule, Blob{row.record}));
    return m_statements->insert->lastInsertedKey();
}

Result<> DecisionStore::remove(std::int64_t no)
{
    return m_statements->remove->run(no);
}

Result<> DecisionStore::read(Rows &rows, DecisionRow &row)
{
    row.no = rows.integer(0);
    row.caseNo = rows.integer(1);
    row.round = static_cast<int>(rows.integer(2));
    row.outcome = TRY(m_vocabulary->word(rows.integer(3)));
    row.reason = TRY(optionalWord(rows, 4, *m_vocabulary));
    const std::int64_t ruleSet = rows.integer(5);
    auto digests = m_ruleSetDigests.find(ruleSet);
    if (digests == m_ruleSetDigests.end()) {
        Rows found = m_statements->ruleSetByNo->query(ruleSet);
        if (!TRY(found.next()))
            return fail(ErrorCode::Corrupted, "a decision refers to a rule set that the store does not have");
        const Digest model = TRY(found.digest(3));
        const Digest manifest = TRY(found.digest(4));
        digests = m_ruleSetDigests.emplace(ruleSet, std::pair(model, manifest)).first;
    }
    row.model = digests->second.first;
    row.manifest = digests->second.second;
    row.engine = TRY(m_vocabulary->word(rows.integer(6)));
    row.calendar = TRY(m_vocabulary->word(rows.integer(7)));
    row.catalogue = TRY(m_vocabulary->word(rows.integer(8)));
    row.decidedAt = rows.instant(9);
    row.capsule = TRY(rows.digest(10));
    row.record = rows.blob(11);
    return {};
}

Result<std::vector<DecisionRow>> DecisionStore::ofCase(std::int64_t caseNo)
{
    std::vector<DecisionRow> decisions;
    Rows rows = m_statements->ofCase->query(caseNo);
    while (TRY(rows.next()))
        TRY(read(rows, decisions.emplace_back()));
    return decisions;
}

Result<DecisionRow> DecisionStore::latest(std::int64_t caseNo)
{
    Rows rows = m_statements->latest->query(caseNo);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "the case has no decision");
    DecisionRow row;
    TRY(read(rows, row));
    return row;
}

Result<> DecisionStore::scan(const DecisionRange &range,
                             const std::function<bool(const DecisionRow &)> &visit)
{
    Rows rows = m_statements->scan->query(range.after, range.through);
    DecisionRow row;
    while (TRY(rows.next())) {
        TRY(read(rows, row));
        if (!visit(row))
            break;
    }
    return {};
}

Result<std::vector<DecisionRange>> DecisionStore::ranges(int parts)
{
    Rows rows = m_statements->lastNo->query();
    TRY(rows.next());
    const std::int64_t last = rows.integer(0);
    const std::int64_t step = last / std::max(parts, 1) + 1;
    std::vector<DecisionRange> ranges;
    for (std::int64_t after = 0; after < last; after += step)
        ranges.push_back({after, std::min(after + step, last)});
    return ranges;
}

Result<std::int64_t> DecisionStore::count()
{
    Rows rows = m_statements->count->query();
    TRY(rows.next());
    return rows.integer(0);
}

} // namespace tongban::storage
