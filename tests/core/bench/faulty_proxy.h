// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_directory.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <random>
#include <string>
#include <string_view>

namespace tests {

/// Stands between desktops and a server on sockets in folders. While it is faulty it cuts connections
/// anywhere, delays what it carries, lets what was under way arrive when its sender has long gone on by
/// another way, and says once more later what a client once said: everything a network with its retrying
/// boxes can do to a protocol.
class FaultyProxy
{
public:
    /// How much of the piece at which a connection is cut still reaches the other side.
    enum class Arrives { Nothing, Half, All };

    FaultyProxy(const std::filesystem::path &server, std::uint64_t seed);
    ~FaultyProxy();
    FaultyProxy(const FaultyProxy &) = delete;
    FaultyProxy &operator=(const FaultyProxy &) = delete;

    /// In place of the server's folder in a connection text.
    std::string folder() const { return m_folder.path().string(); }

    void setFaulty(bool isFaulty) { m_isFaulty = isFaulty; }
    /// Cuts the connection that carries the `piece`-th piece of bytes from now on, whichever way; once. 0 =
    /// none.
    void cutAt(int piece, Arrives arrives);
    bool hasCut() const { return m_piecesLeft <= 0; }

    int cuts() const { return m_cuts; }
    int repeats() const { return m_repeats; } ///< Connections whose client was heard twice.
    int overtaken() const { return m_overtaken; } ///< Pieces that arrived after their sender had gone.

private:
    struct Line;

    void accept();
    void carry(int client);
    bool carryPiece(Line &line, bool isRequest);
    void doom(Line &line);
    bool isCutHere(Line &line, bool isRequest, std::size_t size);
    void breakOff(Line &line, bool isRequest, std::string_view piece);
    void sayLater(int server, const std::string &words);
    int connectToServer() const;
    int chance(int below);
    void start(std::function<void()> work);

    TemporaryDirectory m_folder;
    std::string m_server;
    int m_listener = -1;
    std::atomic<bool> m_isFaulty = false;
    std::atomic<bool> m_isStopping = false;
    std::atomic<int> m_piecesLeft = 0;
    std::atomic<Arrives> m_arrives = Arrives::Nothing;
    std::atomic<int> m_cuts = 0;
    std::atomic<int> m_repeats = 0;
    std::atomic<int> m_overtaken = 0;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::mt19937_64 m_random;
    int m_running = 0;
};

} // namespace tests
