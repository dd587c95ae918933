// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace tongban::ui {

/// What this program writes in: the family of its own font, and of the one in which every character is as
/// wide as the next. GUI thread, after the application was made.
std::vector<std::string> fontFamilies();

/// The files in which the system keeps the faces of these families: regular, bold, and what shows them in
/// italics, for Latin letters and for Chinese, each file once. Any thread.
std::vector<std::filesystem::path> fontFiles(const std::vector<std::string> &families);

/// Reads a file to its end, so that the system has it in memory afterwards; stops early when asked to. A file
/// that cannot be read is left: who needs it will say so. Any thread.
void readAhead(const std::filesystem::path &file, const std::stop_token &stop = {});

/// Has the files of the program's fonts read in the background, once in a process; returns at once. GUI
/// thread, after the application was made.
///
/// A Chinese face has some 20 MB and is mapped into memory, not read: without this, the first bold title
/// after the machine has started holds the window for as long as the disk takes (half a second has been
/// seen).
void readFontsAhead();

} // namespace tongban::ui
