// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/decision/evidence_desk.h"

#include "core/agency/agency_source.h"
#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/storage/register_evidence.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::service {

using approval::EvidenceAnswer;
using approval::EvidenceQuery;
using approval::EvidenceStatus;

namespace {

/// Agencies' answers kept in the store, on a connection of this thread. Trouble with the cache never stops a
/// decision: the agency is asked instead.
class StoreCache final : public agency::AnswerCache
{
public:
    StoreCache(std::unique_ptr<storage::Store> store, const approval::EvidenceDictionary &dictionary)
        : m_store(std::move(store)), m_dictionary(dictionary)
    {
    }

    std::optional<EvidenceAnswer> find(const EvidenceQuery &query) override
    {
        const auto row = m_store->answers().find(query.source, query.record, query.key);
        if (!row || !row->has_value())
            return std::nullopt;
        const storage::AnswerRow &kept = **row;
        if (approval::parseEvidenceStatus(kept.status) == EvidenceStatus::NoRecord)
            return EvidenceAnswer::noRecord(query, kept.asOf, kept.answeredAt);
        return EvidenceAnswer::answered(query, kept.body, kept.asOf, kept.answeredAt);
    }

    void keep(const EvidenceAnswer &answer) override
    {
        if (isWhole(answer))
            (void)write(answer);
    }

private:
    /// An answer that leaves out what was agreed on makes cases wait; kept, it would make them wait for as
    /// long as it is fresh.
    bool isWhole(const EvidenceAnswer &answer) const
    {
        const auto *record = m_dictionary.record(answer.query.source, answer.query.record);
        if (record == nullptr || answer.status != EvidenceStatus::Answered)
            return true;
        const auto body = parseJson(answer.body);
        return body && std::ranges::all_of(record->fields, [&](const approval::EvidenceField &field) {
                   return body->contains(field.name) && (field.nullable || !(*body)[field.name].is_null());
               });
    }

    Result<> write(const EvidenceAnswer &answer)
    {
        auto transaction = TRY(m_store->begin());
        TRY(m_store->answers().put({answer.query.source, answer.query.record, answer.query.key,
                                    std::string(approval::name(answer.status)), answer.body, answer.digest,
                                    answer.asOf, answer.answeredAt}));
        return transaction.commit();
    }

    std::unique_ptr<storage::Store> m_store;
    const approval::EvidenceDictionary &m_dictionary;
};

} // namespace

struct EvidenceDesk::Parts {
    std::unique_ptr<storage::RegisterStore> registers;
    std::unique_ptr<storage::RegisterEvidenceSource> registerSource;
    SystemRandom random;
    std::unique_ptr<StoreCache> cache;
    std::unique_ptr<agency::AgencySource> agencies;
};

EvidenceDesk::EvidenceDesk(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

EvidenceDesk::~EvidenceDesk() = default;

Result<std::unique_ptr<EvidenceDesk>> EvidenceDesk::open(const Workspace &workspace)
{
    auto parts = std::make_unique<Parts>();
    const auto registerFile = workspace.folder() / "registers.sqlite";
    auto readingOptions = storage::RegisterStore::readingOptions();
    readingOptions.key = workspace.key();
    auto registers = TRY(storage::RegisterStore::open(registerFile, readingOptions));
    if (!registers.store)
        return fail(ErrorCode::Corrupted, registers.message);
    parts->registers = std::move(registers.store);
    parts->registerSource = std::make_unique<storage::RegisterEvidenceSource>(*parts->registers);
    const auto agencyFile = workspace.folder() / "agencies.json";
    if (std::filesystem::exists(agencyFile)) {
        const auto configs = TRY(agency::readAgencies(TRY(readFile(agencyFile, 1 << 20))));
        storage::OpenOptions storeOptions;
        storeOptions.key = workspace.key();
        auto store = TRY(storage::Store::open(workspace.folder() / "store.sqlite", storeOptions));
        if (!store.store)
            return fail(ErrorCode::Corrupted, store.message);
        parts->cache = std::make_unique<StoreCache>(std::move(store.store), workspace.resources().dictionary);
        const agency::AgencyServices services{workspace.clock(), parts->random,
                                              [](std::chrono::milliseconds pause) {
                                                  std::this_thread::sleep_for(pause);
                                              }};
        std::vector<std::unique_ptr<agency::HttpAgency>> agencies;
        for (const auto &config : configs)
            agencies.push_back(TRY(agency::HttpAgency::create(config, services)));
        parts->agencies = std::make_unique<agency::AgencySource>(std::move(agencies), *parts->cache,
                                                                 *parts->registerSource);
    }
    return std::unique_ptr<EvidenceDesk>(new EvidenceDesk(std::move(parts)));
}

approval::EvidenceSource &EvidenceDesk::source()
{
    if (m_parts->agencies)
        return *m_parts->agencies;
    return *m_parts->registerSource;
}

} // namespace tongban::service
