// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/exit_code.h"
#include "app/ctl/language.h"
#include "core/base/clock.h"
#include "core/service/workspace/workspace.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace tongban::ctl {

/// What every command shares: the global options, the clock, the output and the exit code. One a process.
class Session
{
public:
    explicit Session(const std::atomic<bool> &stop);

    std::filesystem::path workspace; ///< --workspace, else TONGBAN_WORKSPACE, else ./tongban-workspace.
    std::filesystem::path resources; ///< --resources, else found beside the program.
    bool json = false;
    Language language = environmentLanguage();
    std::filesystem::path keyFile; ///< --key-file, else TONGBAN_KEY_FILE; opens a vault.
    std::filesystem::path passphraseFile; ///< --passphrase-file.
    std::string at; ///< --at: a fixed present for repeatable runs; empty = the machine's clock.

    const std::atomic<bool> &stop() const { return m_stop; }

    /// The clock that --at asks for. InvalidInput when --at cannot be read.
    Result<> prepare();
    const Clock &clock() const { return *m_clock; }

    /// Opens the workspace for writing or, where that suffices, for reading.
    Result<std::unique_ptr<service::Workspace>> openWorkspace(service::OpenMode mode) const;

    /// Chinese or English, by --language.
    std::string_view text(std::string_view chinese, std::string_view english) const
    {
        return pick(language, chinese, english);
    }

    /// One JSON object on one line of the standard output.
    void printJson(const nlohmann::ordered_json &document) const;
    void print(std::string_view text) const;
    void printLine(std::string_view text) const;

    /// A line for people on the standard error: progress and remarks, never results.
    void note(std::string_view text) const;
    /// A progress line that overwrites itself on a terminal, silent elsewhere.
    void progress(std::string_view text);
    /// Takes the progress line away again, before a result is printed.
    void endProgress() const;

    /// Says what happened, what was kept and what to do; sets the exit code.
    void report(const Error &error);
    void setExitCode(ExitCode code) { m_exitCode = code; }
    ExitCode exitCode() const { return m_exitCode; }

private:
    const std::atomic<bool> &m_stop;
    std::unique_ptr<Clock> m_clock;
    ExitCode m_exitCode = ExitCode::Success;
    mutable bool m_progressShown = false; ///< Printing a result takes the line away first.
};

/// Runs `command`, which returns Result<>, and reports its error.
template <typename Command>
void runCommand(Session &session, Command command)
{
    const Result<> done = command();
    if (!done)
        session.report(done.error());
}

} // namespace tongban::ctl
