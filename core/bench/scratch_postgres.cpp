// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/scratch_postgres.h"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tongban::bench {

namespace {

std::string binary(const std::string &program)
{
    const char *folder = std::getenv("TONGBAN_POSTGRES_BIN");
    return std::string(folder != nullptr ? folder : "/usr/lib/postgresql/15/bin") + '/' + program;
}

const passwd *serverUser()
{
    return geteuid() == 0 ? getpwnam("postgres") : nullptr;
}

/// Runs a program of the server without a shell; silent.
Result<> runProgram(const std::string &program, std::vector<std::string> words)
{
    const passwd *user = serverUser();
    words.insert(words.begin(), binary(program));
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0)
        return fail(ErrorCode::Unavailable, "no process can be started");
    if (child == 0) {
        const int nothing = open("/dev/null", O_RDWR);
        for (const int stream : {0, 1, 2})
            dup2(nothing, stream);
        if (chdir("/") != 0
            || (user != nullptr
                && (setgroups(0, nullptr) != 0 || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)))
            _exit(126);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0)
        return fail(ErrorCode::Unavailable, program + " failed; is postgresql-15 installed?");
    return {};
}

} // namespace

Result<std::unique_ptr<ScratchPostgres>> ScratchPostgres::start(const std::filesystem::path &folder)
{
    std::filesystem::create_directories(folder);
    if (const passwd *user = serverUser();
        user != nullptr && chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0)
        return fail(ErrorCode::Unavailable, "the server's user cannot have the folder");
    const std::string data = folder.string() + "/data";
    TRY(runProgram("initdb",
                   {"-D", data, "-U", "admin", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-k"}));
    std::ofstream(data + "/postgresql.conf", std::ios::app)
        << "listen_addresses = ''\nunix_socket_directories = '" << folder.string()
        << "'\nmax_connections = 520\nshared_buffers = '256MB'\nlog_line_prefix "
           "= '%m %u '\n";
    TRY(runProgram("pg_ctl", {"-D", data, "-l", folder.string() + "/log", "-w", "start"}));
    std::unique_ptr<ScratchPostgres> server(new ScratchPostgres(folder));
    TRY(runProgram("createdb", {"-h", folder.string(), "-U", "admin", "tongban"}));
    return server;
}

ScratchPostgres::~ScratchPostgres()
{
    // A server that does not stop is seen by whoever removes its folder.
    const Result<> stopped =
        runProgram("pg_ctl", {"-D", m_folder.string() + "/data", "-m", "fast", "-w", "stop"});
    (void)stopped;
}

Result<std::string> ScratchPostgres::writeFile(const std::string &name, const std::string &contents) const
{
    const std::string path = (m_folder / name).string();
    std::ofstream(path) << contents << '\n';
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    if (const passwd *user = serverUser();
        user != nullptr && chown(path.c_str(), user->pw_uid, user->pw_gid) != 0)
        return fail(ErrorCode::Unavailable, "the server's user cannot have the file");
    return path;
}

Result<double> ScratchPostgres::ownMegabytes() const
{
    std::string parent;
    std::ifstream(m_folder / "data" / "postmaster.pid") >> parent;
    double kibibytes = 0;
    for (const auto &process : std::filesystem::directory_iterator("/proc")) {
        // proc(5): the parent is the fourth word of `stat`; no program of the server has a blank in its name.
        std::string word;
        std::ifstream stat(process.path() / "stat");
        for (int i = 0; i < 4; ++i)
            stat >> word;
        if (word != parent || parent.empty())
            continue;
        std::ifstream memory(process.path() / "smaps_rollup");
        while (memory >> word)
            if (word == "Pss_Anon:") {
                memory >> word;
                kibibytes += std::stod(word);
            }
    }
    return kibibytes > 0 ? Result<double>(kibibytes / 1024)
                         : fail(ErrorCode::Unavailable, "the memory of the scratch server is not told");
}

std::string ScratchPostgres::text(const std::string &login) const
{
    return "host=" + m_folder.string() + " dbname=tongban user=" + login;
}

} // namespace tongban::bench
