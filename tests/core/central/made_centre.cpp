// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/central/made_centre.h"

#include "core/central/access.h"
#include "core/central/schema.h"
#include "core/permit/catalogue_loader.h"
#include "tests/support/paths.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace tongban;
using namespace tongban::central;

namespace tests::central {

namespace {

template <typename Value>
Value must(Result<Value> result)
{
    if (!result) {
        std::fprintf(stderr, "the centre could not be made: %s\n", result.error().detail.c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

} // namespace

MadeCentre::MadeCentre()
{
    Connection administrator = must(Connection::open(m_server.text()));
    must(migrate(administrator));
    const auto read = [](const std::string &name) {
        return tests::readFile(tests::sourcePath("resources/" + name));
    };
    const auto workflow = permit::Workflow::load(
        {read("workflow/workflow.csv"), read("workflow/states.csv"), read("workflow/roles.csv")});
    permit::CatalogueTexts texts;
    for (const auto &file : permit::kCatalogueFiles)
        texts.*file.text = read("catalogue/" + std::string(file.name));
    const auto catalogue = permit::loadCatalogue(texts);
    must(publishRules(administrator, {*workflow.workflow, *catalogue.catalogue, Digest()}));
}

Uuid MadeCentre::admit(const std::string &login, const std::vector<std::string> &roles)
{
    Connection administrator = must(Connection::open(m_server.text()));
    SystemRandom random;
    const Uuid device = Uuid::v7(fromUnixMilliseconds(1'790'000'000'000), random);
    must(addAccount(administrator, {login, login, AccountKind::Person, {}}));
    for (const std::string &role : roles)
        must(grantRight(administrator, {login, role, kDistrict, {}}));
    must(enrolDevice(administrator, login, device));
    return device;
}

void MadeCentre::endRights(const std::string &login)
{
    Connection administrator = must(Connection::open(m_server.text()));
    must(revokeRights(administrator, login, {}, {}));
}

} // namespace tests::central
