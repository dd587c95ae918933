// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/centre/replica_case.h"

#include <future>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tongban::service {

/// A case that a page opens, followed through all its acts of the page.
struct PreparedCase {
    FoldedCase folded;
    std::vector<std::pair<std::int64_t, std::string>> doubts; ///< Place and problem.
};

/// A page of a centre's ledger, its hashes checked, and of the cases it opens what follows from the page
/// alone.
struct PreparedPage {
    std::vector<central::PulledEvent> events;
    std::map<Uuid, PreparedCase> opened;
};

/// Fetches pages one ahead, on a thread of its own: while one page is written, the next is gathered by the
/// centre, checked and followed through the rules. Nobody else may use the connection between ask() and
/// take(). Private to core/service.
class PageFetcher
{
public:
    PageFetcher(const Workspace &workspace, central::Connection &connection)
        : m_connection(connection), m_folder(workspace)
    {
    }
    /// Waits for what was asked.
    ~PageFetcher() { drop(); }
    PageFetcher(const PageFetcher &) = delete;
    PageFetcher &operator=(const PageFetcher &) = delete;

    /// Asks for what comes after a place, at most `limit` events.
    void ask(const storage::EventPosition &from, int limit);
    bool isAsked() const { return m_page.valid(); }

    /// The page that was asked for. Corrupted when the centre's chain does not go on from there.
    Result<PreparedPage> take() { return m_page.get(); }

    /// Waits for the page that was asked for, if there is one, and forgets it.
    void drop();

private:
    Result<PreparedPage> fetch(const storage::EventPosition &from, int limit);
    Result<> prepare(PreparedPage &page);

    central::Connection &m_connection;
    CaseFolder m_folder;
    std::future<Result<PreparedPage>> m_page;
};

} // namespace tongban::service
