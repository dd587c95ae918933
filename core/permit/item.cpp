// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/item.h"

#include "core/permit/enum_names.h"

#include <algorithm>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<ItemLevel::District> kLevels{"city", "district"};
constexpr NamesUpTo<ItemStatus::Transferred> kStatuses{"active", "cancelled", "transferred"};
constexpr NamesUpTo<SourceMode::Exempt> kModes{"shared_data", "e_licence", "upload", "window_scan", "exempt"};
constexpr NamesUpTo<Importance::Minor> kImportances{"main", "minor"};
constexpr NamesUpTo<Step::Deliver> kSteps{"accept", "review", "decide", "deliver"};
constexpr AutomaticOutcome kOutcomes[] = {AutomaticOutcome::Grant, AutomaticOutcome::Notice,
                                          AutomaticOutcome::Refuse};

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

const Material *Item::material(int no) const
{
    const auto found = std::ranges::find(materials, no, &Material::no);
    return found == materials.end() ? nullptr : &*found;
}

std::string_view name(ItemLevel level)
{
    return nameIn(kLevels, level);
}

std::string_view name(ItemStatus status)
{
    return nameIn(kStatuses, status);
}

std::string_view name(SourceMode mode)
{
    return nameIn(kModes, mode);
}

std::string_view name(Importance importance)
{
    return nameIn(kImportances, importance);
}

std::string_view name(Step step)
{
    return nameIn(kSteps, step);
}

std::string_view name(AutomaticOutcome outcome)
{
    switch (outcome) {
    case AutomaticOutcome::Grant: return "grant";
    case AutomaticOutcome::Notice: return "notice";
    case AutomaticOutcome::Refuse: return "refuse";
    }
    return {};
}

std::optional<ItemLevel> parseItemLevel(std::string_view name)
{
    return valueIn<ItemLevel>(kLevels, name);
}

std::optional<ItemStatus> parseItemStatus(std::string_view name)
{
    return valueIn<ItemStatus>(kStatuses, name);
}

std::optional<SourceMode> parseSourceMode(std::string_view name)
{
    return valueIn<SourceMode>(kModes, name);
}

std::optional<Importance> parseImportance(std::string_view name)
{
    return valueIn<Importance>(kImportances, name);
}

std::optional<Step> parseStep(std::string_view name)
{
    return valueIn<Step>(kSteps, name);
}

std::optional<AutomaticOutcome> parseAutomaticOutcome(std::string_view text)
{
    for (const AutomaticOutcome outcome : kOutcomes) {
        if (name(outcome) == text)
            return outcome;
    }
    return std::nullopt;
}

std::string text(AutomaticOutcomes outcomes)
{
    std::string out;
    for (const AutomaticOutcome outcome : kOutcomes) {
        if (!outcomes.has(outcome))
            continue;
        if (!out.empty())
            out += ';';
        out += name(outcome);
    }
    return out;
}

std::string Item::grantBasis() const
{
    std::string basis = "《中华人民共和国行政许可法》第三十八条第一款";
    if (!legalBasis.empty())
        basis += "；" + legalBasis;
    return basis;
}

bool isItemCode(std::string_view text)
{
    return text.size() == 6 && isCapital(text[0]) && isCapital(text[1]) && text[2] == '-' && isDigit(text[3])
        && isDigit(text[4]) && isDigit(text[5]);
}

} // namespace tongban::permit
