// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/central/postgres_server.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tests::central {

namespace {

std::string binaries()
{
    const char *folder = std::getenv("TONGBAN_POSTGRES_BIN");
    return folder != nullptr ? folder : "/usr/lib/postgresql/15/bin";
}

} // namespace

PostgresServer::PostgresServer()
{
    if (geteuid() == 0) {
        const passwd *user = getpwnam("postgres");
        if (user == nullptr || chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
            std::fputs("no user postgres: install postgresql-15\n", stderr);
            std::abort();
        }
    }
    const std::string folder = m_folder.path().string();
    control("initdb", "-D " + folder + "/data -U admin -A trust -E UTF8 --locale=C.UTF-8 -N");
    std::ofstream(m_folder / "data" / "postgresql.conf", std::ios::app)
        << "listen_addresses = ''\nunix_socket_directories = '" << folder << "'\n";
    control("pg_ctl", "-D " + folder + "/data -l " + folder + "/log -w start");
    control("createdb", "-h " + folder + " -U admin tongban");
}

PostgresServer::~PostgresServer()
{
    if (m_isRunning)
        control("pg_ctl", "-D " + (m_folder / "data").string() + " -m immediate -w stop");
}

std::string PostgresServer::text(const std::string &login) const
{
    return "host=" + m_folder.path().string() + " dbname=tongban user=" + login;
}

void PostgresServer::stop()
{
    m_isRunning = false;
    control("pg_ctl", "-D " + (m_folder / "data").string() + " -m immediate -w stop");
}

void PostgresServer::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    const std::string folder = m_folder.path().string();
    control("pg_ctl", "-D " + folder + "/data -l " + folder + "/log -w start");
}

void PostgresServer::crash()
{
    stop();
    start();
}

std::string PostgresServer::ask(const std::string &sql) const
{
    const std::string answer = (m_folder / "answer").string();
    std::ofstream(answer).close();
    if (geteuid() == 0 && chmod(answer.c_str(), 0666) != 0)
        std::abort();
    control("psql",
            "-X -q -At -v ON_ERROR_STOP=1 -h " + m_folder.path().string() + " -U admin -d tongban -o "
                + answer + " -c \"" + sql + '"');
    std::string value;
    std::ifstream file(answer);
    std::getline(file, value);
    return value;
}

void PostgresServer::requirePassword(const std::string &login, const std::string &password) const
{
    const std::string folder = m_folder.path().string();
    control("psql",
            "-X -q -h " + folder
                + " -U admin -d tongban -c \"SET password_encryption = 'scram-sha-256'\" -c \"ALTER ROLE "
                + login + " PASSWORD '" + password + "'\"");
    const auto rules = m_folder / "data" / "pg_hba.conf";
    std::ifstream before(rules);
    const std::string rest((std::istreambuf_iterator<char>(before)), std::istreambuf_iterator<char>());
    std::ofstream(rules) << "local all " << login << " scram-sha-256\n" << rest;
    control("pg_ctl", "-D " + folder + "/data reload");
}

void PostgresServer::control(const std::string &program, const std::string &arguments) const
{
    const std::string asUser =
        geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
    const std::string line =
        "cd / && " + asUser + binaries() + '/' + program + ' ' + arguments + " </dev/null >/dev/null 2>&1";
    // The folders are this class's own and hold nothing that a shell would read otherwise.
    if (std::system(line.c_str()) != 0) {
        std::fprintf(stderr, "failed: %s\n", line.c_str());
        std::abort();
    }
}

} // namespace tests::central
