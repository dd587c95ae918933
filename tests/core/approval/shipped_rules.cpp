// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/approval/shipped_rules.h"

#include "core/permit/catalogue_loader.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <cstdlib>
#include <string>

using namespace tongban;

namespace tests {

namespace {

[[noreturn]] void giveUp(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::abort();
}

} // namespace

approval::EvidenceDictionary shippedDictionary()
{
    auto dictionary =
        approval::EvidenceDictionary::parse(readFile(sourcePath("resources/registers/dictionary.json")));
    if (!dictionary)
        giveUp(dictionary.error().detail);
    return *std::move(dictionary);
}

approval::RuleSetLibrary shippedRules()
{
    auto loading = approval::RuleSetLibrary::loadFolder(sourcePath("resources/models"), shippedDictionary());
    if (!loading)
        giveUp(loading.error().detail);
    if (!loading->problems.empty())
        giveUp(loading->problems.front().text());
    return std::move(loading->library);
}

std::shared_ptr<const permit::Catalogue> shippedCatalogue()
{
    permit::CatalogueTexts texts;
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        texts.*(file.text) = readFile(sourcePath("resources/catalogue/" + std::string(file.name)));
    permit::CatalogueLoad load = permit::loadCatalogue(texts);
    if (!load.catalogue)
        giveUp("the shipped catalogue has a problem");
    return load.catalogue;
}

} // namespace tests
