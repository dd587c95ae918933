// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/intake/counter_text.h"

#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using nlohmann::json;

json fieldsJson(const std::vector<permit::FormField> &fields)
{
    json out = json::object();
    for (const permit::FormField &field : fields) {
        switch (field.value.kind()) {
        case permit::FieldValue::Kind::Boolean: out[field.name] = field.value.text() == "true"; break;
        // The reader takes the digits as they stand; a number that is none is left to its complaint.
        case permit::FieldValue::Kind::Number:
        case permit::FieldValue::Kind::Text: out[field.name] = field.value.text(); break;
        }
    }
    return out;
}

/// A line that JSON cannot carry (broken text from a clipboard) becomes one it can; the reader then names it.
std::string written(const json &document)
{
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string textIn(const json &document, const char *member)
{
    const auto found = document.find(member);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

std::string applicationText(const CounterEntry &entry, Timestamp now)
{
    json applicant = {{"kind", permit::name(entry.kind)}, {"id", entry.id}, {"name", entry.name}};
    if (!entry.phone.empty())
        applicant["phone"] = entry.phone;
    json materials = json::array();
    for (const int no : entry.materials)
        materials.push_back({{"no", no}, {"provided", true}});
    json document = {{"channel", "window"},
                     {"external_no", entry.externalNo},
                     {"item", entry.item},
                     {"district", std::to_string(entry.district)},
                     {"received_at", isoTimestamp(now)},
                     {"applicant", std::move(applicant)},
                     {"fields", fieldsJson(entry.fields)},
                     {"materials", std::move(materials)}};
    if (entry.humanPlease)
        document["human_please"] = true;
    if (entry.promise)
        document["promise"] = true;
    if (entry.conditional)
        document["conditional"] = true;
    if (entry.stage != permit::Stage::Apply)
        document["stage"] = permit::name(entry.stage);
    return written(document);
}

std::string nameInRecord(const std::string &text)
{
    const auto record = parseJson(text);
    return record && record->is_object() ? textIn(*record, "name") : std::string();
}

std::string draftText(const CounterEntry &entry)
{
    json fields = json::object();
    for (const permit::FormField &field : entry.fields)
        fields[field.name] = {{"kind", static_cast<int>(field.value.kind())}, {"text", field.value.text()}};
    json sources = json::array();
    for (const CounterSource &source : entry.sources)
        sources.push_back({{"field", source.field},
                           {"source", source.source},
                           {"record", source.record},
                           {"as_of", isoDate(source.asOf)},
                           {"digest", source.digest},
                           {"value", source.value}});
    json asked = json::object();
    for (const auto &[material, reason] : entry.paperAsked)
        asked[std::to_string(material)] = reason;
    return written({{"version", 1},
                    {"external_no", entry.externalNo},
                    {"item", entry.item},
                    {"district", entry.district},
                    {"kind", permit::name(entry.kind)},
                    {"id", entry.id},
                    {"name", entry.name},
                    {"phone", entry.phone},
                    {"fields", std::move(fields)},
                    {"materials", entry.materials},
                    {"human_please", entry.humanPlease},
                    {"promise", entry.promise},
                    {"conditional", entry.conditional},
                    {"stage", permit::name(entry.stage)},
                    {"sources", std::move(sources)},
                    {"paper_asked", std::move(asked)}});
}

static void readOrigins(const json &document, CounterEntry &entry)
{
    const json sources = document.value("sources", json::array());
    for (const json &source : sources)
        if (const auto day = parseIsoDate(source.is_object() ? textIn(source, "as_of") : std::string()))
            entry.sources.push_back({textIn(source, "field"), textIn(source, "source"),
                                     textIn(source, "record"), *day, textIn(source, "digest"),
                                     textIn(source, "value")});
    const json asked = document.value("paper_asked", json::object());
    for (const auto &[material, reason] : asked.items())
        if (reason.is_string() && !material.empty()
            && material.find_first_not_of("0123456789") == std::string::npos && material.size() < 4)
            entry.paperAsked[std::stoi(material)] = reason.get<std::string>();
}

Result<CounterEntry> parseDraft(std::string_view text)
{
    const json document = TRY(parseJson(text));
    if (!document.is_object() || document.value("version", json()) != 1)
        return fail(ErrorCode::InvalidInput, "this is no draft of an entry");
    CounterEntry entry;
    entry.externalNo = textIn(document, "external_no");
    entry.item = textIn(document, "item");
    entry.id = textIn(document, "id");
    entry.name = textIn(document, "name");
    entry.phone = textIn(document, "phone");
    entry.kind = permit::parseApplicantKind(textIn(document, "kind")).value_or(permit::ApplicantKind::Person);
    if (document.contains("district") && document["district"].is_number_integer())
        entry.district = document["district"].get<int>();
    entry.humanPlease = document.value("human_please", json()) == true;
    entry.promise = document.value("promise", json()) == true;
    entry.conditional = document.value("conditional", json()) == true;
    entry.stage = permit::parseStage(textIn(document, "stage")).value_or(permit::Stage::Apply);
    readOrigins(document, entry);
    const json materials = document.value("materials", json::array());
    for (const json &no : materials)
        if (no.is_number_integer())
            entry.materials.push_back(no.get<int>());
    const json fields = document.value("fields", json::object());
    for (const auto &[name, value] : fields.items()) {
        if (!value.is_object() || !value.contains("kind") || !value["kind"].is_number_integer())
            continue;
        const std::string said = textIn(value, "text");
        switch (value["kind"].get<int>()) {
        case static_cast<int>(permit::FieldValue::Kind::Boolean):
            entry.fields.push_back({name, permit::FieldValue::fromBoolean(said == "true")});
            break;
        case static_cast<int>(permit::FieldValue::Kind::Number):
            entry.fields.push_back({name, permit::FieldValue::fromNumberText(said)});
            break;
        default: entry.fields.push_back({name, permit::FieldValue::fromText(said)});
        }
    }
    return entry;
}

} // namespace tongban::service
