// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_merge.h"

#include "core/permit/enum_names.h"

#include <algorithm>
#include <set>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<CatalogueChangeKind::PowerEnded> kChangeKinds{"new_item", "new_version", "ended",
                                                                  "power_given", "power_ended"};

constexpr std::chrono::days kOneDay{1};

/// Columns that tell one version from another without being part of what it says.
bool isIdentity(std::string_view column)
{
    return column == "code" || column == "version" || column == "effective_from" || column == "effective_to";
}

/// "promised_days 10 -> 8; materials"; empty when both say the same.
std::string difference(const Item &before, const Item &after)
{
    const auto old = describeColumns(before);
    const auto now = describeColumns(after);
    std::string out;
    for (std::size_t i = 0; i < old.size(); ++i) {
        const auto &[column, value] = old[i];
        if (isIdentity(column) || value == now[i].second)
            continue;
        out += (out.empty() ? "" : "; ") + std::string(column);
        if (value.find('\n') == std::string::npos)
            out += " " + value + " -> " + now[i].second;
    }
    return out;
}

bool endsBefore(const std::optional<Date> &end, Date day)
{
    return end && *end < day;
}

class Merge
{
public:
    Merge(const Catalogue &current, const Catalogue &next, Date from)
        : m_current(current), m_next(next), m_from(from)
    {
    }

    CatalogueMerge run()
    {
        std::set<std::string_view> codes;
        for (const Item &item : m_current.items())
            codes.insert(item.code);
        for (const Item &item : m_next.items())
            codes.insert(item.code);
        for (const std::string_view code : codes)
            mergeItem(code);
        mergeDelegations();
        m_merge.rows.halls.assign(m_next.halls().begin(), m_next.halls().end());
        m_merge.rows.windows.assign(m_next.windows().begin(), m_next.windows().end());
        mergeNamed(m_current.organisations(), m_next.organisations(), m_merge.rows.organisations,
                   [](const Organisation &) { return true; });
        mergeNamed(m_current.fields(), m_next.fields(), m_merge.rows.fields, [this](const Field &field) {
            return std::ranges::find(m_merge.rows.items, field.code, &Item::field)
                != m_merge.rows.items.end();
        });
        return std::move(m_merge);
    }

private:
    void mergeItem(std::string_view code)
    {
        std::vector<Item> line;
        for (const Item &item : m_current.versions(code))
            if (item.effectiveFrom < m_from)
                line.push_back(item);
        std::vector<Item> ahead;
        for (const Item &item : m_next.versions(code))
            if (!endsBefore(item.effectiveTo, m_from))
                ahead.push_back(item);
        std::ranges::sort(ahead, {}, &Item::effectiveFrom);
        if (ahead.empty()) {
            keepAsItIs(code);
            return;
        }
        const bool isNew = m_current.versions(code).empty();
        const std::size_t before = m_merge.changes.size();
        for (Item &item : ahead) {
            item.effectiveFrom = std::max(item.effectiveFrom, m_from);
            follow(line, std::move(item));
        }
        if (m_merge.changes.size() == before)
            ++m_merge.unchanged;
        else if (isNew)
            m_merge.changes[before].kind = CatalogueChangeKind::NewItem;
        m_merge.rows.items.insert(m_merge.rows.items.end(), line.begin(), line.end());
    }

    void keepAsItIs(std::string_view code)
    {
        const Item *inForce = m_current.item(code, m_from);
        if (inForce && !refusesNewCases(*inForce, m_from))
            m_merge.missing.emplace_back(code);
        ++m_merge.unchanged;
        const auto versions = m_current.versions(code);
        m_merge.rows.items.insert(m_merge.rows.items.end(), versions.begin(), versions.end());
    }

