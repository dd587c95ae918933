// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/flow/program.h"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>
#include <sstream>

namespace tests {

namespace {

std::filesystem::path program()
{
    const char *folder = std::getenv("TONGBAN_BIN_DIR");
    if (folder == nullptr) {
        std::fputs("TONGBAN_BIN_DIR is not set\n", stderr);
        std::abort();
    }
    return std::filesystem::path(folder) / "tongbanctl";
}

std::string column(sqlite3 *database, const char *sql)
{
    std::string text;
    const auto keep = [](void *out, int columns, char **values, char **) {
        for (int i = 0; i < columns; ++i)
            *static_cast<std::string *>(out) += std::string(values[i] == nullptr ? "" : values[i]) + ' ';
        *static_cast<std::string *>(out) += '\n';
        return 0;
    };
    if (sqlite3_exec(database, sql, keep, &text, nullptr) != SQLITE_OK)
        std::abort();
    return text;
}

} // namespace

std::vector<nlohmann::json> RunResult::documents() const
{
    std::vector<nlohmann::json> documents;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        documents.push_back(nlohmann::json::parse(line, nullptr, false));
        if (documents.back().is_discarded()) {
            std::fprintf(stderr, "no JSON: %s\n%s\n", line.c_str(), errors.c_str());
            std::abort();
        }
    }
    if (documents.empty())
        documents.emplace_back();
    return documents;
}

Program::Program(std::filesystem::path workspace, std::string present)
    : m_workspace(std::move(workspace)), m_present(std::move(present))
{
}

std::unique_ptr<QProcess> Program::start(const std::vector<std::string> &arguments) const
{
    QStringList list{QStringLiteral("--workspace"), QString::fromStdString(m_workspace.string()),
                     QStringLiteral("--language"), QString::fromStdString(m_language)};
    if (!m_present.empty())
        list << QStringLiteral("--at") << QString::fromStdString(m_present);
    for (const std::string &argument : arguments)
        list << QString::fromStdString(argument);
    auto process = std::make_unique<QProcess>();
    process->start(QString::fromStdString(program().string()), list);
    if (!process->waitForStarted()) {
        std::fprintf(stderr, "cannot start %s\n", program().c_str());
        std::abort();
    }
    return process;
}

RunResult Program::finish(QProcess &process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120'000)) {
        std::fputs("the program does not end\n", stderr);
        std::abort();
    }
    RunResult result;
    result.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.output = process.readAllStandardOutput().toStdString();
    result.errors = process.readAllStandardError().toStdString();
    return result;
}

RunResult Program::run(const std::vector<std::string> &arguments) const
{
    return finish(*start(arguments));
}

std::string fingerprint(const std::filesystem::path &workspace)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open((workspace / "store.sqlite").c_str(), &database) != SQLITE_OK)
        std::abort();
    const std::string text = column(database, "SELECT district, n, hex(hash) FROM head ORDER BY district")
        + column(database, "SELECT case_no, round, hex(capsule) FROM decision ORDER BY case_no, round")
        + column(database, "SELECT count(*), sum(no * due) FROM case_state")
        + column(database, "SELECT accepted, repeated, quarantined, lines_done FROM intake_batch");
    sqlite3_close(database);
    return text;
}

} // namespace tests
