// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/feel/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// One case of a test file of the compatibility kit (namespace 20160719/testcase).
struct KitCase {
    struct Input {
        std::string name;
        feel::Value value;
    };
    struct Expected {
        std::string name;
        feel::Value value;
        bool isError = false; ///< The null comes from an error.
    };
    std::string id;
    std::string type; ///< "decision" when empty, "decisionService" or "bkm".
    std::string invocable; ///< Name of the service or knowledge model to call.
    std::vector<Input> inputs;
    std::vector<Expected> results;
};

/// A test file: the model it is for and its cases.
struct KitFile {
    std::string modelName;
    std::vector<KitCase> cases;
};

/// NotFound when the text is some other XML than a test file; InvalidInput when it is not well-formed.
Result<KitFile> readKitFile(std::string_view bytes);

} // namespace tongban::dmn
