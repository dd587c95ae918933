// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/intake_properties.h"

#include "core/base/canonical_json.h"
#include "core/base/credit_code.h"
#include "core/base/resident_id.h"
#include "core/base/text.h"
#include "core/permit/catalogue_loader.h"
#include "tests/fuzz/fuzz_support.h"

#include <nlohmann/json.hpp>

namespace tongban::fuzz {

namespace {

using permit::Application;

std::shared_ptr<const permit::Catalogue> loadShipped()
{
    permit::CatalogueTexts texts;
    for (const permit::CatalogueFile &file : permit::kCatalogueFiles)
        texts.*file.text = shippedFile("resources/catalogue/" + std::string(file.name));
    permit::CatalogueLoad load = permit::loadCatalogue(texts);
    require(load.problems.empty());
    return load.catalogue;
}

void checkParty(const permit::Party &party, Date day)
{
    require(!party.name.empty() && !hasControlCharacters(party.name));
    const auto problem = party.kind == permit::ApplicantKind::Person ? ResidentId::check(party.id, day)
                                                                     : CreditCode::check(party.id);
    require(!problem);
}

void checkAccepted(const Application &application)
{
    const permit::IntakeContext context = intakeContext();
    require(!application.externalNo.empty() && !hasControlCharacters(application.externalNo));
    require(application.receivedAt <= context.now + std::chrono::minutes(5));
    require(context.catalogue.knowsDistrict(application.district));
    const permit::Item *item = context.catalogue.item(application.item, application.receivedOn());
    require(item && !permit::refusesNewCases(*item, application.receivedOn()));
    checkParty(application.applicant, application.receivedOn());
    if (application.agent)
        checkParty(*application.agent, application.receivedOn());
    for (std::size_t i = 1; i < application.fields.size(); ++i)
        require(application.fields[i - 1].name < application.fields[i].name);
    for (std::size_t i = 1; i < application.materials.size(); ++i)
        require(application.materials[i - 1].no < application.materials[i].no);
}

void checkStored(const Application &application, permit::ApplicationReader &reader)
{
    const std::string stored = permit::canonicalText(application);
    require(parseJson(stored).has_value());
    const auto back = reader.readStored(stored);
    require(back && *back == application && permit::canonicalText(*back) == stored);
    const permit::ReadApplication again = reader.readJsonLine(stored, intakeContext());
    require(again.problems.empty() && again.application == application);
    require(permit::caseId(*again.application) == permit::caseId(application));
}

} // namespace

const permit::Catalogue &shippedCatalogue()
{
    static const std::shared_ptr<const permit::Catalogue> catalogue = loadShipped();
    return *catalogue;
}

permit::IntakeContext intakeContext()
{
    return {shippedCatalogue(), *parseIsoTimestamp("2026-11-22T21:03:00+08:00")};
}

void checkRead(const permit::ReadApplication &read, permit::ApplicationReader &reader)
{
    require(read.application.has_value() == read.problems.empty());
    require(read.problems.size() <= permit::kMostIntakeProblems);
    for (const permit::IntakeProblem &problem : read.problems) {
        require(!problem.detail.empty() && !quotesAnIdentifier(problem.detail));
        require(!findInvalidUtf8(problem.field) && !hasControlCharacters(problem.field));
    }
    if (!read.application)
        return;
    checkAccepted(*read.application);
    checkStored(*read.application, reader);
}

} // namespace tongban::fuzz
