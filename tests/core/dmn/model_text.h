// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tongban::test {

/// The head of a DMN 1.5 file with namespace urn:test.
inline const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" "
    "name=\"测试\" namespace=\"urn:test\">\n";

/// A whole file around these elements.
inline std::string definitions(const std::string &inside)
{
    return kHead + inside + "</definitions>";
}

inline bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace tongban::test
