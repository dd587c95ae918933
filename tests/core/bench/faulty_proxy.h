// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_directory.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace tests {

/// Stands between desktops and a server on sockets in folders. While it is faulty it cuts connections
/// anywhere, delays what it carries, and says again later, in another order, what a client once said:
/// everything a network with its retrying boxes can do to a protocol.
class FaultyProxy
{
public:
    FaultyProxy(const std::filesystem::path &server, std::uint64_t seed);
    ~FaultyProxy();
    FaultyProxy(const FaultyProxy &) = delete;
    FaultyProxy &operator=(const FaultyProxy &) = delete;

    /// In place of the server's folder in a connection text.
    std::string folder() const { return m_folder.path().string(); }

    void setFaulty(bool isFaulty) { m_isFaulty = isFaulty; }
    /// Cuts the connection that carries the `piece`-th piece of bytes from now on, whichever way; once.
    void cutAt(int piece) { m_piecesLeft = piece; }
    bool hasCut() const { return m_piecesLeft <= 0; }

    int cuts() const { return m_cuts; }
    int repeats() const { return m_repeats; }

private:
    void accept();
    void carry(int client);
    void repeatLater(std::string said);
    int connectToServer() const;
    int chance(int below);
    void start(std::thread thread);

    TemporaryDirectory m_folder;
    std::string m_server;
    int m_listener = -1;
    std::atomic<bool> m_isFaulty = false;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_piecesLeft = 0;
    std::atomic<int> m_cuts = 0;
    std::atomic<int> m_repeats = 0;
    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::vector<std::thread> m_threads;
};

} // namespace tests
