// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/catalogue_loader.h"

#include "core/permit/catalogue_tables.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tongban::permit {

class CatalogueBuilder
{
public:
    static std::shared_ptr<const Catalogue> build(CatalogueTables &&tables, const Digest &digest)
    {
        std::shared_ptr<Catalogue> catalogue(new Catalogue);
        catalogue->m_fields = values(std::move(tables.fields));
        catalogue->m_items = values(std::move(tables.items));
        catalogue->m_organisations = values(std::move(tables.organisations));
        catalogue->m_halls = values(std::move(tables.halls));
        catalogue->m_windows = values(std::move(tables.windows));
        catalogue->m_delegations = values(std::move(tables.delegations));
        catalogue->m_digest = digest;
        std::ranges::sort(catalogue->m_items, {},
                          [](const Item &item) { return std::tie(item.code, item.version); });
        std::ranges::stable_sort(catalogue->m_delegations, {}, &Delegation::item);
        for (const auto &[row, line, sound] : tables.materials)
            itemOf(*catalogue, row.item, row.version).materials.push_back(row.material);
        for (const auto &[row, line, sound] : tables.steps)
            itemOf(*catalogue, row.item, row.version).steps[static_cast<int>(row.step)] = row.limit;
        for (Item &item : catalogue->m_items)
            std::ranges::sort(item.materials, {}, &Material::no);
        catalogue->index();
        return catalogue;
    }

private:
    template <typename T>
    static std::vector<T> values(std::vector<Lined<T>> &&rows)
    {
        std::vector<T> out;
        out.reserve(rows.size());
        for (Lined<T> &row : rows)
            out.push_back(std::move(row.value));
        return out;
    }

    /// The checks have made sure that it is there.
    static Item &itemOf(Catalogue &catalogue, const std::string &code, int version)
    {
        return *std::ranges::lower_bound(catalogue.m_items, std::tie(code, version), {},
                                         [](const Item &item) { return std::tie(item.code, item.version); });
    }
};

namespace {

/// Name and text of each file in turn, each after its length, so that no text can pass for another file's.
Digest digestOf(const CatalogueTexts &texts)
{
    Digester digester;
    for (const CatalogueFile &file : kCatalogueFiles) {
        const std::string &text = texts.*file.text;
        digester.add(std::string(file.name) + ' ' + std::to_string(text.size()) + '\n');
        digester.add(text);
    }
    return digester.finish();
}

} // namespace

CatalogueLoad loadCatalogue(const CatalogueTexts &texts)
{
    CatalogueLoad load;
    CatalogueTables tables = readTables(texts, load.problems);
    // A table that could not be read makes every reference into it look wrong; that would bury what is to be
    // repaired.
    if (tables.complete)
        checkTables(tables, load.problems);
    if (load.problems.empty())
        load.catalogue = CatalogueBuilder::build(std::move(tables), digestOf(texts));
    std::ranges::stable_sort(
        load.problems, {}, [](const TableProblem &problem) { return std::tie(problem.file, problem.line); });
    return load;
}

} // namespace tongban::permit
