// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/store.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

/// Made-up rows for the tests of core/storage.
namespace tests::storage {

using namespace tongban;
using namespace tongban::storage;

inline Timestamp instant(std::int64_t second = 0)
{
    return fromUnixMilliseconds(1'790'000'000'000 + second * 1000);
}

inline Uuid caseId(int number)
{
    return Uuid::v7FromName(instant(number), "case " + std::to_string(number));
}

inline CaseRecord caseRecord(int number)
{
    CaseRecord record;
    record.id = caseId(number);
    record.serial = "深交审-2026-" + std::to_string(number);
    record.channel = number % 2 == 0 ? "window" : "unified_platform";
    record.externalNo = "UP" + std::to_string(number);
    record.item = number % 3 == 0 ? "CZ-001" : "HY-002";
    record.itemVersion = 2;
    record.district = 440303 + number % 3;
    record.receivedAt = instant(number);
    record.applicantId = "44030519900101" + std::to_string(1000 + number % 50);
    record.applicantName = "王小明";
    record.duplicateKey = number % 50;
    record.application = R"({"item":"CZ-001","note":"测试"})";
    return record;
}

inline CaseStanding standing(std::string state = "applied", std::string queue = "automatic")
{
    CaseStanding made;
    made.state = std::move(state);
    made.queue = std::move(queue);
    made.due = fromDayNumber(20780);
    made.changedAt = instant();
    made.details = "{}";
    return made;
}

/// The stores of one file, opened or the test program ends: nothing can be tested without.
inline std::unique_ptr<Store> openStore(const std::filesystem::path &file, const OpenOptions &options = {})
{
    Result<OpenedStore> opened = Store::open(file, options);
    if (!opened || opened->store == nullptr) {
        std::fprintf(stderr, "cannot open the store: %s\n",
                     opened ? opened->message.c_str() : opened.error().detail.c_str());
        std::abort();
    }
    return std::move(opened->store);
}

inline PreparedEvent preparedEvent(int caseNumber, std::string_view act, std::string_view stateAfter)
{
    EventDraft draft;
    draft.district = 440303 + caseNumber % 3;
    draft.caseId = caseId(caseNumber);
    draft.act = act;
    draft.stateAfter = stateAfter;
    draft.actor = "system";
    draft.role = "system";
    draft.at = instant(caseNumber);
    draft.basis = "《中华人民共和国行政许可法》第三十二条";
    draft.body = R"({"digest":"00"})";
    EventDigester digester;
    return {draft, digester.digest(draft)};
}

/// Puts `count` cases with three events each into the store, in one transaction.
inline Result<> addCases(Store &store, int first, int count)
{
    Transaction transaction = TRY(store.begin());
    for (int number = first; number < first + count; ++number) {
        TRY(store.cases().insert(caseRecord(number), standing("granted", "")));
        const std::vector<PreparedEvent> events = {preparedEvent(number, "apply", "applied"),
                                                   preparedEvent(number, "accept", "accepted"),
                                                   preparedEvent(number, "grant", "granted")};
        TRY(store.events().append(events));
    }
    return transaction.commit();
}

} // namespace tests::storage
