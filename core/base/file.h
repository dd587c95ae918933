// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace tongban {

/// The error for a failed operation on a file, from the number the system gave: "cannot write /a/b: No space
/// left on device". NotFound: no such file or folder. Denied: no right, or a read-only file system.
/// Unavailable: full, over quota, busy, out of handles or memory, I/O error. InvalidInput: the path is no
/// file. Internal: anything else.
Error fileError(int systemError, std::string_view operation, const std::filesystem::path &path,
                const char *where = __builtin_FILE(), int at = __builtin_LINE());

/// The whole file as bytes. A file larger than `limit` bytes is refused (InvalidInput) without being read
/// whole.
Result<std::string> readFile(const std::filesystem::path &path, std::size_t limit);

/// Puts `bytes` in the place of the file, or makes it: written beside it under another name, flushed to the
/// disk, then renamed. A reader, a crash or a full disk finds the old file or the new one, never a part.
/// Keeps the rights of the file it replaces and follows a symbolic link. One writer a file at a time.
Result<> replaceFile(const std::filesystem::path &path, std::string_view bytes);

} // namespace tongban
