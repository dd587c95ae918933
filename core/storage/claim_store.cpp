// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/claim_store.h"

#include "core/storage/case_columns.h"

namespace tongban::storage {

struct ClaimStore::Statements {
    Statement *of;
    Statement *put;
    Statement *drop;
    Statement *held;
    Statement *passedOver;
    Statement *addStep;
    Statement *stepsOf;
    Statement *scan;
    Statement *list;
    Statement *centralOf;
    Statement *centralIn;
    Statement *dropCentral;
    Statement *putCentral;
};

namespace {

#define TONGBAN_CLAIM_STEP_COLUMNS                                                                           \
    "no", "case_no", "kind", "account", "at", "since", "before", "passed_over", "reason"

ClaimStepRow readStep(const Rows &rows)
{
    ClaimStepRow step;
    step.caseNo = rows.integer(1);
    step.kind = rows.text(2);
    step.account = rows.text(3);
    step.at = rows.instant(4);
    step.since = rows.optionalInstant(5);
    step.before = rows.text(6);
    step.passedOver = rows.integer(7);
    step.reason = rows.text(8);
    return step;
}

} // namespace

Result<ClaimStore> ClaimStore::create(Database &database, Vocabulary &vocabulary)
{
    Statements s{};
    s.of = TRY(database.prepare("claim_of", {"case_no"}, {"holder", "since"}));
    s.put = TRY(database.prepare("claim_put", {"case_no", "queue", "holder", "since"}));
    s.drop = TRY(database.prepare("claim_drop", {"case_no"}));
    s.held = TRY(database.prepare("claim_held", {"holder"}, {"case_no"}));
    s.passedOver = TRY(database.prepare(
        "claim_passed_over", {"queue", "due", "no", "item", "district", "state", "limit"}, {"count"}));
    s.addStep = TRY(
        database.prepare("claim_step_insert",
                         {"case_no", "kind", "account", "at", "since", "before", "passed_over", "reason"}));
    s.stepsOf = TRY(database.prepare("claim_step_of_case", {"case_no"}, {TONGBAN_CLAIM_STEP_COLUMNS}));
    s.scan = TRY(database.prepare("claim_step_scan", {"after"}, {TONGBAN_CLAIM_STEP_COLUMNS}));
    s.list = TRY(database.prepare("claim_list", {}, {"case_no", "holder", "since"}));
    s.centralOf = TRY(database.prepare("central_claim_of", {"case_no"}, {"holder", "is_mine", "until"}));
    s.centralIn =
        TRY(database.prepare("central_claims", {"district"}, {"case_no", "holder", "is_mine", "until"}));
    s.dropCentral = TRY(database.prepare("central_claims_drop", {"district"}));
    s.putCentral =
        TRY(database.prepare("central_claim_put", {"case_no", "district", "holder", "is_mine", "until"}));
    return ClaimStore(vocabulary, s);
}

ClaimStore::ClaimStore(Vocabulary &vocabulary, const Statements &statements)
    : m_vocabulary(&vocabulary), m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::optional<ClaimRow>> ClaimStore::of(std::int64_t caseNo)
{
    Rows rows = m_statements->of->query(caseNo);
    if (!TRY(rows.next()))
        return std::optional<ClaimRow>();
    return std::optional<ClaimRow>({rows.string(0), rows.instant(1)});
}

Result<> ClaimStore::put(std::int64_t caseNo, std::string_view queue, const ClaimRow &claim)
{
    return m_statements->put->run(caseNo, TRY(m_vocabulary->number(queue)), claim.holder, claim.since);
}

Result<> ClaimStore::drop(std::int64_t caseNo)
{
    return m_statements->drop->run(caseNo);
}

Result<std::vector<std::int64_t>> ClaimStore::heldBy(std::string_view account)
{
    std::vector<std::int64_t> numbers;
    Rows rows = m_statements->held->query(account);
    while (TRY(rows.next()))
        numbers.push_back(rows.integer(0));
    return numbers;
}

Result<std::int64_t> ClaimStore::passedOver(const StoredCase &stored, int limit)
{
    const CaseStanding &standing = stored.standing;
    const std::int64_t queue = TRY(m_vocabulary->find(standing.queue));
    const std::int64_t item = TRY(m_vocabulary->find(stored.record.item));
    const std::int64_t state = TRY(m_vocabulary->find(standing.state));
    Rows rows = m_statements->passedOver->query(queue, dueNumber(standing), stored.record.no, item,
                                                stored.record.district, state, limit);
    TRY(rows.next());
    return rows.integer(0);
}

Result<std::vector<std::pair<std::int64_t, ClaimRow>>> ClaimStore::all()
{
    std::vector<std::pair<std::int64_t, ClaimRow>> claims;
    Rows rows = m_statements->list->query();
    while (TRY(rows.next()))
        claims.emplace_back(rows.integer(0), ClaimRow{rows.string(1), rows.instant(2)});
    return claims;
}

Result<std::optional<CentralClaimRow>> ClaimStore::centralOf(std::int64_t caseNo)
{
    Rows rows = m_statements->centralOf->query(caseNo);
    if (!TRY(rows.next()))
        return std::optional<CentralClaimRow>();
    return std::optional<CentralClaimRow>({caseNo, rows.string(0), rows.boolean(1), rows.instant(2)});
}

Result<std::vector<CentralClaimRow>> ClaimStore::centralIn(int district)
{
    std::vector<CentralClaimRow> claims;
    Rows rows = m_statements->centralIn->query(district);
    while (TRY(rows.next()))
        claims.push_back({rows.integer(0), rows.string(1), rows.boolean(2), rows.instant(3)});
    return claims;
}

Result<> ClaimStore::putCentral(int district, const std::vector<CentralClaimRow> &claims)
{
    TRY(m_statements->dropCentral->run(district));
    for (const CentralClaimRow &claim : claims)
        TRY(m_statements->putCentral->run(claim.caseNo, district, claim.holder, claim.isMine, claim.until));
    return {};
}

Result<> ClaimStore::addStep(const ClaimStepRow &step)
{
    return m_statements->addStep->run(step.caseNo, step.kind, step.account, step.at, step.since, step.before,
                                      step.passedOver, step.reason);
}

Result<std::vector<ClaimStepRow>> ClaimStore::stepsOf(std::int64_t caseNo)
{
    std::vector<ClaimStepRow> steps;
    Rows rows = m_statements->stepsOf->query(caseNo);
    while (TRY(rows.next()))
        steps.push_back(readStep(rows));
    return steps;
}

Result<> ClaimStore::scanSteps(const std::function<void(const ClaimStepRow &)> &visit)
{
    Rows rows = m_statements->scan->query(0);
    while (TRY(rows.next()))
        visit(readStep(rows));
    return {};
}

} // namespace tongban::storage
