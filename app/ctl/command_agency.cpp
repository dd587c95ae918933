// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/session.h"
#include "core/agency/simulator.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/service/registers/registers.h"

#include <chrono>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::ctl {

namespace {

constexpr int kDefaultPort = 8642;
constexpr std::size_t kMostSecretBytes = 4096;

struct Options {
    int port = kDefaultPort;
    std::string registers;
    double failRate = 0;
    double lateRate = 0;
    double malformedRate = 0;
    double contradictoryRate = 0;
    int lateMs = 2000;
    int delayMs = 0;
    std::uint64_t seed = 1;
    std::string secretFile;
};

int perMille(double rate)
{
    return static_cast<int>(rate * 1000 + 0.5);
}

agency::SimulatorFaults faultsOf(const Options &options)
{
    agency::SimulatorFaults faults;
    faults.errorPerMille = perMille(options.failRate);
    faults.slowPerMille = perMille(options.lateRate);
    faults.malformedPerMille = perMille(options.malformedRate);
    faults.contradictoryPerMille = perMille(options.contradictoryRate);
    faults.slowBy = std::chrono::milliseconds(options.lateMs);
    faults.delay = std::chrono::milliseconds(options.delayMs);
    return faults;
}

Result<std::optional<agency::SimulatedRecord>> lookUp(service::Workspace &workspace, std::string_view source,
                                                      std::string_view record, std::string_view key)
{
    auto held = TRY(service::registerRecord(workspace, source, record, key));
    if (!held)
        return std::optional<agency::SimulatedRecord>();
    return std::optional(agency::SimulatedRecord{std::move(held->first), held->second});
}

Result<> serve(Session &session, const Options &options)
{
    TRY(session.prepare());
    if (!options.registers.empty())
        session.workspace = options.registers;
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Read));
    agency::AgencySimulator::Options simulator{options.port, faultsOf(options), options.seed, {}};
    if (!options.secretFile.empty())
        simulator.secret = std::string(trimmed(TRY(readFile(options.secretFile, kMostSecretBytes))));
    const auto running = TRY(agency::AgencySimulator::start(
        simulator, [&workspace](std::string_view source, std::string_view record, std::string_view key) {
            return lookUp(*workspace, source, record, key);
        }));
    const std::string url = "http://127.0.0.1:" + std::to_string(running->port());
    if (session.json)
        session.printJson({{"url", url}, {"port", running->port()}});
    else
        session.printLine(
            std::string(session.text("正在模拟数据来源,地址 ", "Standing in for the agencies at ")) + url
            + std::string(session.text(";Ctrl+C 停止。", "; Ctrl+C stops it.")));
    while (!session.stop())
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    if (session.json)
        session.printJson({{"questions", running->questions()}});
    else
        session.printLine(std::string(session.text("共答复 ", "Questions: "))
                          + std::to_string(running->questions()) + std::string(session.text(" 次。", "")));
    return {};
}

} // namespace

void addAgencySimulatorCommand(CLI::App &app, Session &session)
{
    CLI::App &command = addCommand(
        app,
        {"agency-simulator", "Stand in for other authorities on 127.0.0.1 (数据来源模拟)",
         "agency-simulator --port 8642 --fail-rate 0.05 --late-rate 0.1 --late-ms 6000",
         "Answers by resources/schema/agency.openapi.json from the workspace's registers, as badly as it is\n"
         "told to. PUT /faults changes the faults while it runs. Ends with a signal; exit code 0 then."});
    const auto options = std::make_shared<Options>();
    command.add_option("--port", options->port, "Port on 127.0.0.1; 0 = any free one")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command.add_option("--registers", options->registers,
                       "Workspace whose registers are served (default: --workspace)");
    const auto rate = [&](const char *name, double &value, const char *what) {
        command.add_option(name, value, what)->check(CLI::Range(0.0, 1.0))->capture_default_str();
    };
    rate("--fail-rate", options->failRate, "Share of questions answered with an error, 0 to 1");
    rate("--late-rate", options->lateRate, "Share answered late");
    rate("--malformed-rate", options->malformedRate, "Share answered with half a document");
    rate("--contradictory-rate", options->contradictoryRate, "Share answered about somebody else");
    const auto milliseconds = [&](const char *name, int &value, const char *what) {
        command.add_option(name, value, what)->check(CLI::Range(0, 600'000))->capture_default_str();
    };
    milliseconds("--late-ms", options->lateMs, "How late the late answers are, in milliseconds");
    milliseconds("--delay-ms", options->delayMs, "How long every answer takes, in milliseconds");
    command.add_option("--seed", options->seed, "Same seed, same faults")->capture_default_str();
    command.add_option("--secret-file", options->secretFile, "File with the key that signs answers");
    command.callback([&session, options] { runCommand(session, [&] { return serve(session, *options); }); });
}

} // namespace tongban::ctl
