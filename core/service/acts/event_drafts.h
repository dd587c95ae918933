// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/permit/act.h"
#include "core/storage/event_log.h"

#include <deque>
#include <string_view>
#include <vector>

namespace tongban::service {

/// The events of one case on their way to the ledger: digests are computed on the deciding thread, places in
/// the chain are given when they are written. The prepared events point into this object's strings, so it
/// moves but is not copied.
class EventDrafts
{
public:
    EventDrafts() = default;
    EventDrafts(EventDrafts &&) noexcept = default;
    EventDrafts &operator=(EventDrafts &&) noexcept = default;

    void add(permit::ActEvent event, const Uuid &caseId, int district, storage::EventDigester &digester)
    {
        // A deque never moves its elements, so the views into them stay good.
        const permit::ActEvent &kept = m_events.emplace_back(std::move(event));
        const storage::EventDraft draft{district,
                                        caseId,
                                        permit::name(kept.act),
                                        permit::name(kept.stateAfter),
                                        kept.actor,
                                        permit::name(kept.role),
                                        kept.at,
                                        kept.reason,
                                        kept.basis,
                                        kept.body};
        m_prepared.push_back({draft, digester.digest(draft)});
    }

    const std::vector<storage::PreparedEvent> &prepared() const { return m_prepared; }
    bool isEmpty() const { return m_prepared.empty(); }
    std::size_t size() const { return m_prepared.size(); }

    /// Forgets all but the first `count`.
    void keepFirst(std::size_t count)
    {
        m_events.resize(count);
        m_prepared.resize(count);
    }

private:
    std::deque<permit::ActEvent> m_events;
    std::vector<storage::PreparedEvent> m_prepared;
};

} // namespace tongban::service
