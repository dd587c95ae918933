// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_tables.h"

#include "core/permit/catalogue_columns.h"
#include "core/permit/table_reader.h"

namespace tongban::permit {

namespace {

using Problems = std::vector<TableProblem>;

constexpr int kMostVersions = 9999;
constexpr int kMostMaterials = 99;
/// The longest limit that a licensing law sets is counted in months; more than this is a slip of the key.
constexpr int kMostDays = 365;

void readFields(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("fields.csv", texts.fields, kFieldColumns, problems);
    while (table.next())
        tables.fields.push_back(
            {{table.text(0), table.text(1), table.text(2)}, table.line(), table.isSound()});
    tables.complete = tables.complete && table.isComplete();
}

AutomaticOutcomes readOutcomes(TableReader &table, std::size_t column)
{
    AutomaticOutcomes outcomes;
    for (const std::string_view part : table.list(column)) {
        if (const auto outcome = parseAutomaticOutcome(part))
            outcomes.add(*outcome);
        else
            table.complain(column, "has a value that is not known here");
    }
    return outcomes;
}

Item readItem(TableReader &table)
{
    Item item;
    item.code = table.text(0);
    if (!item.code.empty() && !isItemCode(item.code))
        table.complain(0, "has to be two capital letters, a hyphen and three digits");
    item.version = table.number(1, 1, kMostVersions);
    item.effectiveFrom = table.date(2);
    item.effectiveTo = table.optionalDate(3);
    item.field = table.text(4);
    item.nameZh = table.text(5);
    item.nameEn = table.text(6);
    item.level = table.choice(7, parseItemLevel, ItemLevel::City);
    item.status = table.choice(8, parseItemStatus, ItemStatus::Active);
    item.statusSince = table.optionalDate(9);
    item.statusBasis = table.optionalText(10);
    item.powerEntry = table.text(11);
    item.legalBasis = table.text(12);
    item.organisation = table.text(13);
    item.statutoryDays = table.number(14, 0, kMostDays);
    item.promisedDays = table.number(15, 0, kMostDays);
    item.visitsAllowed = table.number(16, 0, 1);
    item.courier = table.yesNo(17);
    item.area = table.optionalText(18);
    item.ruleSet = table.optionalText(19);
    item.automaticOutcomes = readOutcomes(table, 20);
    item.safetyRelated = table.yesNo(21);
    item.promiseAllowed = table.yesNo(22);
    item.limitedQuota = table.yesNo(23);
    item.jointHandling = table.yesNo(24);
    item.expertReview = table.yesNo(25);
    return item;
}

void readItems(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("items.csv", texts.items, kItemColumns, problems);
    while (table.next()) {
        Item item = readItem(table);
        tables.items.push_back({std::move(item), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readMaterials(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("materials.csv", texts.materials, kMaterialColumns, problems);
    while (table.next()) {
        MaterialRow row;
        row.item = table.text(0);
        row.version = table.number(1, 1, kMostVersions);
        row.material.no = table.number(2, 1, kMostMaterials);
        row.material.nameZh = table.text(3);
        row.material.nameEn = table.text(4);
        row.material.mode = table.choice(5, parseSourceMode, SourceMode::Upload);
        row.material.importance = table.choice(6, parseImportance, Importance::Main);
        row.material.evidence = table.optionalText(7);
        tables.materials.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readSteps(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("steps.csv", texts.steps, kStepColumns, problems);
    while (table.next()) {
        StepRow row;
        row.item = table.text(0);
        row.version = table.number(1, 1, kMostVersions);
        row.step = table.choice(2, parseStep, Step::Accept);
        row.limit.statutoryDays = table.number(3, 0, kMostDays);
        row.limit.promisedDays = table.number(4, 0, kMostDays);
        tables.steps.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readOrganisations(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("organisations.csv", texts.organisations, kOrganisationColumns, problems);
    while (table.next()) {
        Organisation row;
        row.code = table.text(0);
        row.nameZh = table.text(1);
        row.nameEn = table.text(2);
        row.kind = table.choice(3, parseOrganisationKind, OrganisationKind::Bureau);
        row.district = table.district(4);
        tables.organisations.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readHalls(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("halls.csv", texts.halls, kHallColumns, problems);
    while (table.next()) {
        Hall row;
        row.code = table.text(0);
        row.nameZh = table.text(1);
        row.nameEn = table.text(2);
        row.level = table.choice(3, parseItemLevel, ItemLevel::City);
        row.district = table.district(4);
        tables.halls.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readWindows(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("windows.csv", texts.windows, kWindowColumns, problems);
    while (table.next()) {
        Window row{table.text(0), table.text(1), {}};
        for (const std::string_view field : table.list(2))
            row.fields.emplace_back(field);
        if (table.cell(2).empty())
            table.complain(2, "is empty");
        tables.windows.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

void readDelegations(const CatalogueTexts &texts, Problems &problems, CatalogueTables &tables)
{
    TableReader table("delegations.csv", texts.delegations, kDelegationColumns, problems);
    while (table.next()) {
        Delegation row;
        row.power = table.text(0);
        row.item = table.text(1);
        row.from = table.text(2);
        row.to = table.text(3);
        if (!table.cell(4).empty())
            row.district = table.district(4);
        row.fromDate = table.date(5);
        row.toDate = table.optionalDate(6);
        row.basis = table.text(7);
        tables.delegations.push_back({std::move(row), table.line(), table.isSound()});
    }
    tables.complete = tables.complete && table.isComplete();
}

} // namespace

CatalogueTables readTables(const CatalogueTexts &texts, std::vector<TableProblem> &problems)
{
    CatalogueTables tables;
    readFields(texts, problems, tables);
    readOrganisations(texts, problems, tables);
    readHalls(texts, problems, tables);
    readWindows(texts, problems, tables);
    readItems(texts, problems, tables);
    readMaterials(texts, problems, tables);
    readSteps(texts, problems, tables);
    readDelegations(texts, problems, tables);
    return tables;
}

} // namespace tongban::permit
