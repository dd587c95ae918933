// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::permit {

/// Which hall takes the applications of an item.
enum class ItemLevel { City, District };

/// Cancelled items and items handed to society stay readable; they refuse new cases from a day on.
enum class ItemStatus { Active, Cancelled, Transferred };

/// Where a required document comes from. What shared data or the licence store delivers is never asked for on
/// paper.
enum class SourceMode { SharedData, ELicence, Upload, WindowScan, Exempt };

/// A minor document may follow after a conditional acceptance (Guangdong Business Environment Regulation,
/// article 32); a main one may not.
enum class Importance { Main, Minor };

/// The four steps whose limits add up to an item's limit.
enum class Step { Accept, Review, Decide, Deliver };
inline constexpr int kStepCount = 4;

/// What the program may do alone with an item. A set: everything not in it goes to a person.
enum class AutomaticOutcome : std::uint8_t { Grant = 1, Notice = 2, Refuse = 4 };

class AutomaticOutcomes
{
public:
    constexpr bool has(AutomaticOutcome outcome) const
    {
        return (m_bits & static_cast<std::uint8_t>(outcome)) != 0;
    }
    constexpr void add(AutomaticOutcome outcome)
    {
        m_bits = static_cast<std::uint8_t>(m_bits | static_cast<std::uint8_t>(outcome));
    }
    constexpr void remove(AutomaticOutcome outcome)
    {
        m_bits = static_cast<std::uint8_t>(m_bits & ~static_cast<unsigned>(outcome));
    }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr bool operator==(const AutomaticOutcomes &) const = default;

private:
    std::uint8_t m_bits = 0;
};

/// A document that an item asks for.
struct Material {
    int no = 0; ///< 1, 2, ... inside one version of an item.
    std::string nameZh;
    std::string nameEn;
    SourceMode mode = SourceMode::Upload;
    Importance importance = Importance::Main;
    std::string evidence; ///< "police.person": the register record that stands for it; empty = none.
};

/// The limits of one step in working days; 0 = done on the day on which the step before it is done.
struct StepLimit {
    int statutoryDays = 0;
    int promisedDays = 0;
};

/// One version of a permit item as the power list and its standard describe it. Immutable once loaded.
struct Item {
    std::string code; ///< "CZ-001"
    int version = 0;
    Date effectiveFrom;
    std::optional<Date> effectiveTo; ///< Last day; nothing = until further notice.
    std::string field; ///< "taxi": one of the fields of the catalogue.
    std::string nameZh;
    std::string nameEn;
    ItemLevel level = ItemLevel::City;
    ItemStatus status = ItemStatus::Active;
    std::optional<Date> statusSince; ///< First day without new cases; set unless Active.
    std::string statusBasis; ///< The document that says so.
    std::string powerEntry; ///< Entry of the power list, "XK-CZ001"; every decision carries it (S9).
    std::string legalBasis;
    std::string organisation; ///< Who holds the power before any delegation.
    int statutoryDays = 0; ///< Working days in all (Administrative Licensing Law, articles 42 and 82).
    int promisedDays = 0; ///< Working days in all, as promised to the public.
    int visitsAllowed = 0; ///< 0 or 1.
    bool courier = false;
    std::string area; ///< "ride-hailing", "car-quota", "general-freight"; empty = no automatic decisions.
    std::string ruleSet; ///< Empty = people decide.
    AutomaticOutcomes automaticOutcomes;
    bool safetyRelated = false;
    bool promiseAllowed = false;
    bool limitedQuota = false; ///< Decided in the order of acceptance (article 57).
    bool jointHandling = false; ///< Several bodies: longer extension (article 42).
    bool expertReview = false;
    std::vector<Material> materials; ///< By number.
    StepLimit steps[kStepCount]; ///< Indexed by Step.

    const Material *material(int no) const;
    const StepLimit &limit(Step step) const { return steps[static_cast<int>(step)]; }
    bool isInForce(Date day) const { return day >= effectiveFrom && (!effectiveTo || day <= *effectiveTo); }
    /// What a decision to grant rests on: the Administrative Licensing Law, article 38 (1), then the item's
    /// own basis.
    std::string grantBasis() const;
    bool isAutomatic() const { return !ruleSet.empty(); }
};

/// The names used in files, stores and machine-readable output: "city", "shared_data", "accept", ...
std::string_view name(ItemLevel level);
std::string_view name(ItemStatus status);
std::string_view name(SourceMode mode);
std::string_view name(Importance importance);
std::string_view name(Step step);
std::string_view name(AutomaticOutcome outcome);
std::optional<ItemLevel> parseItemLevel(std::string_view name);
std::optional<ItemStatus> parseItemStatus(std::string_view name);
std::optional<SourceMode> parseSourceMode(std::string_view name);
std::optional<Importance> parseImportance(std::string_view name);
std::optional<Step> parseStep(std::string_view name);
std::optional<AutomaticOutcome> parseAutomaticOutcome(std::string_view name);

/// "grant;notice".
std::string text(AutomaticOutcomes outcomes);

/// Whether the text is a code of an item: two capital letters, a hyphen, three digits.
bool isItemCode(std::string_view text);

} // namespace tongban::permit
