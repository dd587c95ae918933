// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tests {

/// A file of the source tree: `sourcePath("resources/calendar/cn.json")`. The tree is where
/// TONGBAN_SOURCE_DIR points; without it, the nearest folder above the working directory that holds
/// resources/ and tests/.
inline std::filesystem::path sourcePath(std::string_view relative)
{
    namespace fs = std::filesystem;
    if (const char *root = std::getenv("TONGBAN_SOURCE_DIR"))
        return fs::path(root) / relative;
    for (fs::path at = fs::current_path(); at.has_relative_path(); at = at.parent_path()) {
        if (fs::exists(at / "resources") && fs::exists(at / "tests"))
            return at / relative;
    }
    std::fputs("TONGBAN_SOURCE_DIR is not set\n", stderr);
    std::abort();
}

/// The whole file as bytes; ends the test program when it cannot be read, because the test means nothing
/// then.
inline std::string readFile(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::abort();
    }
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace tests
