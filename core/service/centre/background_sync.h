// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/service/centre/centre_sync.h"
#include "core/service/workspace/workspace_thread.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace tongban::service {

/// How this desktop stands to its centre at the moment.
enum class LinkState : std::uint8_t {
    Starting, ///< Nothing is known yet.
    Online,
    Offline, ///< The centre cannot be reached; tried again by itself.
    PasswordWanted, ///< Waits for usePassword().
    Stopped, ///< The centre refuses this login or device; an administrator has to see to it.
    Elsewhere, ///< Another program on this machine does it for this workspace.
    Broken, ///< The store cannot be used.
};

/// What is told whenever something of it changes.
struct LinkNews {
    LinkState state = LinkState::Starting;
    Timestamp since{}; ///< Of the state, by this machine's clock.
    std::string why; ///< For the log and the support, not for the screen.
    bool hasNoRoom = false; ///< With Offline: the centre's disk is full.
    bool wasRefused = false; ///< With PasswordWanted: one was given, and it is wrong.
    std::optional<Timestamp> lastContact; ///< Since this program was started.
    std::int64_t waiting = 0; ///< Acts that the centre has not confirmed.
    std::int64_t attention = 0;
    std::int64_t pulled = 0; ///< Acts copied since this program was started.
    std::int64_t rewinds = 0; ///< The same: how often the centre had been set back.
    std::int64_t newIdentities = 0;
    std::int64_t claimChanges = 0; ///< The same: how often it changed who works on what.
    std::vector<ChangedAct> changed; ///< The same: what came out differently after that.
    std::int64_t fetched = 0; ///< The same: cases about which the centre told more when they were opened.
    std::vector<int> closed; ///< Districts that this login may no longer read.
};

struct BackgroundOptions {
    std::chrono::milliseconds every{5000}; ///< Between two looks at a quiet centre.
    std::chrono::milliseconds afterWork{1000}; ///< The same, after something was sent or came.
    std::chrono::milliseconds look{150}; ///< How soon an act of this desktop is noticed.
    std::chrono::milliseconds leastRest{1000}; ///< Between two tries while the centre is away.
    int eventsPerPage = 200; ///< Short transactions: whoever acts meanwhile waits for one at most.
};

/// Keeps a workspace and its centre together while people work in it: on a thread and a connection of its
/// own, so that nobody waits for the network. Sends what is new as soon as it is there, looks for what others
/// did, and rests longer and longer while the centre is away; nothing is dropped and nothing has to be
/// started again. Any thread; `listener` is called on the thread of the synchronisation.
class BackgroundSync
{
public:
    using Listener = std::function<void(const LinkNews &)>;

    /// `open`: the workspace for writing, see besideOf().
    BackgroundSync(WorkspaceThread::Opener open, Listener listener, const BackgroundOptions &options = {});
    /// Waits for a call that is under way: some seconds at most.
    ~BackgroundSync();

    BackgroundSync(const BackgroundSync &) = delete;
    BackgroundSync &operator=(const BackgroundSync &) = delete;

    /// Now, whatever it rests for.
    void wake();
    /// A case was opened: what it rests on and is not here is asked for as soon as the centre is there.
    void want(std::string caseKey);
    /// Kept in memory as long as this lives, and nowhere else.
    void usePassword(std::string password);

private:
    void serve();
    bool openSync();
    void round();
    void fetchWanted();
    void tell(LinkState state, const std::string &why);
    void count();
    void rest();
    std::chrono::milliseconds span() const;
    bool isEnding();

    WorkspaceThread::Opener m_open;
    Listener m_listener;
    BackgroundOptions m_options;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isWoken = false;
    std::optional<std::string> m_newPassword;
    std::string m_wanted; ///< The case opened last.
    std::atomic<bool> m_ending = false;

    /// Of its thread.
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CentreSync> m_sync;
    std::string m_password;
    LinkNews m_news;
    std::int64_t m_unsent = 0;
    std::int64_t m_known = 0; ///< Of these, when the last round ended.
    int m_failures = 0;
    bool m_hadWork = false;
    SeededRandom m_random;
    std::thread m_thread;
};

} // namespace tongban::service
