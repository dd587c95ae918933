// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/catalogue_loader.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::permit {

/// The rows of a catalogue, before they are checked against each other.
struct CatalogueRows {
    std::vector<Item> items;
    std::vector<Field> fields;
    std::vector<Organisation> organisations;
    std::vector<Hall> halls;
    std::vector<Window> windows;
    std::vector<Delegation> delegations;
};

CatalogueRows rowsOf(const Catalogue &catalogue);

/// The published files of the rows, as loadCatalogue() reads them: what is loaded again is the same.
CatalogueTexts catalogueTexts(const CatalogueRows &rows);

/// What the columns of items.csv say about one version, by the name of the column; then "materials" and
/// "steps" with all their rows. For comparing two versions.
std::vector<std::pair<std::string_view, std::string>> describeColumns(const Item &item);

} // namespace tongban::permit
