// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/command_help.h"
#include "app/ctl/commands.h"
#include "app/ctl/intake_text.h"
#include "app/ctl/session.h"
#include "app/ctl/table.h"
#include "core/demo/generator.h"
#include "core/service/accounts/accounts.h"
#include "core/service/intake/intake.h"
#include "core/service/registers/registers.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

namespace tongban::ctl {

namespace fs = std::filesystem;

namespace {

struct InitOptions {
    std::string kind = "production";
};

Result<> init(Session &session, const InitOptions &options)
{
    TRY(session.prepare());
    const auto kind = options.kind == "demo" ? service::WorkspaceKind::Demo
        : options.kind == "training"         ? service::WorkspaceKind::Training
                                             : service::WorkspaceKind::Production;
    const auto workspace =
        TRY(service::Workspace::create(session.workspace, session.resources, kind, session.clock()));
    if (session.json)
        session.printJson({{"workspace", session.workspace.string()}, {"kind", service::name(kind)}});
    else
        session.printLine(std::string(session.text("工作区已建立:", "Workspace made: "))
                          + session.workspace.string());
    return {};
}

struct DemoOptions {
    std::uint64_t applications = 10000;
    std::uint64_t seed = 20190823;
    bool filesOnly = false;
};

/// The demo's present: a day that is still going on would hold applications that nobody could have sent yet.
Date lastFullDay(const Clock &clock)
{
    return officialDate(clock.now()) - std::chrono::days(1);
}

Result<demo::DemoReport> writeFiles(Session &session, const DemoOptions &options, const fs::path &folder)
{
    demo::DemoPlan plan;
    plan.applications = options.applications;
    plan.seed = options.seed;
    plan.referenceDay = lastFullDay(session.clock());
    plan.resources = session.resources;
    return demo::generateDemo(plan, folder, [&](std::uint64_t lines) {
        session.progress(std::string(session.text("正在生成演示数据 ", "Writing demo data "))
                         + grouped(static_cast<std::int64_t>(lines)));
        return !session.stop();
    });
}

Result<> importAll(Session &session, service::Workspace &workspace, const fs::path &folder, Date asOf)
{
    std::vector<fs::path> registers;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".csv")
            registers.push_back(entry.path());
    std::ranges::sort(registers);
    const service::Progress quiet{&session.stop(), {}};
    std::int64_t rows = 0;
    for (const fs::path &file : registers)
        rows += TRY(service::importRegister(workspace, file, asOf, quiet, service::DoubtfulRegister::Accept))
                    .rows;
    service::IntakeOptions intake;
    intake.receivedElsewhere = true; // a made-up year has passed before it is taken in
    intake.progress = progressOf(session, session.text("正在收件", "Taking in"));
    const service::IntakeReport report =
        TRY(service::takeIn(workspace, folder / "applications.jsonl", intake));
    if (session.json)
        session.printJson(
            {{"registers", registers.size()}, {"register_rows", rows}, {"intake", intakeJson(report)}});
    else
        session.print(std::string(session.text("登记册 ", "Registers: ")) + std::to_string(registers.size())
                      + std::string(session.text(" 个,记录 ", ", records ")) + grouped(rows) + "\n"
                      + intakeText(session, report));
    return {};
}

/// The made-up people a demonstration is tried with, and their passwords.
Result<> offerPractice(Session &session, service::Workspace &workspace)
{
    TRY(service::addPracticeAccounts(workspace));
    if (session.json)
        return {};
    session.printLine(
        session.text("练习账号(登录页上也有):", "Practice accounts (the sign-in page shows them too):"));
    for (const auto &practice : TRY(service::signInPage(workspace)).practice)
        session.printLine("  " + practice.name + "  " + practice.password + "  " + practice.displayName);
    return {};
}

Result<> demo(Session &session, const DemoOptions &options)
{
    TRY(session.prepare());
    const fs::path folder = session.workspace / "demo";
    if (options.filesOnly) {
        const auto report = TRY(writeFiles(session, options, session.workspace));
        session.printJson({{"lines", report.lines},
                           {"applications", report.applications},
                           {"quarantined", report.quarantined},
                           {"repeats", report.repeats}});
        return {};
    }
    std::unique_ptr<service::Workspace> workspace;
    if (fs::exists(session.workspace / "workspace.json")) {
        workspace = TRY(session.openWorkspace(service::OpenMode::Write));
        if (workspace->kind() == service::WorkspaceKind::Production)
            return fail(ErrorCode::Denied, "made-up applications are never put into a production workspace");
    } else {
        workspace = TRY(service::Workspace::create(session.workspace, session.resources,
                                                   service::WorkspaceKind::Demo, session.clock()));
    }
    TRY(writeFiles(session, options, folder));
    TRY(importAll(session, *workspace, folder, lastFullDay(session.clock())));
    return workspace->kind() == service::WorkspaceKind::Demo ? offerPractice(session, *workspace)
                                                             : Result<>();
}

} // namespace

void addInitCommand(CLI::App &app, Session &session)
{
    CLI::App &command =
        addCommand(app,
                   {"init", "Make an empty workspace with the shipped catalogue (新建工作区)",
                    "--workspace /srv/office init", "A workspace that is there already is left as it is."});
    const auto options = std::make_shared<InitOptions>();
    command.add_option("--kind", options->kind, "production, training or demo")
        ->check(CLI::IsMember({"production", "training", "demo"}))
        ->capture_default_str();
    command.callback([&session, options] { runCommand(session, [&] { return init(session, *options); }); });
}

void addDemoCommand(CLI::App &app, Session &session)
{
    CLI::App &command = addCommand(
        app,
        {"demo", "Make a workspace with a made-up year of applications (演示数据)",
         "--workspace /tmp/demo demo --applications 10000 --seed 1",
         "The year ends with the last full day. Some lines are wrong on purpose and are set aside."});
    const auto options = std::make_shared<DemoOptions>();
    command.add_option("--applications", options->applications, "How many")
        ->capture_default_str()
        ->check(CLI::Range(1, 20'000'000));
    command.add_option("--seed", options->seed, "Same seed, same data on every machine")
        ->capture_default_str();
    command.add_flag("--files-only", options->filesOnly, "Only write the files into the workspace folder");
    command.callback([&session, options] { runCommand(session, [&] { return demo(session, *options); }); });
}

} // namespace tongban::ctl
