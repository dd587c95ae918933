// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/scenario.h"

#include "core/demo/scenario_reader.h"
#include "core/demo/table.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace tongban::demo {

namespace {

bool parseNumber(const std::string &text, std::uint64_t &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

Result<NameBook> readNames(const std::filesystem::path &path)
{
    const Table table = TRY(Table::read(path, {"kind", "text"}));
    NameBook book;
    const std::map<std::string, std::vector<std::string> *> lists = {{"surname", &book.surnames},
                                                                     {"first", &book.firstSyllables},
                                                                     {"second", &book.secondSyllables},
                                                                     {"brand", &book.brands},
                                                                     {"trade", &book.trades}};
    for (const Table::Row &row : table.rows()) {
        const auto found = lists.find(table.cell(row, 0));
        if (found == lists.end() || table.cell(row, 1).empty())
            return table.problem(row, "unknown kind of name, or no text");
        found->second->push_back(table.cell(row, 1));
    }
    if (!book.complete())
        return fail(ErrorCode::InvalidInput, path.filename().string() + ": a kind of name has no entry");
    return book;
}

struct CatalogueItem {
    std::string ruleSet;
    bool districtLevel = false;
    std::vector<std::pair<std::string, ItemVersion>> versions;
};

Result<> readVersions(const std::filesystem::path &path, std::map<std::string, CatalogueItem> &items,
                      std::string &cancelled)
{
    const Table table = TRY(Table::read(
        path, {"code", "version", "effective_from", "effective_to", "level", "status", "rule_set"}));
    for (const Table::Row &row : table.rows()) {
        const std::string &code = table.cell(row, 0);
        if (table.cell(row, 5) == "cancelled")
            cancelled = code;
        if (table.cell(row, 5) != "active")
            continue;
        CatalogueItem &item = items[code];
        item.districtLevel = table.cell(row, 4) == "district";
        item.ruleSet = table.cell(row, 6);
        ItemVersion version;
        version.from = TRY(parseIsoDate(table.cell(row, 2)));
        version.to = table.cell(row, 3).empty() ? Date::max() : TRY(parseIsoDate(table.cell(row, 3)));
        item.versions.emplace_back(table.cell(row, 1), version);
    }
    return {};
}

Result<> readMaterials(const std::filesystem::path &path, std::map<std::string, CatalogueItem> &items)
{
    const Table table = TRY(Table::read(path, {"item", "version", "no", "mode", "importance"}));
    for (const Table::Row &row : table.rows()) {
        const auto item = items.find(table.cell(row, 0));
        if (item == items.end())
            continue;
        for (auto &[name, version] : item->second.versions) {
            if (name != table.cell(row, 1))
                continue;
            ++version.materials;
            if (version.mainUpload == 0 && table.cell(row, 3) == "upload" && table.cell(row, 4) == "main")
                version.mainUpload = version.materials;
        }
    }
    return {};
}

} // namespace

const ItemVersion &ItemPlan::versionOn(Date day) const
{
    const auto found = std::find_if(versions.begin(), versions.end(), [&](const ItemVersion &version) {
        return version.from <= day && day <= version.to;
    });
    return found == versions.end() ? versions.back() : *found;
}

Result<Scenario> Scenario::read(const std::filesystem::path &resources)
{
    Scenario scenario;
    scenario.names = TRY(readNames(resources / "demo" / "names.csv"));
    scenario.registers = TRY(RegisterLayout::read(resources / "registers" / "dictionary.json"));
    std::map<std::string, CatalogueItem> catalogue;
    TRY(readVersions(resources / "catalogue" / "items.csv", catalogue, scenario.cancelledItem));
    TRY(readMaterials(resources / "catalogue" / "materials.csv", catalogue));
    if (scenario.cancelledItem.empty())
        return fail(ErrorCode::InvalidInput, "items.csv: there is no cancelled item to make a bad line with");

    ScenarioReader reader(scenario.registers, scenario.variables);
    TRY(reader.open(resources / "demo"));
    const Table mix =
        TRY(Table::read(resources / "demo" / "mix.csv", {"item", "profile", "weight", "clean_percent"}));
    for (const Table::Row &row : mix.rows()) {
        ItemPlan item;
        item.code = mix.cell(row, 0);
        const auto known = catalogue.find(item.code);
        if (known == catalogue.end())
            return mix.problem(row, "the catalogue has no such active item");
        item.automatic = !known->second.ruleSet.empty();
        item.profileName = item.automatic ? known->second.ruleSet : mix.cell(row, 1);
        item.districtLevel = known->second.districtLevel;
        for (const auto &[name, version] : known->second.versions)
            item.versions.push_back(version);
        if (!parseNumber(mix.cell(row, 2), item.weight) || item.weight == 0
            || !parseNumber(mix.cell(row, 3), item.cleanPercent) || item.cleanPercent > 100)
            return mix.problem(row, "the weight must be above 0 and the share between 0 and 100");
        item.profile = TRY(reader.profile(item.profileName, item.code));
        scenario.totalWeight += item.weight;
        scenario.items.push_back(std::move(item));
    }
    if (scenario.items.empty())
        return fail(ErrorCode::InvalidInput, "mix.csv: no item");
    return scenario;
}

} // namespace tongban::demo
