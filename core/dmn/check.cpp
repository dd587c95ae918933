// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check.h"

#include "core/dmn/check_table.h"
#include "core/dmn/model_parts.h"

#include <set>

namespace tongban::dmn {

namespace {

std::string keyOf(const std::string &nameSpace, const Reference &reference)
{
    return (reference.nameSpace.empty() ? nameSpace : reference.nameSpace) + "#" + reference.id;
}

/// Inputs that no decision requires and no service takes.
void checkUnusedInputs(const ModelParts &parts, std::vector<Finding> &findings)
{
    std::set<std::string> used;
    for (const Model &model : parts.models) {
        for (const Decision &decision : model.decisions) {
            for (const Reference &reference : decision.requiredInputs)
                used.insert(keyOf(model.nameSpace, reference));
        }
        for (const DecisionService &service : model.services) {
            for (const Reference &reference : service.inputData)
                used.insert(keyOf(model.nameSpace, reference));
        }
    }
    const Model &model = parts.models.front();
    for (const InputData &input : model.inputData) {
        if (used.contains(model.nameSpace + "#" + input.id))
            continue;
        Finding finding;
        finding.severity = Severity::Warning;
        finding.element = input.name;
        finding.elementId = input.id;
        finding.place = input.place;
        finding.say(Remark::UnusedInput);
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<Finding> checkModel(const CompiledModel &model, const CheckLimits &limits)
{
    std::vector<Finding> findings;
    for (const auto &table : model.parts().tables)
        TableCheck(*table, limits, findings).run();
    checkUnusedInputs(model.parts(), findings);
    return findings;
}

} // namespace tongban::dmn
