// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/annex_store.h"

namespace tongban::storage {

struct AnnexStore::Statements {
    Statement *addSpan;
    Statement *endSpan;
    Statement *spans;
    Statement *addNotice;
    Statement *answerNotice;
    Statement *notices;
    Statement *addVisit;
    Statement *visits;
    Statement *repeatedVisits;
    Statement *addDelivery;
    Statement *endDelivery;
    Statement *deliveries;
    Statement *byWaybill;
};

namespace {

Result<> foundOne(const Statement &statement, const char *what)
{
    if (statement.changes() != 1)
        return fail(ErrorCode::NotFound, what);
    return {};
}

} // namespace

Result<AnnexStore> AnnexStore::create(Database &database)
{
    Statements s{};
    s.addSpan = TRY(database.prepare(
        "span_insert", {"case_no", "kind", "from_day", "to_day", "workdays", "document", "reason"}));
    s.endSpan = TRY(database.prepare("span_end", {"to_day", "no"}));
    s.spans = TRY(
        database.prepare("span_of_case", {"case_no"},
                         {"no", "case_no", "kind", "from_day", "to_day", "workdays", "document", "reason"}));
    s.addNotice = TRY(database.prepare(
        "notice_insert", {"case_no", "ordinal", "given_at", "due_by", "answered_at", "defects"}));
    s.answerNotice = TRY(database.prepare("notice_answer", {"answered_at", "no"}));
    s.notices =
        TRY(database.prepare("notice_of_case", {"case_no"},
                             {"no", "case_no", "ordinal", "given_at", "due_by", "answered_at", "defects"}));
    s.addVisit =
        TRY(database.prepare("visit_insert", {"case_no", "at", "hall", "hall_window", "purpose", "reason"}));
    s.visits = TRY(database.prepare("visit_of_case", {"case_no"},
                                    {"no", "case_no", "at", "hall", "hall_window", "purpose", "reason"}));
    s.repeatedVisits =
        TRY(database.prepare("visit_repeated", {"most"}, {"case_no", "visits", "last_at", "reason"}));
    s.byWaybill = TRY(database.prepare("delivery_by_waybill", {"waybill"}, {"case_no"}));
    s.addDelivery = TRY(database.prepare(
        "delivery_insert",
        {"case_no", "mode", "waybill", "sent_at", "delivered_at", "returned_at", "receiver"}));
    s.endDelivery = TRY(database.prepare("delivery_end", {"delivered_at", "returned_at", "no"}));
    s.deliveries = TRY(database.prepare(
        "delivery_of_case", {"case_no"},
        {"no", "case_no", "mode", "waybill", "sent_at", "delivered_at", "returned_at", "receiver"}));
    return AnnexStore(s);
}

AnnexStore::AnnexStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::int64_t> AnnexStore::addSpan(const ClockSpan &span)
{
    TRY(m_statements->addSpan->run(span.caseNo, span.kind, span.from, span.to, span.workdays, span.document,
                                   span.reason));
    return m_statements->addSpan->lastInsertedKey();
}

Result<> AnnexStore::endSpan(std::int64_t no, Date to)
{
    TRY(m_statements->endSpan->run(to, no));
    return foundOne(*m_statements->endSpan, "there is no such clock span");
}

Result<std::vector<ClockSpan>> AnnexStore::spans(std::int64_t caseNo)
{
    std::vector<ClockSpan> spans;
    Rows rows = m_statements->spans->query(caseNo);
    while (TRY(rows.next()))
        spans.push_back({rows.integer(0), rows.integer(1), rows.string(2), rows.date(3), rows.optionalDate(4),
                         static_cast<int>(rows.integer(5)), rows.string(6), rows.string(7)});
    return spans;
}

Result<std::int64_t> AnnexStore::addNotice(const NoticeRow &notice)
{
    TRY(m_statements->addNotice->run(notice.caseNo, notice.ordinal, notice.givenAt, notice.dueBy,
                                     notice.answeredAt, notice.defects));
    return m_statements->addNotice->lastInsertedKey();
}

Result<> AnnexStore::answerNotice(std::int64_t no, Timestamp at)
{
    TRY(m_statements->answerNotice->run(at, no));
    return foundOne(*m_statements->answerNotice, "there is no such notice");
}

Result<std::vector<NoticeRow>> AnnexStore::notices(std::int64_t caseNo)
{
    std::vector<NoticeRow> notices;
    Rows rows = m_statements->notices->query(caseNo);
    while (TRY(rows.next()))
        notices.push_back({rows.integer(0), rows.integer(1), static_cast<int>(rows.integer(2)),
                           rows.instant(3), rows.date(4), rows.optionalInstant(5), rows.string(6)});
    return notices;
}

Result<std::int64_t> AnnexStore::addVisit(const VisitRow &visit)
{
    TRY(m_statements->addVisit->run(visit.caseNo, visit.at, visit.hall, visit.window, visit.purpose,
                                    visit.reason));
    return m_statements->addVisit->lastInsertedKey();
}

Result<std::vector<VisitRow>> AnnexStore::visits(std::int64_t caseNo)
{
    std::vector<VisitRow> visits;
    Rows rows = m_statements->visits->query(caseNo);
    while (TRY(rows.next()))
        visits.push_back({rows.integer(0), rows.integer(1), rows.instant(2), rows.string(3), rows.string(4),
                          rows.string(5), rows.string(6)});
    return visits;
}

Result<std::vector<VisitCount>> AnnexStore::repeatedVisits(int limit)
{
    std::vector<VisitCount> counts;
    Rows rows = m_statements->repeatedVisits->query(limit);
    while (TRY(rows.next()))
        counts.push_back(
            {rows.integer(0), static_cast<int>(rows.integer(1)), rows.instant(2), rows.string(3)});
    return counts;
}

Result<std::optional<std::int64_t>> AnnexStore::caseWithWaybill(std::string_view waybill)
{
    Rows rows = m_statements->byWaybill->query(waybill);
    if (!TRY(rows.next()))
        return std::optional<std::int64_t>();
    return std::optional(rows.integer(0));
}

Result<std::int64_t> AnnexStore::addDelivery(const DeliveryRow &delivery)
{
    TRY(m_statements->addDelivery->run(delivery.caseNo, delivery.mode, delivery.waybill, delivery.sentAt,
                                       delivery.deliveredAt, delivery.returnedAt, delivery.receiver));
    return m_statements->addDelivery->lastInsertedKey();
}

Result<> AnnexStore::endDelivery(std::int64_t no, std::optional<Timestamp> deliveredAt,
                                 std::optional<Timestamp> returnedAt)
{
    TRY(m_statements->endDelivery->run(deliveredAt, returnedAt, no));
    return foundOne(*m_statements->endDelivery, "there is no such delivery");
}

Result<std::vector<DeliveryRow>> AnnexStore::deliveries(std::int64_t caseNo)
{
    std::vector<DeliveryRow> deliveries;
    Rows rows = m_statements->deliveries->query(caseNo);
    while (TRY(rows.next()))
        deliveries.push_back({rows.integer(0), rows.integer(1), rows.string(2), rows.string(3),
                              rows.instant(4), rows.optionalInstant(5), rows.optionalInstant(6),
                              rows.string(7)});
    return deliveries;
}

} // namespace tongban::storage
