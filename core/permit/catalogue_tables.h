// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/catalogue_loader.h"

#include <string>
#include <vector>

namespace tongban::permit {

/// A row and the line it stands on, for complaints that only show when all tables are read.
template <typename T>
struct Lined {
    T value;
    int line = 0;
    bool sound =
        true; ///< False when something in it was complained about: its values are not to be relied on.
};

struct MaterialRow {
    std::string item;
    int version = 0;
    Material material;
};

struct StepRow {
    std::string item;
    int version = 0;
    Step step = Step::Accept;
    StepLimit limit;
};

/// The tables as they stand in the files: each row sound in itself, not yet compared with other rows.
struct CatalogueTables {
    bool complete =
        true; ///< False when a file could not be read at all, so that references into it mean nothing.
    std::vector<Lined<Field>> fields;
    std::vector<Lined<Item>> items; ///< Without documents and steps.
    std::vector<Lined<MaterialRow>> materials;
    std::vector<Lined<StepRow>> steps;
    std::vector<Lined<Organisation>> organisations;
    std::vector<Lined<Hall>> halls;
    std::vector<Lined<Window>> windows;
    std::vector<Lined<Delegation>> delegations;
};

CatalogueTables readTables(const CatalogueTexts &texts, std::vector<TableProblem> &problems);

/// Compares the rows of all tables with each other; complaints go to `problems`.
void checkTables(const CatalogueTables &tables, std::vector<TableProblem> &problems);

} // namespace tongban::permit
