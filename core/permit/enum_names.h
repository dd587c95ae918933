// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tongban::permit {

/// The names of an enumeration whose values run from 0, in their order. The length ties the table to the
/// enumeration's last value, so that a value without a name does not compile.
template <auto Last>
using NamesUpTo = std::array<std::string_view, static_cast<std::size_t>(Last) + 1>;

template <typename Enum, std::size_t Count>
constexpr std::string_view nameIn(const std::array<std::string_view, Count> &names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t Count>
constexpr std::optional<Enum> valueIn(const std::array<std::string_view, Count> &names, std::string_view name)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace tongban::permit
