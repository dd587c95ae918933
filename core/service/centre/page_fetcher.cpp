// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/page_fetcher.h"

namespace tongban::service {

void PageFetcher::ask(const storage::EventPosition &from, int limit)
{
    m_page = std::async(std::launch::async, [this, from, limit] { return fetch(from, limit); });
}

void PageFetcher::drop()
{
    if (m_page.valid())
        m_page.wait();
    m_page = {};
}

Result<PreparedPage> PageFetcher::fetch(const storage::EventPosition &from, int limit)
{
    PreparedPage page;
    page.events = TRY(central::pull(m_connection, from, limit));
    TRY(prepare(page));
    return page;
}

/// Cases that were opened before need what is stored here; an appointment that becomes an application is one
/// of those too, and the writer knows.
Result<> PageFetcher::prepare(PreparedPage &page)
{
    for (const central::PulledEvent &pulled : page.events) {
        auto known = page.opened.find(pulled.event.caseId);
        if (known == page.opened.end()) {
            if (pulled.application.empty())
                continue;
            known = page.opened.emplace(pulled.event.caseId, PreparedCase()).first;
            known->second.folded.record = m_folder.recordOf(pulled);
        }
        std::string doubt = TRY(m_folder.follow(known->second.folded, pulled.event));
        if (!doubt.empty())
            known->second.doubts.emplace_back(pulled.event.n, std::move(doubt));
    }
    for (auto &[id, prepared] : page.opened)
        prepared.folded.standing = m_folder.standing(prepared.folded);
    return {};
}

} // namespace tongban::service
