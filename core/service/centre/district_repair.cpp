// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens when a centre was set back: the copy gives up what the centre no longer has, and what this
// desktop had told is told again.

#include "core/central/device.h"
#include "core/service/centre/district_sync.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>

namespace tongban::service {

using sync::CommandState;

bool DistrictSync::mustRepair(const storage::ReplicaRow &replica, const central::CentralHead &head,
                              const storage::EventPosition &mine) const
{
    const bool isOtherEpoch = replica.epoch != 0 && replica.epoch != head.epoch;
    const bool isBehind = head.position.n < mine.n;
    const bool isOther = head.position.n == mine.n && mine.n > 0 && head.position.hash != mine.hash;
    return isOtherEpoch || isBehind || isOther;
}

/// The highest place that both know, by asking about a few hundred places at a time.
Result<std::int64_t> DistrictSync::commonPlace(std::int64_t mine)
{
    constexpr std::int64_t kPlacesAtOnce = 200;
    std::int64_t low = 0;
    std::int64_t high = mine;
    while (low < high) {
        const std::int64_t step = std::max<std::int64_t>(1, (high - low) / kPlacesAtOnce);
        std::vector<storage::EventPosition> places;
        for (std::int64_t n = high; n > low; n -= step)
            for (const storage::StoredEvent &event : TRY(m_store.events().page(m_district, n - 1, 1)))
                places.push_back({m_district, event.n, event.hash});
        const auto common = TRY(central::commonPlace(m_connection, m_district, places));
        if (!common) {
            high = places.empty() ? low : places.back().n - 1;
            continue;
        }
        low = *common;
        high = *common == high ? high : std::min(high, *common + step - 1);
    }
    return low;
}

Result<> DistrictSync::repair()
{
    constexpr int kMostRepairs = 5;
    if (++m_repairs > kMostRepairs) {
        m_report.unreachable = "the centre and this copy do not come together; try again later";
        return {};
    }
    const std::int64_t mine = TRY(place()).n;
    const auto common = commonPlace(mine);
    const auto sequence = central::nextSequence(m_connection, m_district, TRY(replica()).device);
    if (!common || !sequence) {
        const Error &error = !common ? common.error() : sequence.error();
        return isUnreachable(error) ? Result<>() : Result<>(Failure(error));
    }
    std::int64_t rewind = 0;
    {
        auto transaction = TRY(m_store.begin());
        std::vector<Uuid> concerned;
        if (*common < mine) {
            concerned = TRY(m_store.replica().casesAbove(m_district, *common));
            TRY(m_store.replica().rewind(m_district, *common, m_epoch, m_workspace.clock().now()));
            rewind = TRY(m_store.replica().rewinds());
        }
        Loaded loaded = TRY(load(TRY(m_store.outbox().openOrAbove(m_district, *common))));
        loaded.outbox.rewind(*common, *sequence);
        loaded.replica.epoch = m_epoch;
        loaded.replica.centralN = *common;
        TRY(keep(loaded));
        for (const Uuid &caseId : concerned)
            TRY(m_writer.refresh(caseId));
        TRY(transaction.commit());
    }
    if (rewind == 0)
        return {};
    ++m_report.rewinds;
    return m_workspace.parts().restartWitnesses(rewind);
}

/// An act the centre called done, whose place in the ledger holds another or lies beyond its end: the centre
/// was set back, and perhaps went on before this desktop saw it. It is sent again; where the centre knows it
/// after all, it says the same. Only after the copy has reached the ledger's end.
Result<> DistrictSync::resendLost()
{
    std::int64_t lowest = 0;
    for (const storage::OutboxRow &row : TRY(m_store.outbox().open(m_district)))
        if (row.entry.state == CommandState::Told && row.entry.n > 0 && (lowest == 0 || row.entry.n < lowest))
            lowest = row.entry.n;
    if (lowest == 0)
        return {};
    const auto sequence = central::nextSequence(m_connection, m_district, TRY(replica()).device);
    if (!sequence)
        return isUnreachable(sequence.error()) ? Result<>() : Result<>(Failure(sequence.error()));
    auto transaction = TRY(m_store.begin());
    Loaded loaded = TRY(load(TRY(m_store.outbox().openOrAbove(m_district, lowest - 1))));
    loaded.outbox.rewind(lowest - 1, *sequence);
    TRY(keep(loaded));
    TRY(transaction.commit());
    ++m_report.rewinds;
    if (++m_repairs > 5)
        return {};
    TRY(push());
    return m_report.isFinished() ? pull() : Result<>();
}

} // namespace tongban::service
