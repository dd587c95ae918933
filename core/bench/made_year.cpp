// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/made_year.h"

#include "core/demo/generator.h"
#include "core/service/decision/worker.h"
#include "core/service/intake/intake.h"
#include "core/service/registers/registers.h"
#include "core/service/workspace/vault.h"

#include <algorithm>
#include <vector>

namespace tongban::bench {

namespace fs = std::filesystem;

namespace {

Result<> importRegisters(service::Workspace &workspace, const fs::path &folder, Date asOf)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".csv")
            files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path &file : files)
        TRY(service::importRegister(workspace, file, asOf, {}, service::DoubtfulRegister::Accept));
    return {};
}

} // namespace

Result<MadeYear> makeYear(const YearPlan &plan, const Clock &clock)
{
    MadeYear year;
    const fs::path folder = plan.folder / "workspace";
    vault::DataKey key;
    if (plan.sealed) {
        service::VaultPlan vault;
        vault.withKeyring = true; // nobody opens it again
        key = TRY(service::createVault(folder, vault)).key;
    }
    year.workspace = TRY(service::Workspace::create(folder, plan.resources, service::WorkspaceKind::Demo,
                                                    clock, std::move(key)));
    demo::DemoPlan made;
    made.applications = plan.applications;
    made.seed = plan.seed;
    made.referenceDay = officialDate(clock.now()) - std::chrono::days(1);
    made.resources = plan.resources;
    const fs::path files = plan.folder / "files";
    plan.note("making the applications and registers");
    TRY(demo::generateDemo(made, files, [&](std::uint64_t) { return !plan.stop || !plan.stop(); }));
    plan.note("importing the registers");
    TRY(importRegisters(*year.workspace, files, made.referenceDay));
    year.applications = files / "applications.jsonl";
    return year;
}

Result<> takeInYear(MadeYear &year, const YearPlan &plan)
{
    plan.note("taking the applications in");
    service::IntakeOptions options;
    options.receivedElsewhere = true; // the year has passed before it is taken in
    options.threads = plan.threads;
    TRY(service::takeIn(*year.workspace, year.applications, options));
    return {};
}

Result<> decideYear(MadeYear &year, const YearPlan &plan)
{
    plan.note("deciding");
    const auto worker = TRY(service::Worker::open(*year.workspace));
    service::WorkOptions options;
    options.threads = plan.threads;
    TRY(worker->run(options));
    return {};
}

} // namespace tongban::bench
