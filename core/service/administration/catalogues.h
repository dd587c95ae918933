// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/catalogue_merge.h"
#include "core/service/workspace/workspace.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tongban::service {

/// What stands in a catalogue folder: the catalogue, or everything that is wrong with it.
struct CatalogueReview {
    std::shared_ptr<const permit::Catalogue> catalogue; ///< Null when there are problems.
    std::vector<permit::TableProblem> problems; ///< By file and line.
    permit::CatalogueTexts texts;
};

/// Reads the eight files of a folder and checks them against each other and against the rule sets and
/// register records of `resources`. NotFound names a file that is not there.
Result<CatalogueReview> reviewCatalogue(const std::filesystem::path &folder,
                                        const std::filesystem::path &resources);

struct CatalogueImportOptions {
    std::filesystem::path folder;
    Date from{}; ///< First day on which the folder's catalogue is in force.
    std::string document; ///< The paper that orders it; kept with the catalogue.
    bool dryRun = false;
    bool replace = false; ///< History too; only in a workspace without cases.
    std::string by = {}; ///< The account that does it; empty = whoever runs the machine.
};

struct CatalogueImport {
    std::vector<permit::TableProblem> problems; ///< Not empty: nothing was changed.
    std::vector<permit::CatalogueChange> changes;
    int unchanged = 0;
    std::string digest; ///< Of the catalogue that is in the store now, or would be.
    bool stored = false;
};

/// Puts the catalogue of a folder in force from a day on (mergeCatalogues()). Conflict while a worker runs;
/// InvalidInput when the day would change what cases came in under: with cases in the store it has to lie
/// after today.
Result<CatalogueImport> importCatalogue(Workspace &workspace, const CatalogueImportOptions &options);

/// Writes the workspace's catalogue into a folder as its eight files; returns their number. `spreadsheetMark`
/// puts the byte-order mark before each that spreadsheets need to read UTF-8.
Result<std::size_t> exportCatalogue(Workspace &workspace, const std::filesystem::path &folder,
                                    bool spreadsheetMark);

} // namespace tongban::service
