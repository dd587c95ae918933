// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/faulty_proxy.h"

#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace tests {

namespace {

constexpr std::size_t kMostRepeated = 256 * 1024;

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    return address;
}

bool sendAll(int to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace

FaultyProxy::FaultyProxy(const std::filesystem::path &server, std::uint64_t seed)
    : m_server((server / ".s.PGSQL.5432").string()), m_random(seed)
{
    m_listener = socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = addressOf(folder() + "/.s.PGSQL.5432");
    if (bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || listen(m_listener, 64) != 0)
        std::abort();
    start(std::thread([this] { accept(); }));
}

FaultyProxy::~FaultyProxy()
{
    m_isStopping = true;
    shutdown(m_listener, SHUT_RDWR);
    close(m_listener);
    for (std::size_t i = 0;; ++i) {
        std::thread thread;
        {
            const std::lock_guard lock(m_mutex);
            if (i >= m_threads.size())
                break;
            thread = std::move(m_threads[i]);
        }
        thread.join();
    }
}

void FaultyProxy::start(std::thread thread)
{
    const std::lock_guard lock(m_mutex);
    m_threads.push_back(std::move(thread));
}

int FaultyProxy::chance(int below)
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(below));
}

int FaultyProxy::connectToServer() const
{
    const int server = socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = addressOf(m_server);
    if (connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return server;
    close(server);
    return -1;
}

void FaultyProxy::accept()
{
    while (!m_isStopping) {
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client >= 0)
            start(std::thread([this, client] { carry(client); }));
    }
}

void FaultyProxy::carry(int client)
{
    const int server = connectToServer();
    int allowed = m_isFaulty && chance(10) < 6 ? 200 + chance(40'000) : -1;
    const bool isSlow = m_isFaulty && chance(10) < 2;
    std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    std::string said;
    bool isOpen = server >= 0;
    while (isOpen && !m_isStopping) {
        if (poll(ends.data(), ends.size(), 100) <= 0)
            continue;
        for (int from = 0; from < 2 && isOpen; ++from) {
            if (ends[static_cast<std::size_t>(from)].revents == 0)
                continue;
            std::array<char, 4096> bytes{};
            const ssize_t count = recv(from == 0 ? client : server, bytes.data(), bytes.size(), 0);
            isOpen = count > 0;
            if (!isOpen)
                break;
            std::string_view piece(bytes.data(), static_cast<std::size_t>(count));
            if (from == 0 && said.size() < kMostRepeated)
                said += piece;
            if (isSlow)
                std::this_thread::sleep_for(std::chrono::milliseconds(chance(5)));
            if (m_piecesLeft > 0 && --m_piecesLeft == 0)
                isOpen = false;
            if (allowed >= 0 && (allowed -= static_cast<int>(count)) < 0)
                isOpen = false;
            if (!isOpen) {
                ++m_cuts;
                // What came last may reach the other side whole, in part, or not at all.
                piece = piece.substr(0, static_cast<std::size_t>(chance(static_cast<int>(count) + 1)));
            }
            isOpen = sendAll(from == 0 ? server : client, piece) && isOpen;
        }
    }
    close(client);
    if (server >= 0)
        close(server);
    if (m_isFaulty && !said.empty() && said.size() < kMostRepeated && chance(10) < 4)
        start(std::thread([this, said = std::move(said)]() mutable { repeatLater(std::move(said)); }));
}

/// The same client, it seems, says everything once more, after others have gone on.
void FaultyProxy::repeatLater(std::string said)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(chance(200)));
    const int server = connectToServer();
    if (server < 0)
        return;
    if (sendAll(server, said)) {
        ++m_repeats;
        shutdown(server, SHUT_WR);
        pollfd end{server, POLLIN, 0};
        std::array<char, 4096> bytes{};
        while (!m_isStopping && poll(&end, 1, 2000) > 0 && recv(server, bytes.data(), bytes.size(), 0) > 0) {
        }
    }
    close(server);
}

} // namespace tests
