// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/bench/faulty_proxy.h"

#include <array>
#include <chrono>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace tests {

namespace {

constexpr std::size_t kMostRepeated = 256 * 1024;
constexpr int kLookAroundMilliseconds = 100;

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

void closeIfOpen(int socket)
{
    if (socket >= 0)
        close(socket);
}

} // namespace

struct FaultyProxy::Line {
    int client = -1;
    int server = -1;
    bool isCutAsking = false; ///< Or while it is answered.
    int allowed = -1; ///< Bytes that way until it is cut; -1 = never.
    bool isSlow = false;
    bool isDoomed = false; ///< How long it lasts is settled.
    std::string said; ///< By the client, so far.
};

FaultyProxy::FaultyProxy(const std::filesystem::path &server, std::uint64_t seed)
    : m_server((server / ".s.PGSQL.5432").string()), m_random(seed)
{
    m_listener = socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = addressOf(folder() + "/.s.PGSQL.5432");
    if (bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || listen(m_listener, 64) != 0)
        std::abort();
    start([this] { accept(); });
}

FaultyProxy::~FaultyProxy()
{
    m_isStopping = true;
    shutdown(m_listener, SHUT_RDWR);
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_running == 0; });
    close(m_listener);
}

void FaultyProxy::start(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_running;
    }
    std::thread([this, work = std::move(work)] {
        work();
        const std::lock_guard lock(m_mutex);
        --m_running;
        m_ended.notify_all();
    }).detach();
}

void FaultyProxy::cutAt(int piece, Arrives arrives)
{
    m_arrives = arrives;
    m_piecesLeft = piece;
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
            start([this, client] { carry(client); });
    }
}

void FaultyProxy::carry(int client)
{
    Line line;
    line.client = client;
    line.server = connectToServer();
    std::array<pollfd, 2> ends{{{line.client, POLLIN, 0}, {line.server, POLLIN, 0}}};
    for (bool isOpen = line.server >= 0; isOpen && !m_isStopping;) {
        if (poll(ends.data(), ends.size(), kLookAroundMilliseconds) <= 0)
            continue;
        for (const bool isRequest : {true, false})
            if (isOpen && ends[isRequest ? 0 : 1].revents != 0)
                isOpen = carryPiece(line, isRequest);
    }
    close(line.client);
    closeIfOpen(line.server);
    if (m_isFaulty && !line.said.empty() && line.said.size() < kMostRepeated && chance(10) < 4) {
        ++m_repeats;
        start([this, said = std::move(line.said)] { sayLater(connectToServer(), said); });
    }
}

bool FaultyProxy::carryPiece(Line &line, bool isRequest)
{
    std::array<char, 65'536> bytes{};
    const ssize_t count = recv(isRequest ? line.client : line.server, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return false;
    const std::string_view piece(bytes.data(), static_cast<std::size_t>(count));
    if (isRequest && line.said.size() < kMostRepeated)
        line.said += piece;
    if (m_isFaulty && !line.isDoomed)
        doom(line);
    if (line.isSlow)
        std::this_thread::sleep_for(std::chrono::milliseconds(chance(5)));
    if (!isCutHere(line, isRequest, piece.size()))
        return sendAll(isRequest ? line.server : line.client, piece);
    ++m_cuts;
    breakOff(line, isRequest, piece);
    return false;
}

void FaultyProxy::doom(Line &line)
{
    line.isDoomed = true;
    line.isCutAsking = chance(2) == 0;
    line.allowed = 200 + chance(line.isCutAsking ? 10'000 : 30'000);
    line.isSlow = chance(10) < 2;
}

bool FaultyProxy::isCutHere(Line &line, bool isRequest, std::size_t size)
{
    if (m_piecesLeft > 0 && --m_piecesLeft == 0)
        return true;
    if (line.allowed < 0 || line.isCutAsking != isRequest)
        return false;
    line.allowed = std::max(0, line.allowed - static_cast<int>(size));
    return line.allowed == 0;
}

void FaultyProxy::breakOff(Line &line, bool isRequest, std::string_view piece)
{
    if (isRequest && m_isFaulty && chance(2) == 0) {
        ++m_overtaken;
        start([this, server = std::exchange(line.server, -1), words = std::string(piece)] {
            sayLater(server, words);
        });
        return;
    }
    std::size_t arriving = m_arrives == Arrives::All ? piece.size() : piece.size() / 2;
    if (m_isFaulty)
        arriving = static_cast<std::size_t>(chance(static_cast<int>(piece.size()) + 1));
    else if (m_arrives == Arrives::Nothing)
        arriving = 0;
    sendAll(isRequest ? line.server : line.client, piece.substr(0, arriving));
}

/// To the server, after others have gone on; nobody hears what it answers.
void FaultyProxy::sayLater(int server, const std::string &words)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(chance(200)));
    if (server < 0)
        return;
    if (sendAll(server, words)) {
        shutdown(server, SHUT_WR);
        pollfd end{server, POLLIN, 0};
        std::array<char, 4096> bytes{};
        for (bool isOpen = true; isOpen && !m_isStopping;)
            if (poll(&end, 1, kLookAroundMilliseconds) > 0)
                isOpen = recv(server, bytes.data(), bytes.size(), 0) > 0;
    }
    close(server);
}

} // namespace tests
