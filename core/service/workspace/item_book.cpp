// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/item_book.h"

#include "core/approval/evidence_words.h"
#include "core/permit/catalogue.h"

#include <algorithm>

namespace tongban::service {

namespace {

/// The names of a catalogue in one language.
class Names
{
public:
    Names(const permit::Catalogue &catalogue, approval::Language language)
        : m_catalogue(catalogue), m_isChinese(language == approval::Language::Chinese)
    {
    }

    template <typename Named>
    std::string of(const Named &named) const
    {
        return m_isChinese ? named.nameZh : named.nameEn;
    }

    std::string field(std::string_view code) const
    {
        const permit::Field *field = m_catalogue.field(code);
        return field == nullptr ? std::string(code) : of(*field);
    }

    std::string organisation(std::string_view code) const
    {
        const permit::Organisation *body = m_catalogue.organisation(code);
        return body == nullptr ? std::string(code) : of(*body);
    }

    /// By its government's name without the government; the bureau stands for the city.
    std::string district(int code) const
    {
        const auto bodies = m_catalogue.organisations();
        const auto found = std::ranges::find_if(bodies, [code](const permit::Organisation &body) {
            return body.district == code
                && (body.kind == permit::OrganisationKind::District
                    || body.kind == permit::OrganisationKind::Bureau);
        });
        if (found == bodies.end())
            return std::to_string(code);
        if (found->kind == permit::OrganisationKind::Bureau)
            return m_isChinese ? "全市" : "the whole city";
        const std::string name = of(*found);
        return name.substr(0, name.find(m_isChinese ? "人民政府" : " Government"));
    }

private:
    const permit::Catalogue &m_catalogue;
    bool m_isChinese;
};

permit::ItemStatus statusOn(const permit::Item &item, Date day)
{
    return permit::refusesNewCases(item, day) ? item.status : permit::ItemStatus::Active;
}

/// Every code once.
std::vector<std::string_view> codesOf(const permit::Catalogue &catalogue)
{
    std::vector<std::string_view> codes;
    for (const permit::Item &item : catalogue.items())
        if (codes.empty() || codes.back() != item.code)
            codes.push_back(item.code);
    return codes;
}

} // namespace

Result<ItemList> itemList(Workspace &workspace, Date day, approval::Language language)
{
    const permit::Catalogue &catalogue = workspace.catalogue();
    const Names names(catalogue, language);
    ItemList list;
    list.digest = catalogue.digest().hex();
    for (const permit::Field &field : catalogue.fields())
        list.fields.push_back({field.code, names.of(field)});
    for (const std::string_view code : codesOf(catalogue)) {
        const permit::Item *item = catalogue.item(code, day);
        if (item == nullptr)
            continue;
        ItemLine line{item->code,          names.of(*item),
                      item->field,         names.field(item->field),
                      item->level,         statusOn(*item, day),
                      item->statutoryDays, item->promisedDays,
                      item->ruleSet,       {}};
        if (const auto rules = workspace.resources().ruleSets->inForce(item->ruleSet, day))
            line.ruleVersion = rules->version();
        list.items.push_back(std::move(line));
    }
    return list;
}

Result<ItemSheet> itemSheet(Workspace &workspace, std::string_view code, Date day,
                            approval::Language language)
{
    const permit::Catalogue &catalogue = workspace.catalogue();
    const permit::Item *item = catalogue.item(code, day);
    if (item == nullptr)
        return fail(ErrorCode::NotFound, "no item " + std::string(code) + " on " + isoDate(day));
    const Names names(catalogue, language);
    ItemSheet sheet{*item, names.field(item->field), names.organisation(item->organisation), {}, {}, {}};
    for (const permit::Item &version : catalogue.versions(code))
        sheet.versions.push_back(version.version);
    for (const permit::DistrictPower &power : catalogue.whoCouldDecide(*item, day))
        sheet.powers.push_back({names.district(power.district), names.organisation(power.power.organisation),
                                std::string(power.power.powerEntry), std::string(power.power.basis),
                                power.power.delegation != nullptr});
    for (const permit::Material &material : item->materials) {
        const std::size_t dot = material.evidence.find('.');
        sheet.evidence.push_back(
            dot == std::string::npos
                ? std::string()
                : approval::recordWords(workspace.resources().dictionary,
                                        std::string_view(material.evidence).substr(0, dot),
                                        std::string_view(material.evidence).substr(dot + 1), language));
    }
    return sheet;
}

} // namespace tongban::service
