// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/approval/explanation.h"
#include "core/permit/item.h"
#include "core/service/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::service {

/// A permit item as a line of the catalogue, as it stood on a day.
struct ItemLine {
    std::string code;
    std::string name;
    std::string field; ///< Code, "taxi".
    std::string fieldName;
    permit::ItemLevel level = permit::ItemLevel::City;
    permit::ItemStatus status = permit::ItemStatus::Active; ///< On that day.
    int statutoryDays = 0;
    int promisedDays = 0;
    std::string ruleSet; ///< Empty = people decide.
    std::optional<int> ruleVersion; ///< Of the rules in force that day; nothing = none are.
};

/// A field of work, for a list to choose from.
struct FieldName {
    std::string code;
    std::string name;
};

struct ItemList {
    std::vector<FieldName> fields; ///< As the catalogue orders them.
    std::vector<ItemLine> items; ///< By code.
    std::string digest; ///< Of the catalogue.
};

/// Who could decide cases that came in that day in one district, and by what.
struct ItemPower {
    std::string district;
    std::string organisation;
    std::string powerEntry;
    std::string basis;
    bool isDelegated = false;
};

/// Everything the catalogue says of one item on a day.
struct ItemSheet {
    permit::Item item; ///< The version in force that day.
    std::string fieldName;
    std::string organisation; ///< Who holds the power before any delegation.
    std::vector<ItemPower> powers;
    std::vector<int> versions; ///< All there are.
    std::vector<std::string>
        evidence; ///< By material: the record that stands for it, in words; may be empty.
};

/// The items that have a version on this day, cancelled and transferred ones included (S12).
Result<ItemList> itemList(Workspace &workspace, Date day, approval::Language language);

/// NotFound when there is no such item, or no version of it on that day.
Result<ItemSheet> itemSheet(Workspace &workspace, std::string_view code, Date day,
                            approval::Language language);

} // namespace tongban::service
