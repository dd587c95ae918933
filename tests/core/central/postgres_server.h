// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_directory.h"

#include <string>

namespace tests::central {

/// A PostgreSQL server of the test's own, on a socket in a temporary folder, with an empty database "tongban"
/// and the superuser "admin". Run as root it starts the server as the package's user. Ends the test program
/// when the server cannot be started: a test that is skipped shows nothing.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// For central::Connection::open().
    std::string text(const std::string &login = "admin") const;
    /// As if the network were gone; what is stored stays.
    void stop();
    void start(); ///< Nothing when it runs.
    /// From now on the login signs in by this password alone (SCRAM).
    void requirePassword(const std::string &login, const std::string &password) const;
    /// The first value of the first row, past every right; SQL without double quotes.
    std::string ask(const std::string &sql) const;
    /// Kills the server as a power cut would, and starts it again.
    void crash();

private:
    void control(const std::string &program, const std::string &arguments) const;

    tests::TemporaryDirectory m_folder;
    bool m_isRunning = true;
};

} // namespace tests::central
