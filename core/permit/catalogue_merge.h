// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/permit/catalogue_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

enum class CatalogueChangeKind {
    NewItem,
    NewVersion,
    Ended, ///< Takes no new cases from a day on.
    PowerGiven,
    PowerEnded,
};

std::string_view name(CatalogueChangeKind kind);

/// One difference between the catalogue in force and the one that is to follow it.
struct CatalogueChange {
    CatalogueChangeKind kind = CatalogueChangeKind::NewVersion;
    std::string item;
    int version = 0; ///< Of an item; 0 for a power.
    Date from{}; ///< First day on which it holds.
    std::string what; ///< "promised_days 10 -> 8", the body a power goes to.
};

struct CatalogueMerge {
    CatalogueRows rows;
    std::vector<CatalogueChange> changes; ///< Items by code, then powers.
    std::vector<std::string> missing; ///< Items that take cases and that `next` says nothing about.
    int unchanged = 0; ///< Items without a change.
};

/// What is in force when `next` follows `current` on the day `from`: `current` up to the day before, `next`
/// from then on. Versions that began before keep their numbers, so that cases pinned to them keep theirs;
/// where `next` says the same as the version in force, that one goes on. Rows that `next` leaves out stay
/// where the past needs them: ended items, bodies, fields. Pure; the result still has to pass
/// loadCatalogue().
CatalogueMerge mergeCatalogues(const Catalogue &current, const Catalogue &next, Date from);

} // namespace tongban::permit
