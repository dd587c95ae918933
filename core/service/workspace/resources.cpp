// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/resources.h"

#include "core/base/file.h"
#include "core/service/workspace/office_calendar.h"

#include <cstdlib>

namespace tongban::service {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostFileBytes = std::size_t{64} << 20U;

Result<std::shared_ptr<const permit::Workflow>> loadWorkflow(const fs::path &folder)
{
    const permit::WorkflowTexts texts{TRY(readFile(folder / "workflow.csv", kMostFileBytes)),
                                      TRY(readFile(folder / "states.csv", kMostFileBytes)),
                                      TRY(readFile(folder / "roles.csv", kMostFileBytes))};
    permit::WorkflowLoad load = permit::Workflow::load(texts);
    if (!load.workflow)
        return fail(ErrorCode::InvalidInput, "workflow table: " + permit::describe(load.problems.front()));
    return load.workflow;
}

Result<std::shared_ptr<const permit::LegalLimits>> loadLimits(const fs::path &folder)
{
    permit::LegalLimitsLoad load =
        permit::LegalLimits::load(TRY(readFile(folder / "limits.csv", kMostFileBytes)));
    if (!load.limits)
        return fail(ErrorCode::InvalidInput, "legal limits: " + permit::describe(load.problems.front()));
    return load.limits;
}

Result<std::shared_ptr<const permit::LightRules>> loadLights(const fs::path &folder)
{
    permit::LightRulesLoad load =
        permit::LightRules::load(TRY(readFile(folder / "lights.csv", kMostFileBytes)));
    if (!load.lights)
        return fail(ErrorCode::InvalidInput, "time lights: " + permit::describe(load.problems.front()));
    return load.lights;
}

} // namespace

Result<std::shared_ptr<const approval::RuleSetLibrary>>
loadRuleSets(const fs::path &folder, const approval::EvidenceDictionary &dictionary)
{
    auto loading = TRY(approval::RuleSetLibrary::loadFolder(folder, dictionary));
    if (!loading.problems.empty())
        return fail(ErrorCode::InvalidInput,
                    "rule set " + loading.problems.front().text() + " ("
                        + std::to_string(loading.problems.size()) + " problems in all)");
    return std::make_shared<const approval::RuleSetLibrary>(std::move(loading.library));
}

Result<fs::path> findResources()
{
    if (const char *named = std::getenv("TONGBAN_RESOURCES"); named != nullptr && *named != '\0') {
        if (fs::is_directory(fs::path(named) / "models"))
            return fs::path(named);
        return fail(ErrorCode::NotFound, std::string("TONGBAN_RESOURCES names no resources: ") + named);
    }
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    // Build tree: build/<preset>/bin and build/<preset>/tests; installed: bin beside share.
    for (const char *relative : {"../../../resources", "../share/tongban"}) {
        const fs::path candidate = (program / relative).lexically_normal();
        if (fs::is_directory(candidate / "models", ignored))
            return candidate;
    }
    return fail(ErrorCode::NotFound,
                "no resources beside " + program.string() + "; name their folder in TONGBAN_RESOURCES");
}

Result<std::shared_ptr<const Resources>> Resources::load(const fs::path &folder, const fs::path &ownCalendar)
{
    Calendar calendar = TRY(calendarWith(folder / "calendar", ownCalendar));
    auto workflow = TRY(loadWorkflow(folder / "workflow"));
    auto limits = TRY(loadLimits(folder / "workflow"));
    auto lights = TRY(loadLights(folder / "workflow"));
    auto dictionary = TRY(approval::EvidenceDictionary::parse(
        TRY(readFile(folder / "registers" / "dictionary.json", kMostFileBytes))));
    auto ruleSets = TRY(loadRuleSets(folder / "models", dictionary));
    auto approvalQueues = TRY(ApprovalQueues::load(folder / "models" / "routing"));
    return std::make_shared<const Resources>(
        Resources{folder, std::move(calendar), std::move(workflow), std::move(limits), std::move(lights),
                  std::move(dictionary), std::move(ruleSets), std::move(approvalQueues)});
}

Result<permit::CatalogueTexts> readCatalogueTexts(const fs::path &folder)
{
    permit::CatalogueTexts texts;
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        texts.*(file.text) = TRY(readFile(folder / file.name, kMostFileBytes));
    return texts;
}

} // namespace tongban::service
