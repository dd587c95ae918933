// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/catalogue.h"
#include "core/permit/table_problem.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// The texts of the catalogue's files, UTF-8 CSV with a header line, as resources/catalogue/README.md
/// describes them. A byte-order mark is allowed.
struct CatalogueTexts {
    std::string fields;
    std::string items;
    std::string materials;
    std::string steps;
    std::string organisations;
    std::string halls;
    std::string windows;
    std::string delegations;
};

/// A file's name and where its text goes, in the order in which digests and stores take them.
struct CatalogueFile {
    std::string_view name;
    std::string CatalogueTexts::*text;
};

inline constexpr std::array<CatalogueFile, 8> kCatalogueFiles{{
    {"delegations.csv", &CatalogueTexts::delegations},
    {"fields.csv", &CatalogueTexts::fields},
    {"halls.csv", &CatalogueTexts::halls},
    {"items.csv", &CatalogueTexts::items},
    {"materials.csv", &CatalogueTexts::materials},
    {"organisations.csv", &CatalogueTexts::organisations},
    {"steps.csv", &CatalogueTexts::steps},
    {"windows.csv", &CatalogueTexts::windows},
}};

/// Either a catalogue or everything that is wrong with the texts.
struct CatalogueLoad {
    std::shared_ptr<const Catalogue> catalogue; ///< Null when there are problems: nothing is half loaded.
    std::vector<TableProblem> problems; ///< By file and line. Ends after kMostTableProblems.
};

/// Reads and checks the texts. Refused are, among others: headers other than the published ones, values that
/// are not of their type, names that nothing has, items without documents or steps, steps that do not add up
/// to the item's limits, versions that overlap, ends before beginnings, a rule set on an item that is not
/// active, automatic outcomes without a rule set, more than one visit, two delegations of one power holder
/// for the same case and day, fields without an item.
CatalogueLoad loadCatalogue(const CatalogueTexts &texts);

} // namespace tongban::permit
