// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <filesystem>

namespace tongban::desktop {

/// A folder of this person's for marks about one workspace (is it open, how did the program end), so that a
/// workspace that cannot be written leaves some too. Made when it is not there.
QString marksFolder(const std::filesystem::path &workspace);

} // namespace tongban::desktop
