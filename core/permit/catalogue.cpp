// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue.h"

#include "core/permit/enum_names.h"

#include <algorithm>
#include <set>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<OrganisationKind::Society> kOrganisationKinds{"bureau", "district", "district_bureau",
                                                                  "professional_bureau", "society"};
constexpr NamesUpTo<WindowProblem::OtherLevel> kWindowProblems{"none", "unknown_window", "field_not_served",
                                                               "other_level"};
/// Powers are handed on once, exceptionally twice; a ring in the table must not hang the program.
constexpr int kLongestChain = 8;

/// An item whose end lies ahead is still active on a day before it.
ItemStatus statusOn(const Item &item, Date day)
{
    return refusesNewCases(item, day) ? item.status : ItemStatus::Active;
}

} // namespace

void Catalogue::index()
{
    for (std::uint32_t i = 0; i < m_items.size(); ++i) {
        Range &range = m_itemRanges[m_items[i].code];
        if (range.count++ == 0)
            range.first = i;
    }
    for (std::uint32_t i = 0; i < m_delegations.size(); ++i) {
        Range &range = m_delegationRanges[m_delegations[i].item];
        if (range.count++ == 0)
            range.first = i;
    }
    for (const Organisation &organisation : m_organisations)
        m_districts.push_back(organisation.district);
    std::ranges::sort(m_districts);
    m_districts.erase(std::unique(m_districts.begin(), m_districts.end()), m_districts.end());
}

std::span<const Item> Catalogue::versions(std::string_view code) const
{
    const auto found = m_itemRanges.find(code);
    if (found == m_itemRanges.end())
        return {};
    return std::span(m_items).subspan(found->second.first, found->second.count);
}

const Item *Catalogue::item(std::string_view code, Date day) const
{
    for (const Item &item : versions(code)) {
        if (item.isInForce(day))
            return &item;
    }
    return nullptr;
}

const Item *Catalogue::version(std::string_view code, int version) const
{
    for (const Item &item : versions(code)) {
        if (item.version == version)
            return &item;
    }
    return nullptr;
}

const Field *Catalogue::field(std::string_view code) const
{
    const auto found = std::ranges::find(m_fields, code, &Field::code);
    return found == m_fields.end() ? nullptr : &*found;
}

const Organisation *Catalogue::organisation(std::string_view code) const
{
    const auto found = std::ranges::find(m_organisations, code, &Organisation::code);
    return found == m_organisations.end() ? nullptr : &*found;
}

const Hall *Catalogue::hall(std::string_view code) const
{
    const auto found = std::ranges::find(m_halls, code, &Hall::code);
    return found == m_halls.end() ? nullptr : &*found;
}

const Window *Catalogue::window(std::string_view hall, std::string_view window) const
{
    const auto found = std::ranges::find_if(m_windows, [&](const Window &candidate) {
        return candidate.hall == hall && candidate.window == window;
    });
    return found == m_windows.end() ? nullptr : &*found;
}

bool Catalogue::knowsDistrict(int district) const
{
    return std::ranges::binary_search(m_districts, district);
}

const Delegation *Catalogue::delegationFrom(std::string_view organisation, std::string_view item,
                                            int district, Date day) const
{
    const auto found = m_delegationRanges.find(item);
    if (found == m_delegationRanges.end())
        return nullptr;
    const Delegation *general = nullptr;
    for (const Delegation &delegation :
         std::span(m_delegations).subspan(found->second.first, found->second.count)) {
        if (delegation.from != organisation || !delegation.holds(day))
            continue;
        if (delegation.district == district)
            return &delegation;
        if (!delegation.district)
            general = &delegation;
    }
    return general;
}

DecisionPower Catalogue::whoDecides(const Item &item, int district, Date day) const
{
    DecisionPower power{item.organisation, item.powerEntry, item.legalBasis, nullptr};
    for (int i = 0; i < kLongestChain; ++i) {
        const Delegation *next = delegationFrom(power.organisation, item.code, district, day);
        if (!next)
            break;
        power = {next->to, item.powerEntry, next->basis, next};
    }
    return power;
}

