// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/demo/name_book.h"
#include "core/demo/register_layout.h"
#include "core/demo/value_expression.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tongban::demo {

/// A thing a case makes up and gives a variable to.
enum class EntityKind {
    Person,
    Enterprise,
    Vin,
    ElectricPlate,
    OrdinaryPlate,
    CertificateNumber,
    DocumentNumber
};

/// One value put in place of the profile's own.
struct Change {
    std::size_t slot = 0;
    ValueExpression value;
};

/// A register row that says something else than the profile's row for the same key.
struct Contradiction {
    std::size_t row = 0;
    Change change;
};

/// A way in which a case differs from the plain one: harmless (a variation) or not (a defect).
struct Twist {
    std::string name;
    std::uint64_t share = 0; ///< Per cent for a variation, relative weight for a defect.
    std::vector<Change> changes;
    std::vector<std::size_t> droppedRows;
    std::vector<std::size_t> touchedRows; ///< Rows that a change or a contradiction speaks of.
    std::vector<Contradiction> contradictions;
};

/// How the cases of one item look: every cell has a slot, a twist puts other expressions into slots.
struct Profile {
    struct Entity {
        int variable = 0;
        EntityKind kind = EntityKind::Person;
    };
    struct Row {
        std::size_t record = 0; ///< Index in the register layout.
        int keyVariable = 0;
        std::size_t firstSlot = 0; ///< The record's fields follow in the layout's order.
    };
    struct FormField {
        std::string name;
        std::size_t slot = 0;
    };

    /// Slots that every profile has.
    static constexpr std::size_t kApplicantKind = 0;
    static constexpr std::size_t kApplicantAge = 1;
    static constexpr std::size_t kPromise = 2;
    static constexpr std::size_t kFixedSlots = 3;

    std::vector<ValueExpression> slots;
    std::vector<Entity> entities;
    std::vector<Row> rows;
    std::vector<FormField> form;
    std::vector<Twist> variations;
    std::vector<Twist> defects;
    std::uint64_t defectWeight = 0;
};

/// What the catalogue says of one version of an item.
struct ItemVersion {
    Date from;
    Date to;
    int materials = 0;
    int mainUpload = 0; ///< Number of the first main document the applicant uploads; 0 when there is none.
};

/// An item of the mix.
struct ItemPlan {
    std::string code;
    std::string profileName;
    std::uint64_t weight = 0;
    std::uint64_t cleanPercent = 0;
    bool automatic = false;
    bool districtLevel = false;
    std::vector<ItemVersion> versions;
    Profile profile;

    /// The version in force on `day`; the last one when none is.
    const ItemVersion &versionOn(Date day) const;
};

/// Everything the demo resources say, checked and compiled.
struct Scenario {
    NameBook names;
    VariableNames variables;
    RegisterLayout registers;
    std::vector<ItemPlan> items;
    std::uint64_t totalWeight = 0;
    std::string cancelledItem;

    /// Reads demo/, catalogue/ and registers/ below `resources`; the error names the file and the line.
    static Result<Scenario> read(const std::filesystem::path &resources);
};

} // namespace tongban::demo
