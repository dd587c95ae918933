// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/case_columns.h"

#include <algorithm>

namespace tongban::storage {
namespace {

enum Column {
    kNo,
    kId,
    kSerial,
    kChannel,
    kExternalNo,
    kItem,
    kItemVersion,
    kDistrict,
    kReceivedAt,
    kDuplicateKey,
    kDuplicateOf,
    kIntakeBatch,
    kApplicantId,
    kApplicantName,
    kVersion,
    kState,
    kQueue,
    kDue,
    kOutcome,
    kReason,
    kOpen,
    kTouched,
    kChangedAt,
    kApplication,
    kDetails,
};

Result<> readRecord(const Rows &rows, Vocabulary &vocabulary, CaseRecord &record)
{
    record.no = rows.integer(kNo);
    record.id = TRY(rows.uuid(kId));
    record.serial = rows.text(kSerial);
    record.channel = TRY(vocabulary.word(rows.integer(kChannel)));
    record.externalNo = rows.text(kExternalNo);
    record.item = TRY(vocabulary.word(rows.integer(kItem)));
    record.itemVersion = static_cast<int>(rows.integer(kItemVersion));
    record.district = static_cast<int>(rows.integer(kDistrict));
    record.receivedAt = rows.instant(kReceivedAt);
    record.duplicateKey = rows.integer(kDuplicateKey);
    record.duplicateOf.reset();
    if (!rows.isNull(kDuplicateOf))
        record.duplicateOf = TRY(rows.uuid(kDuplicateOf));
    record.intakeBatch.reset();
    if (!rows.isNull(kIntakeBatch))
        record.intakeBatch = rows.integer(kIntakeBatch);
    record.applicantId = rows.text(kApplicantId);
    record.applicantName = rows.text(kApplicantName);
    return {};
}

Result<> readStanding(const Rows &rows, Vocabulary &vocabulary, CaseStanding &standing)
{
    standing.version = rows.integer(kVersion);
    standing.state = TRY(vocabulary.word(rows.integer(kState)));
    standing.queue = TRY(optionalWord(rows, kQueue, vocabulary));
    standing.due.reset();
    if (rows.integer(kDue) != kNothingDue)
        standing.due = rows.date(kDue);
    standing.outcome = TRY(optionalWord(rows, kOutcome, vocabulary));
    standing.reason = TRY(optionalWord(rows, kReason, vocabulary));
    standing.open = rows.boolean(kOpen);
    standing.touchedByHuman = rows.boolean(kTouched);
    standing.changedAt = rows.instant(kChangedAt);
    return {};
}

} // namespace

Result<std::optional<std::int64_t>> optionalNumber(Vocabulary &vocabulary, std::string_view word)
{
    if (word.empty())
        return std::optional<std::int64_t>();
    return std::optional<std::int64_t>(TRY(vocabulary.number(word)));
}

Result<std::string> optionalWord(const Rows &rows, int column, Vocabulary &vocabulary)
{
    if (rows.isNull(column))
        return std::string();
    return std::string(TRY(vocabulary.word(rows.integer(column))));
}

Result<> readCase(const Rows &rows, Vocabulary &vocabulary, bool withTexts, StoredCase &found)
{
    TRY(readRecord(rows, vocabulary, found.record));
    TRY(readStanding(rows, vocabulary, found.standing));
    found.record.application = withTexts ? rows.text(kApplication) : std::string_view();
    found.standing.details = withTexts ? rows.text(kDetails) : std::string_view();
    return {};
}

std::int64_t dueNumber(const CaseStanding &standing)
{
    return standing.due ? dayNumber(*standing.due) : kNothingDue;
}

Result<CasePage> readPage(Rows rows, Vocabulary &vocabulary, bool withTexts, int limit)
{
    CasePage page;
    constexpr int kUsualPage = 4000; // a caller may ask for all there are
    page.cases.reserve(static_cast<std::size_t>(std::min(limit, kUsualPage)));
    while (TRY(rows.next()))
        TRY(readCase(rows, vocabulary, withTexts, page.cases.emplace_back()));
    if (page.cases.size() == static_cast<std::size_t>(limit)) {
        const StoredCase &last = page.cases.back();
        page.next = CaseCursor{dueNumber(last.standing), last.record.no};
    }
    return page;
}

} // namespace tongban::storage
