// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/dmn/finding.h"
#include "core/dmn/model.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <string_view>

namespace tongban::dmn {

/// What a file may cost. Models come from people, so the reader trusts nothing.
struct ReaderLimits {
    std::size_t bytes = 16u * 1024u * 1024u;
    int depth = 64; ///< Elements inside one another.
    int elements = 1'000'000; ///< Elements in the file.
};

/// Reads one DMN file (XML) of any version from 1.1 to 1.6 (namespaces of 2015-11-01, 2018-05-21, 2019-11-11,
/// 2021-11-08, 2023-03-24 and 2024-05-13). Elements of foreign namespaces, diagrams and extension elements
/// are skipped. Any thread; keeps nothing.
///
/// InvalidInput when the bytes are not a well-formed DMN model in UTF-8, UTF-16 or Latin-1, declare a
/// document type or entities, or exceed a limit; the detail names line, column and element, what was found
/// and what was expected. The names and FEEL texts inside are not looked at: that is the compiler's part.
Result<Model> readModel(std::string_view bytes, const ReaderLimits &limits = {});

/// The same with the error in parts, for screens of another language.
tl::expected<Model, Finding> readModelOrFinding(std::string_view bytes, const ReaderLimits &limits = {});

} // namespace tongban::dmn
