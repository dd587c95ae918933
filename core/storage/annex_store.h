// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// Time that does not run, or that was added: a suspension with its document, an extension (Administrative
/// Licensing Law art. 42), an exclusion such as an expert review (art. 45).
struct ClockSpan {
    std::int64_t no = 0; ///< Set by addSpan().
    std::int64_t caseNo = 0;
    std::string kind; ///< "suspension", "extension", "exclusion"
    Date from{};
    std::optional<Date> to; ///< Nothing = still running.
    int workdays = 0; ///< Added days of an extension.
    std::string document;
    std::string reason;
};

/// A one-time notice: every defect at once, in the order in which the applicant reads them.
struct NoticeRow {
    std::int64_t no = 0;
    std::int64_t caseNo = 0;
    int ordinal = 1; ///< 1 = the one-time notice; a second one needs a supervisor.
    Timestamp givenAt{};
    Date dueBy{};
    std::optional<Timestamp> answeredAt;
    std::string defects; ///< Canonical JSON array.
};

struct VisitRow {
    std::int64_t no = 0;
    std::int64_t caseNo = 0;
    Timestamp at{};
    std::string hall;
    std::string window;
    std::string purpose;
    std::string reason; ///< Mandatory from the second visit on; the domain asks for it.
};

struct DeliveryRow {
    std::int64_t no = 0;
    std::int64_t caseNo = 0;
    std::string mode; ///< "in_person", "courier"
    std::string waybill;
    Timestamp sentAt{};
    std::optional<Timestamp> deliveredAt;
    std::optional<Timestamp> returnedAt;
    std::string receiver;
};

/// A case that was visited more often than once.
struct VisitCount {
    std::int64_t caseNo = 0;
    int visits = 0;
    Timestamp lastAt{};
    std::string lastReason;
};

/// What hangs on a case in small numbers: clock spans, notices, visits, deliveries. Keeps and lists; the acts
/// that brought them are in the ledger. Writes need an open Transaction. On the thread of its Database.
class AnnexStore
{
public:
    static Result<AnnexStore> create(Database &database);

    Result<std::int64_t> addSpan(const ClockSpan &span);
    Result<> endSpan(std::int64_t no, Date to);
    Result<std::vector<ClockSpan>> spans(std::int64_t caseNo);

    Result<std::int64_t> addNotice(const NoticeRow &notice);
    Result<> answerNotice(std::int64_t no, Timestamp at);
    Result<std::vector<NoticeRow>> notices(std::int64_t caseNo);

    Result<std::int64_t> addVisit(const VisitRow &visit);
    Result<std::vector<VisitRow>> visits(std::int64_t caseNo);
    /// The latest first, at most `limit`.
    Result<std::vector<VisitCount>> repeatedVisits(int limit);

    Result<std::int64_t> addDelivery(const DeliveryRow &delivery);

    /// Writes when the parcel arrived or came back; NotFound when there is no such delivery.
    Result<> endDelivery(std::int64_t no, std::optional<Timestamp> deliveredAt,
                         std::optional<Timestamp> returnedAt);
    Result<std::vector<DeliveryRow>> deliveries(std::int64_t caseNo);
    /// The case that used this number last; nothing when none did.
    Result<std::optional<std::int64_t>> caseWithWaybill(std::string_view waybill);

private:
    struct Statements;

    explicit AnnexStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
