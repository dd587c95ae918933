// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/write_turn.h"

#include <map>
#include <string>

namespace tongban::storage {

std::shared_ptr<WriteTurn> WriteTurn::of(const std::filesystem::path &file)
{
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<WriteTurn>> turns;
    std::error_code error;
    const std::filesystem::path exact = std::filesystem::weakly_canonical(file, error);
    const std::string name = (error ? file : exact).string();
    const std::lock_guard lock(mutex);
    std::erase_if(turns, [](const auto &entry) { return entry.second.expired(); });
    std::shared_ptr<WriteTurn> turn = turns[name].lock();
    if (!turn) {
        turn = std::make_shared<WriteTurn>();
        turns[name] = turn;
    }
    return turn;
}

bool WriteTurn::enter(std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_mutex);
    const std::int64_t mine = ++m_last;
    m_waiting.push_back(mine);
    const bool isMine =
        m_left.wait_for(lock, longest, [&] { return !m_isTaken && m_waiting.front() == mine; });
    std::erase(m_waiting, mine);
    m_isTaken = m_isTaken || isMine;
    // Who gave up may have stood before somebody whose turn it is.
    if (!isMine)
        m_left.notify_all();
    return isMine;
}

void WriteTurn::leave()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isTaken = false;
    }
    m_left.notify_all();
}

} // namespace tongban::storage
