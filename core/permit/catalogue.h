// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/digest.h"
#include "core/permit/catalogue_entries.h"
#include "core/permit/item.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tongban::permit {

/// The item catalogue as of one publication: items with their versions, documents and limits, bodies, halls,
/// windows and delegations. Immutable and shared between threads; a new publication is a new object. Loaded
/// by loadCatalogue(), which lets nothing inconsistent in; questions cannot fail, they answer "none".
class Catalogue
{
public:
    /// The version in force on this day. A version's last day still belongs to it (S10). Null when there is
    /// no such item or it has no version on that day. Cancelled items answer too: ask refusesNewCases().
    const Item *item(std::string_view code, Date day) const;

    /// One version, whatever the day: for cases whose version was pinned.
    const Item *version(std::string_view code, int version) const;

    /// All versions of an item in order of time; empty when there is none.
    std::span<const Item> versions(std::string_view code) const;

    /// Every version of every item, by code and version.
    std::span<const Item> items() const { return m_items; }

    std::span<const Field> fields() const { return m_fields; }
    std::span<const Organisation> organisations() const { return m_organisations; }
    std::span<const Hall> halls() const { return m_halls; }
    std::span<const Window> windows() const { return m_windows; }
    std::span<const Delegation> delegations() const { return m_delegations; }

    const Field *field(std::string_view code) const;
    const Organisation *organisation(std::string_view code) const;
    const Hall *hall(std::string_view code) const;
    const Window *window(std::string_view hall, std::string_view window) const;

    /// Whether the code is one of the city's districts or the city itself: a district of some organisation.
    bool knowsDistrict(int district) const;
    /// Ascending; the city (440300) first.
    std::span<const int> districts() const { return m_districts; }

    /// Who decides cases of the item in the district that came in on this day: the holder of the power, or
    /// whom it was given to by then (S29, S30). A delegation that names the district goes before one that
    /// names none.
    DecisionPower whoDecides(const Item &item, int district, Date day) const;

    /// Who could decide the item on this day, district by district.
    std::vector<DistrictPower> whoCouldDecide(const Item &item, Date day) const;

    /// Why the window may not open a case of the item (S5); None = it may.
    WindowProblem windowProblem(std::string_view hall, std::string_view window, const Item &item) const;

    /// What a window may open on this day, by code.
    std::vector<const Item *> itemsOfWindow(std::string_view hall, std::string_view window, Date day) const;

    /// Everything that is counted anywhere, over the versions in force on this day. Never typed in, always
    /// counted.
    CatalogueCounts counts(Date day) const;

    /// SHA-256 over the texts it was loaded from; what decisions and stores name it by.
    const Digest &digest() const { return m_digest; }

private:
    friend class CatalogueBuilder;
    Catalogue() = default;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    using RangeByText = std::unordered_map<std::string, Range, TextHash, std::equal_to<>>;

    void index();
    const Delegation *delegationFrom(std::string_view organisation, std::string_view item, int district,
                                     Date day) const;

    std::vector<Item> m_items;
    std::vector<Field> m_fields;
    std::vector<Organisation> m_organisations;
    std::vector<Hall> m_halls;
    std::vector<Window> m_windows;
    std::vector<Delegation> m_delegations; ///< By item.
    std::vector<int> m_districts;
    RangeByText m_itemRanges;
    RangeByText m_delegationRanges;
    Digest m_digest;
};

/// Why an item takes no new cases: shown to the applicant with the day and the document (S12).
struct NewCaseRefusal {
    ItemStatus status = ItemStatus::Cancelled;
    Date since;
    std::string_view basis; ///< Lives as long as the item.
};

/// Nothing when the item takes cases that come in on this day.
std::optional<NewCaseRefusal> refusesNewCases(const Item &item, Date day);

} // namespace tongban::permit
