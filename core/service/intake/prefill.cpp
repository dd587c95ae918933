// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/prefill.h"

#include "core/base/byte_source.h"
#include "core/base/canonical_json.h"
#include "core/base/csv.h"
#include "core/base/digest.h"
#include "core/base/identifier.h"
#include "core/service/registers/registers.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace tongban::service {

namespace {

/// One line of the table.
struct PrefillRule {
    std::string formField;
    std::string source;
    std::string record;
    std::string recordField;
    std::string key; ///< "applicant.id", or a field of the form.
};

Result<std::vector<PrefillRule>> readRules(const std::filesystem::path &file)
{
    FileSource source = TRY(FileSource::open(file));
    CsvReader reader(source);
    std::vector<PrefillRule> rules;
    CsvRecord record;
    bool isHeader = true;
    while (TRY(reader.next(record))) {
        if (record.problem != CsvProblem::None || record.fields.size() != 5)
            return fail(ErrorCode::InvalidInput,
                        "prefill.csv line " + std::to_string(record.line) + " has not five cells");
        if (!std::exchange(isHeader, false))
            rules.push_back(
                {record.fields[0], record.fields[1], record.fields[2], record.fields[3], record.fields[4]});
    }
    return rules;
}

std::string keyOf(const CounterEntry &entry, const std::string &name)
{
    if (name == "applicant.id")
        return normalizedIdentifier(entry.id);
    const auto field = std::ranges::find(entry.fields, name, &permit::FormField::name);
    return field == entry.fields.end() ? std::string() : normalizedIdentifier(field->value.text());
}

std::string textOf(const nlohmann::json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : std::string();
}

/// The value of a field of the entry as it would be stored.
std::string valueOf(const CounterEntry &entry, const std::string &name)
{
    if (name == "applicant.name")
        return entry.name;
    const auto field = std::ranges::find(entry.fields, name, &permit::FormField::name);
    return field == entry.fields.end() ? std::string() : std::string(field->value.text());
}

} // namespace

Result<std::vector<CounterPrefill>> prefillOf(Workspace &workspace, const CounterEntry &entry,
                                              const std::vector<CounterField> &form)
{
    std::vector<CounterPrefill> prefill;
    const Resources &resources = workspace.resources();
    for (const PrefillRule &rule : TRY(readRules(resources.folder / "registers" / "prefill.csv"))) {
        const bool isOnForm = rule.formField == "applicant.name"
            || std::ranges::find(form, rule.formField, &CounterField::name) != form.end();
        const approval::EvidenceRecord *known = resources.dictionary.record(rule.source, rule.record);
        const std::string key = keyOf(entry, rule.key);
        if (!isOnForm || known == nullptr || key.empty())
            continue;
        const auto answer = registerRecord(workspace, rule.source, rule.record, key);
        if (!answer || !*answer)
            continue;
        const auto record = parseJson((*answer)->first);
        const std::string value =
            record ? textOf(record->value(rule.recordField, nlohmann::json())) : std::string();
        if (value.empty())
            continue;
        prefill.push_back({{rule.formField, rule.source, rule.record, (*answer)->second,
                            sha256((*answer)->first).hex(), value},
                           known->sourceZh + " · " + known->zh,
                           known->sourceEn + " · " + known->en});
    }
    return prefill;
}

std::string openingDetail(const CounterEntry &entry)
{
    nlohmann::json sources = nlohmann::json::object();
    for (const CounterSource &source : entry.sources) {
        nlohmann::json told{{"source", source.source},
                            {"record", source.record},
                            {"as_of", isoDate(source.asOf)},
                            {"digest", source.digest}};
        if (valueOf(entry, source.field) != source.value)
            told["was"] = source.value;
        sources[source.field] = std::move(told);
    }
    nlohmann::json asked = nlohmann::json::object();
    for (const auto &[material, reason] : entry.paperAsked)
        asked[std::to_string(material)] = reason;
    nlohmann::json detail = nlohmann::json::object();
    if (!sources.empty())
        detail["sources"] = std::move(sources);
    if (!asked.empty())
        detail["paper_asked"] = std::move(asked);
    const auto text = canonicalJson(detail);
    return detail.empty() || !text ? std::string() : *text;
}

} // namespace tongban::service
