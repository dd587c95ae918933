// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/command_work_centre.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/service/decision/worker.h"

#include <chrono>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

namespace tongban::ctl {

namespace {

struct Options {
    bool service = false;
    int interval = 10;
    std::int64_t limit = 0;
    unsigned threads = 2;
    int commitEvery = 2000;
    bool centre = false;
    CentreWorkPlan plan;
};

void print(const Session &session, const service::WorkReport &report)
{
    if (session.json) {
        session.printJson({{"taken", report.taken},
                           {"granted", report.granted},
                           {"noticed", report.noticed},
                           {"refused", report.refused},
                           {"referred", report.referred},
                           {"waiting", report.waiting},
                           {"deemed_accepted", report.deemed},
                           {"resumed", report.resumed},
                           {"left", report.left},
                           {"unreadable", report.unreadable},
                           {"finished", report.finished},
                           {"reasons", report.reasons}});
        return;
    }
    session.printLine(std::string(session.text("处理 ", "Taken ")) + grouped(report.taken)
                      + std::string(session.text(" 件:准予 ", ": granted ")) + grouped(report.granted)
                      + std::string(session.text(",补正告知 ", ", notices ")) + grouped(report.noticed)
                      + std::string(session.text(",不予许可 ", ", refused ")) + grouped(report.refused)
                      + std::string(session.text(",转人工 ", ", to people ")) + grouped(report.referred)
                      + std::string(session.text(",等待核验 ", ", waiting for a source "))
                      + grouped(report.waiting));
    if (report.deemed > 0)
        session.printLine(std::string(session.text("逾期视为受理 ", "Deemed accepted for lateness "))
                          + grouped(report.deemed));
    if (report.resumed > 0)
        session.printLine(std::string(session.text("中止期满、恢复计时 ", "Suspensions that ended "))
                          + grouped(report.resumed));
    for (const std::string &serial : report.unreadable)
        session.printLine(std::string(session.text("已损坏、未处理的办件 ", "Damaged and left alone: "))
                          + serial);
    if (!report.finished)
        session.printLine(
            session.text("已停止;未处理的留到下次。", "Stopped; what was not taken waits for the next run."));
}

/// Sleeps in short steps so that a signal ends the service at once.
void rest(const Session &session, int seconds)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (!session.stop() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

Result<> work(Session &session, const Options &options)
{
    TRY(session.prepare());
    if (options.centre) {
        CentreWorkPlan plan = options.plan;
        plan.service = options.service;
        plan.threads = options.threads;
        if (plan.connect.empty() != plan.device.empty())
            return fail(ErrorCode::InvalidInput, "joining takes --connect and --device");
        return workAtCentre(session, plan);
    }
    const auto workspace = TRY(session.openWorkspace(service::OpenMode::Write));
    const auto worker = TRY(service::Worker::open(*workspace));
    service::WorkOptions run;
    run.limit = options.limit;
    run.threads = options.threads;
    run.casesPerCommit = options.commitEvery;
    run.progress = progressOf(session, session.text("正在审批", "Deciding"));
    do {
        const service::WorkReport report = TRY(worker->run(run));
        if (!options.service || report.taken > 0)
            print(session, report);
        if (options.service)
            rest(session, options.interval);
        else if (session.stop())
            session.setExitCode(ExitCode::Interrupted);
    } while (options.service && !session.stop());
    return {};
}

} // namespace

void addWorkCommand(CLI::App &app, Session &session)
{
    CLI::App &command =
        addCommand(app,
                   {"work", "Decide what waits (自动审批)", "work --service --interval 30",
                    "A signal stops it between two transactions; nothing is lost and nothing done twice."});
    const auto options = std::make_shared<Options>();
    command.add_flag("--service", options->service, "Keep running and look for new work from time to time");
    command.add_option("--interval", options->interval, "Seconds between two looks")
        ->check(CLI::Range(1, 86400))
        ->capture_default_str();
    command.add_option("--limit", options->limit, "Most cases to take; 0 = all")
        ->check(CLI::NonNegativeNumber);
    command.add_option("--threads", options->threads, "Threads that decide")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command.add_option("--commit-every", options->commitEvery, "Cases kept together in one transaction")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command.add_flag("--centre", options->centre,
                     "Decide what waits at the centre this workspace belongs to; several may run at once");
    command.add_option("--connect", options->plan.connect, "With --centre: the centre to join first");
    command.add_option("--device", options->plan.device, "With --connect: as the administrator enrolled it");
    command
        .add_option("--lease", options->plan.leaseSeconds, "Seconds for which a district is this worker's")
        ->check(CLI::Range(1, 600))
        ->capture_default_str();
    command
        .add_option("--ask-again", options->plan.askAgainSeconds,
                    "Seconds until a case that waits for a source, or that somebody held, is looked at again")
        ->check(CLI::Range(0, 86400))
        ->capture_default_str();
    command
        .add_option("--idle-ms", options->plan.intervalMs, "Milliseconds between two looks at an idle centre")
        ->check(CLI::Range(10, 600'000))
        ->capture_default_str();
    command
        .add_option("--health-port", options->plan.healthPort,
                    "GET /health and /metrics (Prometheus) on this port of 127.0.0.1; 0 = any free one")
        ->check(CLI::Range(0, 65535));
    command.callback([&session, options] { runCommand(session, [&] { return work(session, *options); }); });
}

} // namespace tongban::ctl
