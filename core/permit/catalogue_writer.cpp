// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_writer.h"

#include "core/base/csv.h"
#include "core/permit/catalogue_columns.h"

namespace tongban::permit {

namespace {

constexpr Step kSteps[] = {Step::Accept, Step::Review, Step::Decide, Step::Deliver};

using Cells = std::vector<std::string>;

std::string dayOrNothing(const std::optional<Date> &day)
{
    return day ? isoDate(*day) : std::string();
}

std::string yesNo(bool value)
{
    return value ? "yes" : "no";
}

std::string joined(const std::vector<std::string> &parts)
{
    std::string out;
    for (const std::string &part : parts)
        out += (out.empty() ? "" : ";") + part;
    return out;
}

/// One table: its header, then rows.
class TableText
{
public:
    explicit TableText(std::span<const std::string_view> columns) { appendCsvRecord(m_text, columns); }

    void add(const Cells &cells)
    {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        appendCsvRecord(m_text, views);
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

Cells itemCells(const Item &item)
{
    return {item.code,
            std::to_string(item.version),
            isoDate(item.effectiveFrom),
            dayOrNothing(item.effectiveTo),
            item.field,
            item.nameZh,
            item.nameEn,
            std::string(name(item.level)),
            std::string(name(item.status)),
            dayOrNothing(item.statusSince),
            item.statusBasis,
            item.powerEntry,
            item.legalBasis,
            item.organisation,
            std::to_string(item.statutoryDays),
            std::to_string(item.promisedDays),
            std::to_string(item.visitsAllowed),
            yesNo(item.courier),
            item.area,
            item.ruleSet,
            text(item.automaticOutcomes),
            yesNo(item.safetyRelated),
            yesNo(item.promiseAllowed),
            yesNo(item.limitedQuota),
            yesNo(item.jointHandling),
            yesNo(item.expertReview)};
}

Cells materialCells(const Item &item, const Material &material)
{
    return {item.code,
            std::to_string(item.version),
            std::to_string(material.no),
            material.nameZh,
            material.nameEn,
            std::string(name(material.mode)),
            std::string(name(material.importance)),
            material.evidence};
}

void writeItems(const std::vector<Item> &rows, CatalogueTexts &texts)
{
    TableText items(kItemColumns);
    TableText materials(kMaterialColumns);
    TableText steps(kStepColumns);
    for (const Item &item : rows) {
        items.add(itemCells(item));
        for (const Material &material : item.materials)
            materials.add(materialCells(item, material));
        for (const Step step : kSteps)
            steps.add({item.code, std::to_string(item.version), std::string(name(step)),
                       std::to_string(item.limit(step).statutoryDays),
                       std::to_string(item.limit(step).promisedDays)});
    }
    texts.items = items.take();
    texts.materials = materials.take();
    texts.steps = steps.take();
}

void writePlaces(const CatalogueRows &rows, CatalogueTexts &texts)
{
    TableText halls(kHallColumns);
    for (const Hall &row : rows.halls)
        halls.add(
            {row.code, row.nameZh, row.nameEn, std::string(name(row.level)), std::to_string(row.district)});
    texts.halls = halls.take();
    TableText windows(kWindowColumns);
    for (const Window &row : rows.windows)
        windows.add({row.hall, row.window, joined(row.fields)});
    texts.windows = windows.take();
}

void writeBodies(const CatalogueRows &rows, CatalogueTexts &texts)
{
    TableText fields(kFieldColumns);
    for (const Field &row : rows.fields)
        fields.add({row.code, row.nameZh, row.nameEn});
    texts.fields = fields.take();
    TableText organisations(kOrganisationColumns);
    for (const Organisation &row : rows.organisations)
        organisations.add(
            {row.code, row.nameZh, row.nameEn, std::string(name(row.kind)), std::to_string(row.district)});
    texts.organisations = organisations.take();
    TableText delegations(kDelegationColumns);
    for (const Delegation &row : rows.delegations)
        delegations.add({row.power, row.item, row.from, row.to,
                         row.district ? std::to_string(*row.district) : std::string(), isoDate(row.fromDate),
                         dayOrNothing(row.toDate), row.basis});
    texts.delegations = delegations.take();
}

} // namespace

CatalogueRows rowsOf(const Catalogue &catalogue)
{
    const auto copy = [](const auto &rows) {
        return std::vector(rows.begin(), rows.end());
    };
    return {copy(catalogue.items()), copy(catalogue.fields()),  copy(catalogue.organisations()),
            copy(catalogue.halls()), copy(catalogue.windows()), copy(catalogue.delegations())};
}

CatalogueTexts catalogueTexts(const CatalogueRows &rows)
{
    CatalogueTexts texts;
    writeItems(rows.items, texts);
    writePlaces(rows, texts);
    writeBodies(rows, texts);
    return texts;
}

std::vector<std::pair<std::string_view, std::string>> describeColumns(const Item &item)
{
    std::vector<std::pair<std::string_view, std::string>> out;
    const Cells cells = itemCells(item);
    for (std::size_t i = 0; i < cells.size(); ++i)
        out.emplace_back(kItemColumns[i], cells[i]);
    std::string materials;
    for (const Material &material : item.materials) {
        const Cells row = materialCells(item, material);
        for (std::size_t i = 2; i < row.size(); ++i)
            materials += row[i] + (i + 1 < row.size() ? "|" : "\n");
    }
    out.emplace_back("materials", std::move(materials));
    std::string steps;
    for (const Step step : kSteps)
        steps += std::string(name(step)) + ' ' + std::to_string(item.limit(step).statutoryDays) + '/'
            + std::to_string(item.limit(step).promisedDays) + '\n';
    out.emplace_back("steps", std::move(steps));
    return out;
}

} // namespace tongban::permit
