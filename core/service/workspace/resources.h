// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/evidence_dictionary.h"
#include "core/approval/rule_set_library.h"
#include "core/base/calendar.h"
#include "core/base/result.h"
#include "core/permit/act_rules.h"
#include "core/permit/catalogue_loader.h"
#include "core/permit/deadline.h"
#include "core/permit/time_light.h"
#include "core/permit/workflow.h"
#include "core/service/cases/approval_queues.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tongban::service {

/// Where the shipped data is: TONGBAN_RESOURCES, else beside the program (build tree or installed). NotFound
/// names the places that were looked at.
Result<std::filesystem::path> findResources();

/// What the product ships as data, read and checked once. Immutable; shared by all threads.
struct Resources {
    std::filesystem::path folder;
    Calendar calendar;
    std::shared_ptr<const permit::Workflow> workflow;
    std::shared_ptr<const permit::LegalLimits> limits;
    std::shared_ptr<const permit::LightRules> lights;
    approval::EvidenceDictionary dictionary;
    std::shared_ptr<const approval::RuleSetLibrary> ruleSets;
    ApprovalQueues approvalQueues;

    /// What acts and clocks are judged by; lives as long as this.
    permit::Procedure procedure() const { return {*workflow, *limits, calendar}; }
    permit::ClockRules clockRules() const { return {calendar, *limits, *lights}; }

    /// InvalidInput says which file is wrong and where. `ownCalendar`: years that an office imported, which
    /// go before the shipped ones; need not exist.
    static Result<std::shared_ptr<const Resources>> load(const std::filesystem::path &folder,
                                                         const std::filesystem::path &ownCalendar = {});
};

/// The rule sets of a folder, `<rule set>/<version>.json` and `.dmn`. InvalidInput names the first problem.
Result<std::shared_ptr<const approval::RuleSetLibrary>>
loadRuleSets(const std::filesystem::path &folder, const approval::EvidenceDictionary &dictionary);

/// The texts of a catalogue folder. NotFound or InvalidInput names the file.
Result<permit::CatalogueTexts> readCatalogueTexts(const std::filesystem::path &folder);

} // namespace tongban::service
