// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any text as one of the tables that an administrator keeps, the others sound: a load gives a table or
// says what is wrong and where.

#include "core/permit/catalogue_loader.h"
#include "core/permit/legal_limits.h"
#include "core/permit/time_light.h"
#include "core/permit/workflow.h"
#include "tests/core/permit/permit_fixture.h"
#include "tests/fuzz/fuzz_support.h"

#include <functional>
#include <string>
#include <vector>

using namespace tongban;
using namespace tongban::permit;
using tongban::fuzz::require;

namespace {

template <typename Load>
void checkLoad(bool isLoaded, const Load &load, std::string_view text)
{
    require(isLoaded == load.problems.empty());
    require(load.problems.size() <= kMostTableProblems);
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const TableProblem &problem : load.problems) {
        require(!problem.reason.empty() && !problem.file.empty() && !describe(problem).empty());
        require(problem.line >= 0 && (problem.line <= lines || problem.line <= 20'000));
    }
}

/// One table: a sound text, by whose first line it is recognised, and how it is loaded.
struct TableKind {
    std::string sound;
    std::function<void(const std::string &)> load;
};

std::vector<TableKind> tableKinds()
{
    std::vector<TableKind> kinds;
    const CatalogueTexts catalogue = tests::permit::smallCatalogue();
    for (const CatalogueFile &file : kCatalogueFiles)
        kinds.push_back({catalogue.*file.text, [catalogue, file](const std::string &text) {
                             CatalogueTexts texts = catalogue;
                             texts.*file.text = text;
                             const CatalogueLoad load = loadCatalogue(texts);
                             checkLoad(load.catalogue != nullptr, load, text);
                         }});
    WorkflowTexts workflow{fuzz::shippedFile("resources/workflow/workflow.csv"),
                           fuzz::shippedFile("resources/workflow/states.csv"),
                           fuzz::shippedFile("resources/workflow/roles.csv")};
    for (std::string WorkflowTexts::*part :
         {&WorkflowTexts::workflow, &WorkflowTexts::states, &WorkflowTexts::roles})
        kinds.push_back({workflow.*part, [workflow, part](const std::string &text) {
                             WorkflowTexts texts = workflow;
                             texts.*part = text;
                             const WorkflowLoad load = Workflow::load(texts);
                             checkLoad(load.workflow != nullptr, load, text);
                         }});
    kinds.push_back({fuzz::shippedFile("resources/workflow/limits.csv"), [](const std::string &text) {
                         const auto load = LegalLimits::load(text);
                         checkLoad(load.limits != nullptr, load, text);
                     }});
    kinds.push_back({fuzz::shippedFile("resources/workflow/lights.csv"), [](const std::string &text) {
                         const auto load = LightRules::load(text);
                         checkLoad(load.lights != nullptr, load, text);
                     }});
    return kinds;
}

std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::vector<TableKind> kinds = tableKinds();
    const std::string text(fuzz::textOf(data, size));
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&text](const TableKind &kind) {
        return firstLine(kind.sound) == firstLine(text);
    });
    // What has no known header is some table with a wrong one.
    (known == kinds.end() ? kinds[size % kinds.size()] : *known).load(text);
    return 0;
}
