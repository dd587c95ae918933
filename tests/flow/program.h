// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tests {

/// What one run of tongbanctl came to.
struct RunResult {
    int exitCode = -1; ///< Of a process that was killed: -1.
    std::string output;
    std::string errors;

    /// Every line of the output as JSON; ends the test program when one is none.
    std::vector<nlohmann::json> documents() const;
    nlohmann::json document() const { return documents().back(); }
};

/// The real program as a process, on one workspace, with a present that stands still.
class Program
{
public:
    explicit Program(std::filesystem::path workspace, std::string present = "2026-11-23T09:00:00+08:00");

    RunResult run(const std::vector<std::string> &arguments) const;

    /// Started and left running.
    std::unique_ptr<QProcess> start(const std::vector<std::string> &arguments) const;
    /// Waits for the end and collects.
    static RunResult finish(QProcess &process);

    const std::filesystem::path &workspace() const { return m_workspace; }
    void setPresent(std::string present) { m_present = std::move(present); }
    void setLanguage(std::string language) { m_language = std::move(language); }

private:
    std::filesystem::path m_workspace;
    std::string m_present;
    std::string m_language = "en";
};

/// All that a store says was decided: the ends of the chains, which cover every act, and every capsule.
std::string fingerprint(const std::filesystem::path &workspace);

} // namespace tests
