// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/permit/item.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// A field of work, "taxi"; drives lists, charts and windows.
struct Field {
    std::string code;
    std::string nameZh;
    std::string nameEn;
};

enum class OrganisationKind { Bureau, District, DistrictBureau, ProfessionalBureau, Society };

/// A body that decides or assesses.
struct Organisation {
    std::string code;
    std::string nameZh;
    std::string nameEn;
    OrganisationKind kind = OrganisationKind::Bureau;
    int district = 0; ///< Division code (GB/T 2260); 440300 = the whole city.
};

/// A service hall.
struct Hall {
    std::string code;
    std::string nameZh;
    std::string nameEn;
    ItemLevel level = ItemLevel::City;
    int district = 0;
};

/// A window of a hall and the fields it serves.
struct Window {
    std::string hall;
    std::string window;
    std::vector<std::string> fields;
};

/// A power over an item given to another body, for one district or for all.
struct Delegation {
    std::string power; ///< "QX-03": one power may have a line for each district it goes to.
    std::string item;
    std::string from;
    std::string to;
    std::optional<int> district; ///< Nothing = every district.
    Date fromDate;
    std::optional<Date> toDate; ///< Last day; nothing = until further notice.
    std::string basis;

    bool holds(Date day) const { return day >= fromDate && (!toDate || day <= *toDate); }
};

/// Who decides, and since when by what. Views into the catalogue, which outlives it.
struct DecisionPower {
    std::string_view organisation;
    std::string_view powerEntry; ///< Entry of the power list; every decision carries it (S9).
    std::string_view basis; ///< Of the delegation; the item's legal basis when nothing was delegated.
    const Delegation *delegation = nullptr; ///< Null = the holder itself decides.
};

struct DistrictPower {
    int district = 0;
    DecisionPower power;
};

/// Why a window may not open a case.
enum class WindowProblem {
    None,
    UnknownWindow,
    FieldNotServed,
    OtherLevel, ///< District items are not opened in the city hall, nor city items in a district's.
};

/// A part of a whole without floating point.
struct Share {
    int part = 0;
    int whole = 0;

    /// Tenths of a per cent, half rounded up: 134 of 223 = 601, read "60.1 %". 0 when there is no whole.
    int perMille() const;
    /// "60.1"
    std::string percentText() const;
};

/// What the catalogue contains on a day. The numbers of active items unless said otherwise.
struct CatalogueCounts {
    int active = 0;
    int cancelled = 0;
    int transferred = 0;
    int city = 0;
    int district = 0;
    int automatic = 0; ///< With a rule set. Whether that one is published is not the catalogue's to know.
    int courier = 0;
    int promise = 0;
    Share zeroVisits; ///< Of all active items.
    Share atMostOneVisit;
    int powersToDistricts = 0; ///< Powers, not lines, in force on the day, given to district governments.
    int powersToBureaus = 0;
    std::map<std::string, int> byField;
    std::map<std::string, int> automaticByArea;
    std::map<std::string, int> byOrganisation;
};

std::string_view name(OrganisationKind kind);
std::string_view name(WindowProblem problem);
std::optional<OrganisationKind> parseOrganisationKind(std::string_view name);

} // namespace tongban::permit
