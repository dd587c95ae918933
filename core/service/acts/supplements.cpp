// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/supplements.h"

#include "core/base/canonical_json.h"
#include "core/permit/workflow.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

using nlohmann::json;

permit::FieldValue valueOf(const json &value)
{
    if (value.is_boolean())
        return permit::FieldValue::fromBoolean(value.get<bool>());
    if (value.is_number_integer())
        return permit::FieldValue::fromNumberText(std::to_string(value.get<std::int64_t>()));
    return permit::FieldValue::fromText(value.is_string() ? value.get<std::string>() : std::string());
}

void setField(std::vector<permit::FormField> &fields, const permit::FormField &field)
{
    const auto place = std::ranges::lower_bound(fields, field.name, {}, &permit::FormField::name);
    if (place != fields.end() && place->name == field.name)
        *place = field;
    else
        fields.insert(place, field);
}

} // namespace

std::string supplementDetail(const Supplement &supplement)
{
    std::string out;
    CanonicalWriter w(out);
    w.beginObject();
    w.key("fields");
    w.beginObject();
    for (const permit::FormField &field : supplement.fields) {
        w.key(field.name);
        switch (field.value.kind()) {
        case permit::FieldValue::Kind::Text: w.string(field.value.text()); break;
        case permit::FieldValue::Kind::Number: w.numberText(field.value.text()); break;
        case permit::FieldValue::Kind::Boolean: w.boolean(field.value.text() == "true"); break;
        }
    }
    w.endObject();
    w.key("materials");
    w.beginArray();
    for (const int number : supplement.materials)
        w.number(number);
    w.endArray();
    w.endObject();
    return out;
}

Result<std::string> mergedDetail(std::string_view one, std::string_view other)
{
    if (one.empty() || other.empty())
        return std::string(one.empty() ? other : one);
    json merged = TRY(parseJson(one));
    merged.update(TRY(parseJson(other)));
    return canonicalJson(merged);
}

Supplement supplementsIn(std::span<const storage::StoredEvent> events)
{
    Supplement all;
    for (const storage::StoredEvent &event : events) {
        if (event.act != permit::name(permit::Act::Supplement))
            continue;
        const auto body = parseJson(event.body);
        if (!body || !body->contains("detail") || !(*body)["detail"].is_object())
            continue;
        const json &detail = (*body)["detail"];
        for (const json &number : detail.value("materials", json::array()))
            if (number.is_number_integer())
                all.materials.push_back(number.get<int>());
        const json fields = detail.value("fields", json::object());
        for (const auto &[name, value] : fields.items())
            setField(all.fields, {name, valueOf(value)});
    }
    return all;
}

void addSupplement(permit::Application &application, const Supplement &supplement)
{
    for (const permit::FormField &field : supplement.fields)
        setField(application.fields, field);
    for (const int number : supplement.materials) {
        const auto place =
            std::ranges::lower_bound(application.materials, number, {}, &permit::ProvidedMaterial::no);
        if (place != application.materials.end() && place->no == number)
            place->provided = true;
        else
            application.materials.insert(place, {number, true});
    }
}

} // namespace tongban::service
