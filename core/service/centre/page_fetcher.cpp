// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/page_fetcher.h"

#include <algorithm>

namespace tongban::service {

void PageFetcher::ask(const storage::EventPosition &from)
{
    m_page = std::async(std::launch::async, [this, from, used = std::exchange(m_used, {})]() mutable {
        used = {};
        return fetch(from);
    });
}

void PageFetcher::drop()
{
    if (m_page.valid())
        m_page.wait();
    m_page = {};
    if (m_requested)
        m_connection.dropUnread();
    m_requested.reset();
    m_nextLimit = kFirstPage;
}

Result<> PageFetcher::request(const storage::EventPosition &from)
{
    const int limit = std::min(m_nextLimit, m_limit);
    m_nextLimit = limit * 2;
    TRY(central::requestPull(m_connection, from.district, from.n, limit, m_form));
    m_requested = Request{from.n, limit};
    return {};
}

Result<PreparedPage> PageFetcher::fetch(const storage::EventPosition &from)
{
    if (!m_requested || m_requested->after != from.n)
        TRY(request(from));
    const auto asked = static_cast<std::size_t>(std::exchange(m_requested, std::nullopt)->limit);
    PreparedPage page;
    page.events = TRY(central::receivePull(m_connection, from, m_form));
    page.isLast = page.events.size() < asked;
    TRY(fetchModels(page));
    // The centre gathers while this page is followed through the rules.
    if (!page.isLast) {
        const storage::StoredEvent &last = page.events.back().event;
        TRY(request({from.district, last.n, last.hash}));
    }
    TRY(prepare(page));
    return page;
}

/// Whoever published them here may have withdrawn them since: they are asked for one by one, each once.
/// Before the next page is asked for: one statement at a time.
Result<> PageFetcher::fetchModels(PreparedPage &page)
{
    constexpr std::string_view kModel = R"("model":")";
    constexpr std::size_t kHexDigits = 64;
    for (const central::PulledEvent &pulled : page.events) {
        const std::size_t place = pulled.record.find(kModel);
        if (place == std::string::npos)
            continue;
        const std::string hex = pulled.record.substr(place + kModel.size(), kHexDigits);
        const auto digest = Digest::parse(hex);
        if (!digest || !m_models.insert(hex).second)
            continue;
        if (auto model = TRY(central::publishedModel(m_connection, *digest)))
            page.models.push_back(*std::move(model));
    }
    return {};
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
