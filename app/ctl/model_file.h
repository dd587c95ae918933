// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/language.h"
#include "core/base/result.h"
#include "core/dmn/compiled_model.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tongban::ctl {

struct ModelFile {
    std::string bytes; ///< Of the file itself.
    std::shared_ptr<const dmn::CompiledModel> model; ///< It may have findings.
};

/// Reads and compiles a DMN file; the models it imports are found beside it by their namespaces.
/// InvalidInput, told in that language, when it cannot be read.
Result<ModelFile> compileModelFile(const std::filesystem::path &file, Language language);

} // namespace tongban::ctl
