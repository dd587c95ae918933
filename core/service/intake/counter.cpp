// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/counter.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/permit/application_reader.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/intake/counter_text.h"
#include "core/service/intake/intake.h"
#include "core/service/intake/prefill.h"
#include "core/service/registers/registers.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <set>

namespace tongban::service {

namespace {

CounterItem counterItem(const permit::Item &item)
{
    return {item.code, item.nameZh, item.nameEn, item.level};
}

/// The form of an item: what its rules ask the applicant, and the keys by which they ask registers.
std::vector<CounterField> fieldsOf(const approval::Manifest &manifest,
                                   const approval::EvidenceDictionary &dictionary)
{
    std::vector<CounterField> fields;
    std::set<std::string> known;
    const auto add = [&](const std::string &name) {
        const approval::EvidenceField *field = dictionary.formField(name);
        if (field != nullptr && known.insert(name).second)
            fields.push_back({field->name, field->zh, field->en, field->type, field->words});
    };
    for (const approval::FactDefinition &fact : manifest.facts) {
        if (fact.origin == approval::FactOrigin::Application)
            add(fact.field);
        else if (fact.origin == approval::FactOrigin::Register)
            add(fact.key);
    }
    return fields;
}

std::vector<CounterDistrict> districtsOf(const permit::Catalogue &catalogue, const permit::Item &item)
{
    std::vector<CounterDistrict> districts;
    for (const permit::Hall &hall : catalogue.halls())
        if (hall.level == permit::ItemLevel::District || item.level == permit::ItemLevel::City)
            districts.push_back({hall.district, hall.nameZh, hall.nameEn});
    std::ranges::sort(districts, {}, &CounterDistrict::code);
    return districts;
}

Result<const permit::Item *> openItem(Workspace &workspace, std::string_view code)
{
    const Date today = officialDate(workspace.clock().now());
    const permit::Item *item = workspace.catalogue().item(code, today);
    if (item == nullptr || permit::refusesNewCases(*item, today))
        return fail(ErrorCode::NotFound, "the item " + std::string(code) + " takes no cases today");
    return item;
}

/// Which registers the documents of the item come from, and what they say about this applicant.
Result<std::vector<CounterRecord>> recordsOf(Workspace &workspace, const permit::Item &item,
                                             const permit::Application &application)
{
    std::vector<CounterRecord> records;
    std::set<std::string> asked;
    for (const permit::Material &material : item.materials) {
        const std::size_t dot = material.evidence.find('.');
        if (dot == std::string::npos || !asked.insert(material.evidence).second)
            continue;
        CounterRecord line;
        line.source = material.evidence.substr(0, dot);
        line.record = material.evidence.substr(dot + 1);
        const approval::EvidenceRecord *known =
            workspace.resources().dictionary.record(line.source, line.record);
        if (known == nullptr)
            continue;
        line.nameZh = known->sourceZh + " · " + known->zh;
        line.nameEn = known->sourceEn + " · " + known->en;
        const auto answer = registerRecord(workspace, line.source, line.record, application.applicant.id);
        // A register that is not imported, or contradicts itself, says nothing, which is not "no record".
        if (!answer)
            continue;
        if (*answer) {
            line.found = true;
            line.asOf = (*answer)->second;
            line.holderName = nameInRecord((*answer)->first);
            records.push_back(std::move(line));
        }
    }
    return records;
}

Result<std::vector<CaseLine>> earlierCases(Workspace &workspace, const permit::Application &application)
{
    constexpr int kMostShown = 20;
    CaseQuery query;
    query.applicantId = application.applicant.id;
    query.limit = kMostShown;
    std::vector<CaseLine> lines = TRY(listCases(workspace, query));
    std::erase_if(lines, [&](const CaseLine &line) {
        const auto state = permit::parseState(line.state);
        return line.item != application.item || !state || workspace.resources().workflow->isFinal(*state);
    });
    return lines;
}

std::vector<int> paperWithoutReason(const CounterEntry &entry)
{
    std::vector<int> numbers;
    for (const auto &[material, reason] : entry.paperAsked)
        if (trimmed(reason).empty())
            numbers.push_back(material);
    return numbers;
}

/// Days on which something has happened already: a later one is a slip of the hand while somebody is there to
/// put it right. What comes in by file goes to the rules as it is. Others, such as the end of a business, may
/// be to come.
void lookForDaysToCome(const CounterEntry &entry, Date today, permit::ReadApplication &read)
{
    for (const permit::FormField &field : entry.fields) {
        if (field.name != "deregistered_on"
            && !(field.name.starts_with("last_") && field.name.ends_with("_on")))
            continue;
        const auto day = parseIsoDate(halfWidth(trimmed(field.value.text())));
        if (!day || *day <= today)
            continue;
        read.problems.push_back(
            {"fields." + field.name, permit::IntakeReason::InFuture, "lies in the future"});
        read.application.reset();
    }
}

permit::ReadApplication readEntry(Workspace &workspace, const CounterEntry &entry, std::string &text)
{
    const Timestamp now = workspace.clock().now();
    text = applicationText(entry, now);
    permit::ApplicationReader reader;
    permit::ReadApplication read = reader.readJsonLine(text, {workspace.catalogue(), now});
    lookForDaysToCome(entry, officialDate(now), read);
    return read;
}

} // namespace

Result<std::vector<CounterItem>> counterItems(Workspace &workspace)
{
    const Date today = officialDate(workspace.clock().now());
    std::vector<CounterItem> items;
    for (const permit::Item &item : workspace.catalogue().items())
        if (item.isInForce(today) && !permit::refusesNewCases(item, today))
            items.push_back(counterItem(item));
    return items;
}

Result<CounterForm> counterForm(Workspace &workspace, std::string_view code)
{
    const permit::Item &item = *TRY(openItem(workspace, code));
    CounterForm form;
    form.item = counterItem(item);
    form.version = item.version;
    form.legalBasis = item.legalBasis;
    form.promisedDays = item.promisedDays;
    form.materials = item.materials;
    form.districts = districtsOf(workspace.catalogue(), item);
    form.promiseOffered = item.promiseAllowed && !item.safetyRelated;
    form.conditionalOffered = std::ranges::any_of(item.materials, [](const permit::Material &material) {
        return material.importance == permit::Importance::Minor;
    });
    const Resources &resources = workspace.resources();
    const auto rules = resources.ruleSets->inForce(item.ruleSet, officialDate(workspace.clock().now()));
    if (rules)
        form.fields = fieldsOf(rules->manifest(), resources.dictionary);
    return form;
}

Result<CounterCheck> checkEntry(Workspace &workspace, const CounterEntry &entry)
{
    std::string text;
    permit::ReadApplication read = readEntry(workspace, entry, text);
    CounterCheck check;
    check.problems = std::move(read.problems);
    check.paperWithoutReason = paperWithoutReason(entry);
    if (const auto form = counterForm(workspace, entry.item))
        check.prefill = TRY(prefillOf(workspace, entry, form->fields));
    if (!read.application)
        return check;
    check.earlier = TRY(earlierCases(workspace, *read.application));
    const permit::Item &item = *TRY(openItem(workspace, read.application->item));
    check.records = TRY(recordsOf(workspace, item, *read.application));
    return check;
}

Result<CounterIntake> takeInEntry(Workspace &workspace, const CounterEntry &entry, const std::string &account)
{
    std::string text;
    permit::ReadApplication read = readEntry(workspace, entry, text);
    CounterIntake taken;
    taken.problems = std::move(read.problems);
    taken.paperWithoutReason = paperWithoutReason(entry);
    if (!read.application || !taken.paperWithoutReason.empty())
        return taken;
    // A file of one line: the entry goes through the door of all files, with its batch, its check and its
    // record, and a program killed in between finds it there.
    storage::CaseStore &cases = workspace.parts().store->cases();
    if (!TRY(cases.findExternal("window", read.application->externalNo))) {
        const auto folder = workspace.folder() / "intake";
        std::error_code failed;
        std::filesystem::create_directories(folder, failed);
        const auto file = folder / ("window-" + sha256(text).hex().substr(0, 16) + ".jsonl");
        TRY(replaceFile(file, text + '\n'));
        IntakeOptions options;
        options.enteredBy = account;
        options.openingDetail = openingDetail(entry);
        const IntakeReport report = TRY(takeIn(workspace, file, options));
        std::filesystem::remove(file, failed);
        if (report.accepted + report.repeated != 1)
            return fail(ErrorCode::Conflict,
                        "the entry was set aside by the intake; see " + report.quarantineFile.string());
    }
    const auto no = TRY(cases.findExternal("window", read.application->externalNo));
    if (!no)
        return fail(ErrorCode::Internal, "an entry that was taken in is not there");
    const storage::StoredCase stored = TRY(cases.byNo(*no));
    taken.serial = stored.record.serial;
    if (stored.record.duplicateOf)
        taken.duplicateOf = TRY(serialOf(*workspace.parts().store, *stored.record.duplicateOf));
    return taken;
}

} // namespace tongban::service
