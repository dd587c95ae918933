// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/base/result.h"
#include "core/dmn/compiled_model.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace tongban::ctl {

/// What a command that runs one decision of a model file is told.
struct DecisionOptions {
    std::filesystem::path file;
    std::string name;
};
void addDecisionOptions(CLI::App &command, DecisionOptions &options);

struct NamedDecision {
    std::string bytes; ///< Of the file.
    std::shared_ptr<const dmn::CompiledModel> model;
    std::size_t slot = 0;
};
/// Errors of the file and of the model, told in that language; NotFound when it has no such decision.
Result<NamedDecision> loadDecision(const DecisionOptions &options, Language language);

} // namespace tongban::ctl
