// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

namespace tongban::feel {

/// What one evaluation and one compilation may use. Reaching a limit ends the evaluation with null and a
/// diagnostic that names the limit; it never crashes and never waits.
struct Limits {
    std::uint64_t steps = 20'000'000; ///< Loop rounds, filter tests, elements built and functions called.
    std::uint32_t callDepth = 300; ///< Functions within functions.
    std::uint32_t treeDepth = 4'000; ///< Expressions within expressions, functions followed.
    std::size_t listLength = 1'000'000; ///< Elements of one list.
    std::uint32_t valueSize = 20'000'000; ///< Values inside one value, as if nothing were shared.
    std::uint32_t valueDepth = 500; ///< Lists within lists.
    std::size_t stringLength = 4'000'000; ///< Bytes of one string.
    std::size_t diagnostics = 100; ///< Kept; the rest is counted.
    std::size_t textLength = 200'000; ///< Bytes of one expression.
    std::uint32_t nesting = 150; ///< Expressions within expressions in one text.
};

} // namespace tongban::feel
