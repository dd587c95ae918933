// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/callable.h"

#include <span>
#include <string_view>
#include <vector>

namespace tongban::feel {

/// One signature of a built-in function (DMN 1.5, 10.3.4). Several built-ins have more than one.
struct Signature {
    std::string_view name;
    std::vector<std::string_view> parameters;
    std::size_t required = 0; ///< The first so many must be given.
    bool variadic = false; ///< The last parameter takes any number of arguments.
};

/// Every built-in function there is, in alphabetical order; for completion in editors and for tests.
std::vector<Signature> builtinSignatures();

/// True for the name of a built-in function.
bool isBuiltin(std::string_view normalized);

} // namespace tongban::feel
