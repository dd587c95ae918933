// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>

namespace tongban::storage {

/// Whose turn it is to write to a file, among the connections of this process. SQLite's lock knows no order:
/// who waits for it sleeps and looks again, and a connection that writes page after page takes it anew in
/// between, so that a person's act could wait for a dozen pages. Here whoever came first is next, and is
/// woken at once. Other processes are kept apart by SQLite's lock alone. Private to core/storage.
class WriteTurn
{
public:
    /// The one of a file; every connection of the process that names the same file gets the same.
    static std::shared_ptr<WriteTurn> of(const std::filesystem::path &file);

    /// Waits for the turn; false when it did not come in that time. Not again before leave().
    bool enter(std::chrono::milliseconds longest);
    void leave();

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    std::deque<std::int64_t> m_waiting; ///< In the order in which they came.
    std::int64_t m_last = 0;
    bool m_isTaken = false;
};

} // namespace tongban::storage
