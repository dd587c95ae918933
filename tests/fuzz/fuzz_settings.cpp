// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as the JSON files that come with a workspace: manifests, dictionaries, calendars, agencies.

#include "core/approval/evidence_dictionary.h"
#include "core/approval/manifest.h"
#include "core/base/calendar.h"
#include "core/storage/register_dictionary.h"
#include "tests/fuzz/fuzz_support.h"

#include <array>
#include <set>
#include <vector>

using namespace tongban;
using tongban::fuzz::require;

namespace {

void checkManifest(std::string_view text)
{
    std::vector<approval::RuleSetProblem> problems;
    const approval::Manifest manifest = approval::readManifest(text, "1.json", problems);
    for (const approval::RuleSetProblem &problem : problems)
        require(!problem.text().empty());
    if (!problems.empty())
        return;
    require(!manifest.code.empty() && manifest.version > 0 && !manifest.facts.empty());
    std::set<std::string> names;
    for (const approval::FactDefinition &fact : manifest.facts)
        require(!fact.name.empty() && names.insert(fact.name).second);
    if (manifest.status == approval::PublicationStatus::Published)
        require(!manifest.signedBy.empty() && !manifest.impactAssessment.empty());
}

void checkDictionary(std::string_view text)
{
    const auto dictionary = storage::RegisterDictionary::parse(text);
    if (!dictionary)
        return;
    for (const storage::RegisterRecord &record : dictionary->records())
        require(dictionary->find(record.source, record.record) == &record);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    checkManifest(text);
    checkDictionary(text);
    static_cast<void>(approval::EvidenceDictionary::parse(text));
    const std::array<std::string, 1> years{std::string(text)};
    static_cast<void>(parseCalendar(years));
    return 0;
}