    /// Puts one version behind those before it, or lets the last of them go on.
    void follow(std::vector<Item> &line, Item item)
    {
        std::string what;
        if (!line.empty()) {
            Item &last = line.back();
            what = difference(last, item);
            const bool adjoins = !endsBefore(last.effectiveTo, item.effectiveFrom - kOneDay);
            if (what.empty() && adjoins) {
                last.effectiveTo = item.effectiveTo;
                return;
            }
            if (!endsBefore(last.effectiveTo, item.effectiveFrom))
                last.effectiveTo = item.effectiveFrom - kOneDay;
            item.version = last.version + 1;
        }
        const bool ends =
            item.status != ItemStatus::Active && (line.empty() || line.back().status == ItemStatus::Active);
        if (!isPlanned(item))
            m_merge.changes.push_back({ends ? CatalogueChangeKind::Ended : CatalogueChangeKind::NewVersion,
                                       item.code, item.version, item.effectiveFrom, std::move(what)});
        line.push_back(std::move(item));
    }

    /// Whether the very version lies ahead in the current catalogue too.
    bool isPlanned(const Item &item) const
    {
        const Item *planned = m_current.version(item.code, item.version);
        return planned && planned->effectiveFrom == item.effectiveFrom
            && planned->effectiveTo == item.effectiveTo && difference(*planned, item).empty();
    }

    static bool sameGift(const Delegation &a, const Delegation &b)
    {
        return a.power == b.power && a.item == b.item && a.from == b.from && a.to == b.to
            && a.district == b.district && a.basis == b.basis;
    }

    void note(CatalogueChangeKind kind, const Delegation &delegation, Date from)
    {
        m_merge.changes.push_back(
            {kind, delegation.item, 0, from,
             delegation.power + ' ' + delegation.from + " -> " + delegation.to
                 + (delegation.district ? ' ' + std::to_string(*delegation.district) : std::string())});
    }

    void mergeDelegations()
    {
        std::vector<const Delegation *> ahead;
        for (const Delegation &delegation : m_next.delegations())
            if (!endsBefore(delegation.toDate, m_from))
                ahead.push_back(&delegation);
        auto &rows = m_merge.rows.delegations;
        for (const Delegation &delegation : m_current.delegations()) {
            if (delegation.fromDate >= m_from)
                continue;
            rows.push_back(delegation);
            if (endsBefore(delegation.toDate, m_from))
                continue;
            const auto goesOn = std::ranges::find_if(ahead, [&](const Delegation *other) {
                return sameGift(delegation, *other) && other->fromDate <= m_from;
            });
            if (goesOn == ahead.end()) {
                rows.back().toDate = m_from - kOneDay;
                note(CatalogueChangeKind::PowerEnded, delegation, m_from);
                continue;
            }
            if (rows.back().toDate != (*goesOn)->toDate && (*goesOn)->toDate)
                note(CatalogueChangeKind::PowerEnded, delegation, *(*goesOn)->toDate + kOneDay);
            rows.back().toDate = (*goesOn)->toDate;
            ahead.erase(goesOn);
        }
        for (const Delegation *delegation : ahead) {
            rows.push_back(*delegation);
            rows.back().fromDate = std::max(delegation->fromDate, m_from);
            const bool known = std::ranges::any_of(m_current.delegations(), [&](const Delegation &other) {
                return sameGift(other, *delegation) && other.fromDate == rows.back().fromDate
                    && other.toDate == delegation->toDate;
            });
            if (!known)
                note(CatalogueChangeKind::PowerGiven, *delegation, rows.back().fromDate);
        }
    }

    /// Rows by code: those of `next`, then what only the past needs.
    template <typename T, typename Rows, typename Needed>
    static void mergeNamed(Rows current, Rows next, std::vector<T> &out, const Needed &isNeeded)
    {
        out.assign(next.begin(), next.end());
        for (const T &row : current)
            if (std::ranges::find(next, row.code, &T::code) == next.end() && isNeeded(row))
                out.push_back(row);
    }

    const Catalogue &m_current;
    const Catalogue &m_next;
    Date m_from;
    CatalogueMerge m_merge;
};

} // namespace

std::string_view name(CatalogueChangeKind kind)
{
    return nameIn(kChangeKinds, kind);
}

CatalogueMerge mergeCatalogues(const Catalogue &current, const Catalogue &next, Date from)
{
    return Merge(current, next, from).run();
}

} // namespace tongban::permit
