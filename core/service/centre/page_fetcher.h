// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/central/records.h"
#include "core/service/centre/replica_case.h"

#include <future>
#include <map>
#include <optional>
#include <set>
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
    bool isLast = false; ///< Nothing came after it when it was gathered.
    std::vector<central::PublishedModel> models; ///< That its records name and the store lacked.
};

/// Fetches pages ahead, on a thread of its own. Three things go on at once: one page is written by the
/// caller, the next is checked and followed through the rules here, and the centre gathers the one after
/// that. Until drop() nobody else may use the connection. Private to core/service.
class PageFetcher
{
public:
    /// Pages of at most `limit` events; the first ones grow up to that, so that writing begins early.
    /// `models` = by digest, those that are here.
    PageFetcher(const Workspace &workspace, central::Connection &connection, int limit,
                central::PullForm form, std::set<std::string> models)
        : m_connection(connection), m_folder(workspace), m_limit(limit), m_form(form),
          m_models(std::move(models))
    {
    }
    ~PageFetcher() { drop(); }
    PageFetcher(const PageFetcher &) = delete;
    PageFetcher &operator=(const PageFetcher &) = delete;

    /// Asks for what comes after a place.
    void ask(const storage::EventPosition &from);
    bool isAsked() const { return m_page.valid(); }

    /// The page that was asked for. Corrupted when the centre's chain does not go on from there.
    Result<PreparedPage> take() { return m_page.get(); }

    /// A page that was written: its memory goes back where it came from. Thousands of small pieces freed by
    /// another thread than the one that asks for the next ones would have the two wait for each other.
    void giveBack(PreparedPage page) { m_used = std::move(page); }

    /// Waits for what was asked of the centre and forgets it: the connection is free again.
    void drop();

private:
    static constexpr int kFirstPage = 250;

    /// What the centre was asked for and has not been received.
    struct Request {
        std::int64_t after;
        int limit;
    };

    Result<> request(const storage::EventPosition &from);
    Result<PreparedPage> fetch(const storage::EventPosition &from);
    Result<> prepare(PreparedPage &page);
    Result<> fetchModels(PreparedPage &page);

    central::Connection &m_connection;
    CaseFolder m_folder;
    int m_limit;
    int m_nextLimit = kFirstPage;
    std::optional<Request> m_requested; ///< Of the fetching thread while there is one.
    central::PullForm m_form;
    std::set<std::string> m_models;
    std::future<Result<PreparedPage>> m_page;
    PreparedPage m_used; ///< Until the next thread begins.
};

} // namespace tongban::service
