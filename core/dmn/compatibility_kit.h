// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tongban::dmn {

/// Runs the compatibility kit of the standard (DMN TCK): folders that hold models and test files beside each
/// other. Stricter than the kit's own runners: kinds are compared exactly, and numbers too, except in models
/// that use exp, log, sqrt, stddev or `**`, where a relative difference of 1e-8 passes. now() and today()
/// answer 2026-03-17T09:30:00Z. The few static methods of Java that the kit calls are offered as host
/// functions, by this runner alone.

/// What became of one case.
struct KitOutcome {
    std::string testFile; ///< Name without its folder.
    std::string id;
    bool isPassed = false;
    bool isNonNull = false; ///< Some expected value is not null.
    int errorsExpected = 0; ///< Results that have to be null because of an error...
    int errorsFlagged = 0; ///< ... and were reported as such.
    std::string detail; ///< For a case that failed: "result: expected ..., got ... (cause)".
};

/// What became of one folder.
struct KitFolder {
    std::string path; ///< As in the kit: "compliance-level-3/0012-list-functions".
    std::vector<KitOutcome> outcomes; ///< In the order of the files.
    std::vector<std::string> problems; ///< Files that could not be read.

    std::size_t passed() const;
};

/// The four figures, and what they are made of.
struct KitScore {
    std::size_t total = 0;
    std::size_t passed = 0;
    std::size_t nonNullTotal = 0;
    std::size_t nonNullPassed = 0;
    std::size_t folders = 0;
    double folderMean = 0; ///< Mean share of passed cases over the folders, 0 to 1.
    std::size_t errorsExpected = 0;
    std::size_t errorsFlagged = 0;
};

/// Every folder at or below `root` that holds a test file, in the order of the names. A folder that cannot be
/// read is left out.
std::vector<std::filesystem::path> findKitFolders(const std::filesystem::path &root);

/// Runs the cases of one folder. A missing or wrong model fails its cases; it never stops the run.
KitFolder runKitFolder(const std::filesystem::path &folder);

/// Runs folders on several threads; the result is in the order given, whatever the number of threads.
std::vector<KitFolder> runKitFolders(const std::vector<std::filesystem::path> &folders, unsigned threads);

KitScore scoreOf(const std::vector<KitFolder> &folders);

/// The kit's own layout of results: folder, test file without its suffix, case, SUCCESS or ERROR, comment.
std::string kitCsv(const std::vector<KitFolder> &folders);

} // namespace tongban::dmn