std::vector<DistrictPower> Catalogue::whoCouldDecide(const Item &item, Date day) const
{
    std::vector<DistrictPower> powers;
    for (const int district : m_districts)
        powers.push_back({district, whoDecides(item, district, day)});
    return powers;
}

WindowProblem Catalogue::windowProblem(std::string_view hallCode, std::string_view windowCode,
                                       const Item &item) const
{
    const Window *place = window(hallCode, windowCode);
    const Hall *building = hall(hallCode);
    if (!place || !building)
        return WindowProblem::UnknownWindow;
    if (building->level != item.level)
        return WindowProblem::OtherLevel;
    if (std::ranges::find(place->fields, item.field) == place->fields.end())
        return WindowProblem::FieldNotServed;
    return WindowProblem::None;
}

std::vector<const Item *> Catalogue::itemsOfWindow(std::string_view hall, std::string_view window,
                                                   Date day) const
{
    std::vector<const Item *> items;
    for (const Item &item : m_items) {
        if (item.isInForce(day) && !refusesNewCases(item, day)
            && windowProblem(hall, window, item) == WindowProblem::None)
            items.push_back(&item);
    }
    return items;
}

namespace {

void countActive(CatalogueCounts &counts, const Item &item)
{
    ++counts.active;
    ++(item.level == ItemLevel::City ? counts.city : counts.district);
    counts.courier += item.courier ? 1 : 0;
    counts.promise += item.promiseAllowed ? 1 : 0;
    counts.zeroVisits.part += item.visitsAllowed == 0 ? 1 : 0;
    counts.atMostOneVisit.part += item.visitsAllowed <= 1 ? 1 : 0;
    ++counts.byField[item.field];
    ++counts.byOrganisation[item.organisation];
    if (item.isAutomatic()) {
        ++counts.automatic;
        ++counts.automaticByArea[item.area];
    }
}

} // namespace

CatalogueCounts Catalogue::counts(Date day) const
{
    CatalogueCounts counts;
    for (const Field &field : m_fields)
        counts.byField[field.code] = 0;
    for (const Item &item : m_items) {
        if (!item.isInForce(day))
            continue;
        switch (statusOn(item, day)) {
        case ItemStatus::Active: countActive(counts, item); break;
        case ItemStatus::Cancelled: ++counts.cancelled; break;
        case ItemStatus::Transferred: ++counts.transferred; break;
        }
    }
    counts.zeroVisits.whole = counts.active;
    counts.atMostOneVisit.whole = counts.active;

    std::set<std::string_view> districts;
    std::set<std::string_view> bureaus;
    for (const Delegation &delegation : m_delegations) {
        const Organisation *to = organisation(delegation.to);
        if (to && delegation.holds(day))
            (to->kind == OrganisationKind::District ? districts : bureaus).insert(delegation.power);
    }
    counts.powersToDistricts = static_cast<int>(districts.size());
    counts.powersToBureaus = static_cast<int>(bureaus.size());
    return counts;
}

std::optional<NewCaseRefusal> refusesNewCases(const Item &item, Date day)
{
    if (item.status == ItemStatus::Active || !item.statusSince || day < *item.statusSince)
        return std::nullopt;
    return NewCaseRefusal{item.status, *item.statusSince, item.statusBasis};
}

int Share::perMille() const
{
    return whole <= 0 ? 0 : static_cast<int>((std::int64_t{part} * 2000 + whole) / (std::int64_t{whole} * 2));
}

std::string Share::percentText() const
{
    return std::to_string(perMille() / 10) + '.' + std::to_string(perMille() % 10);
}

std::string_view name(OrganisationKind kind)
{
    return nameIn(kOrganisationKinds, kind);
}

std::string_view name(WindowProblem problem)
{
    return nameIn(kWindowProblems, problem);
}

std::optional<OrganisationKind> parseOrganisationKind(std::string_view name)
{
    return valueIn<OrganisationKind>(kOrganisationKinds, name);
}

} // namespace tongban::permit
