// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/centre/background_sync.h"

#include "core/service/centre/case_fetch_session.h"
#include "core/service/centre/centre_session.h"
#include "core/service/workspace/workspace_parts.h"
#include "core/sync/outbox.h"

#include <algorithm>
#include <utility>

namespace tongban::service {

using std::chrono::milliseconds;

namespace {

/// While something has to be done by hand, or by another program, it is looked at now and then.
constexpr milliseconds kSeldom{10'000};

std::uint64_t seedOf(const Workspace *workspace)
{
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count())
        ^ reinterpret_cast<std::uintptr_t>(workspace);
}

} // namespace

BackgroundSync::BackgroundSync(WorkspaceThread::Opener open, Listener listener,
                               const BackgroundOptions &options)
    : m_open(std::move(open)), m_listener(std::move(listener)), m_options(options), m_random(seedOf(nullptr)),
      m_thread([this] { serve(); })
{
}

BackgroundSync::~BackgroundSync()
{
    m_ending = true;
    wake();
    m_thread.join();
}

void BackgroundSync::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_wake.notify_one();
}

void BackgroundSync::want(std::string caseKey)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = std::move(caseKey);
        m_isWoken = true;
    }
    m_wake.notify_one();
}

/// Asked for once: whoever opens the case again asks again. What goes wrong here is told by the next round.
void BackgroundSync::fetchWanted()
{
    std::string wanted;
    {
        const std::lock_guard lock(m_mutex);
        wanted.swap(m_wanted);
    }
    if (wanted.empty())
        return;
    const auto session = m_sync->parts().session();
    if (!session)
        return;
    const auto fetched =
        fetchCaseBy(*m_workspace, **session, m_sync->parts().schemaVersion, wanted, FetchReason::Opened);
    if (fetched && fetched->hasNews()) {
        ++m_news.fetched;
        m_listener(m_news);
    }
}

void BackgroundSync::usePassword(std::string password)
{
    {
        const std::lock_guard lock(m_mutex);
        m_newPassword = std::move(password);
        m_isWoken = true;
    }
    m_wake.notify_one();
}

/// Opened and closed here: a connection belongs to its thread.
void BackgroundSync::serve()
{
    auto opened = m_open();
    if (!opened) {
        m_news.since = {};
        return tell(LinkState::Broken, opened.error().detail);
    }
    m_workspace = std::move(*opened);
    m_news.since = m_workspace->clock().now();
    while (!m_ending) {
        {
            const std::lock_guard lock(m_mutex);
            m_isWoken = false;
            if (m_newPassword) {
                m_password = *std::exchange(m_newPassword, std::nullopt);
                m_sync.reset();
            }
        }
        if (openSync())
            round();
        rest();
    }
    m_sync.reset();
    m_workspace.reset();
}

/// One for a workspace: the lock is held as long as the program runs.
bool BackgroundSync::openSync()
{
    if (m_sync)
        return true;
    auto sync = CentreSync::open(*m_workspace, m_password);
    if (!sync) {
        ++m_failures;
        tell(sync.error().code == ErrorCode::Conflict ? LinkState::Elsewhere : LinkState::Broken,
             sync.error().detail);
        return false;
    }
    m_sync = std::move(*sync);
    return true;
}

void BackgroundSync::round()
{
    SyncOptions options;
    options.eventsPerPage = m_options.eventsPerPage;
    options.aheadOfIndexes = false; // whoever reads meanwhile needs them
    options.progress.stop = &m_ending;
    const std::int64_t before = m_news.pulled;
    options.progress.report = [this, before](std::int64_t done, std::int64_t) {
        m_news.pulled = before + done;
        count();
        m_listener(m_news);
    };
    const auto report = m_sync->run(options);
    if (!report) {
        ++m_failures;
        return tell(LinkState::Broken, report.error().detail);
    }
    m_news.pulled = before + report->pulled;
    m_news.rewinds += report->rewinds;
    m_news.claimChanges += report->claimChanges;
    m_news.newIdentities += report->newIdentities;
    m_news.changed.insert(m_news.changed.end(), report->changed.begin(), report->changed.end());
    m_news.closed = report->closed;
    m_hadWork = report->sent + report->pulled > 0;
    if (report->isFinished() || report->sent + report->pulled > 0)
        m_news.lastContact = m_workspace->clock().now();
    m_failures = report->isFinished() ? 0 : m_failures + 1;
    m_news.hasNoRoom = report->hasNoRoom;
    m_news.wasRefused = report->wantsPassword && !m_password.empty();
    if (report->wantsPassword)
        tell(LinkState::PasswordWanted, report->stoppedBy);
    else if (!report->stoppedBy.empty())
        tell(LinkState::Stopped, report->stoppedBy);
    else if (!report->unreachable.empty())
        tell(LinkState::Offline, report->unreachable);
    else
        tell(LinkState::Online, {});
    if (m_news.state == LinkState::Online)
        fetchWanted();
}

void BackgroundSync::count()
{
    const auto counts = m_workspace->parts().store->outbox().counts();
    if (!counts)
        return;
    m_unsent = counts->unsent;
    m_news.waiting = counts->saved + counts->told;
    m_news.attention = counts->attention;
}

void BackgroundSync::tell(LinkState state, const std::string &why)
{
    if (state != m_news.state && m_workspace)
        m_news.since = m_workspace->clock().now();
    m_news.state = state;
    m_news.why = why;
    if (m_workspace)
        count();
    m_known = m_unsent;
    m_listener(m_news);
}

/// Full jitter as for a single act: a thousand desktops do not knock in step when the centre comes back.
milliseconds BackgroundSync::span() const
{
    switch (m_news.state) {
    case LinkState::Starting: return milliseconds{0};
    case LinkState::Online: return m_hadWork ? m_options.afterWork : m_options.every;
    case LinkState::Offline: return m_options.leastRest;
    case LinkState::PasswordWanted:
    case LinkState::Stopped:
    case LinkState::Elsewhere:
    case LinkState::Broken: return kSeldom;
    }
    return kSeldom;
}

/// Until the time has come, somebody wakes it, or there is something new to send.
void BackgroundSync::rest()
{
    using Clock = std::chrono::steady_clock;
    constexpr milliseconds kLongest{60'000};
    const auto begin = Clock::now();
    milliseconds longest = span();
    if (m_news.state == LinkState::Offline)
        longest = std::min(kLongest, longest + sync::backOff(m_failures, m_random));
    else if (m_news.state == LinkState::Online)
        longest += longest * static_cast<int>(m_random.below(25)) / 100;
    std::unique_lock lock(m_mutex);
    while (!m_ending && !m_isWoken && Clock::now() < begin + longest) {
        m_wake.wait_for(lock, m_options.look);
        const bool mayTry = m_news.state == LinkState::Online
            || (m_news.state == LinkState::Offline && Clock::now() >= begin + m_options.leastRest);
        lock.unlock();
        const std::int64_t waiting = m_news.waiting;
        const std::int64_t attention = m_news.attention;
        count();
        const bool isNew = m_unsent > m_known;
        if (waiting != m_news.waiting || attention != m_news.attention)
            m_listener(m_news);
        lock.lock();
        if (isNew && mayTry)
            return;
        m_known = std::min(m_known, m_unsent);
    }
}

} // namespace tongban::service
