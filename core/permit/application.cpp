// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/permit/application.h"

#include "core/base/canonical_json.h"
#include "core/base/json_scanner.h"
#include "core/permit/enum_names.h"

#include <algorithm>

namespace tongban::permit {

namespace {

constexpr NamesUpTo<Channel::DistrictHall> kChannels{"unified_platform", "i_shenzhen", "wechat", "window",
                                                     "district_hall"};
constexpr NamesUpTo<ApplicantKind::Enterprise> kKinds{"person", "enterprise"};
constexpr NamesUpTo<Stage::Book> kStages{"apply", "pre_review", "book"};

void writeParty(CanonicalWriter &writer, const Party &party)
{
    writer.beginObject();
    writer.key("id");
    writer.string(party.id);
    writer.key("kind");
    writer.string(name(party.kind));
    writer.key("name");
    writer.string(party.name);
    if (!party.phone.empty()) {
        writer.key("phone");
        writer.string(party.phone);
    }
    writer.endObject();
}

void writeFields(CanonicalWriter &writer, const std::vector<FormField> &fields)
{
    writer.beginObject();
    for (const FormField &field : fields) {
        writer.key(field.name);
        switch (field.value.kind()) {
        case FieldValue::Kind::Text: writer.string(field.value.text()); break;
        case FieldValue::Kind::Number: writer.numberText(field.value.text()); break;
        case FieldValue::Kind::Boolean: writer.boolean(field.value.text() == "true"); break;
        }
    }
    writer.endObject();
}

void writeMaterials(CanonicalWriter &writer, const std::vector<ProvidedMaterial> &materials)
{
    writer.beginArray();
    for (const ProvidedMaterial &material : materials) {
        writer.beginObject();
        writer.key("no");
        writer.number(material.no);
        writer.key("provided");
        writer.boolean(material.provided);
        writer.endObject();
    }
    writer.endArray();
}

void writeFlag(CanonicalWriter &writer, std::string_view key, bool value)
{
    if (!value)
        return;
    writer.key(key);
    writer.boolean(true);
}

} // namespace

std::optional<std::string_view> FieldValue::number() const
{
    if (m_kind == Kind::Boolean || !isJsonNumber(m_text))
        return std::nullopt;
    return m_text;
}

std::optional<bool> FieldValue::boolean() const
{
    if (m_kind == Kind::Number || (m_text != "true" && m_text != "false"))
        return std::nullopt;
    return m_text == "true";
}

std::optional<Date> FieldValue::date() const
{
    if (m_kind != Kind::Text)
        return std::nullopt;
    const Result<Date> day = parseIsoDate(m_text);
    return day ? std::optional<Date>(*day) : std::nullopt;
}

const FieldValue *Application::field(std::string_view name) const
{
    const auto found = std::ranges::lower_bound(fields, name, {}, &FormField::name);
    return found == fields.end() || found->name != name ? nullptr : &found->value;
}

bool Application::provides(int no) const
{
    const auto found = std::ranges::find(materials, no, &ProvidedMaterial::no);
    return found != materials.end() && found->provided;
}

CaseId caseId(const Application &application)
{
    std::string origin(name(application.channel));
    origin += '|';
    origin += application.externalNo;
    return CaseId(Uuid::v7FromName(application.receivedAt, origin));
}

void appendCanonical(std::string &out, const Application &application)
{
    CanonicalWriter writer(out);
    writer.beginObject();
    if (application.agent) {
        writer.key("agent");
        writeParty(writer, *application.agent);
    }
    writer.key("applicant");
    writeParty(writer, application.applicant);
    writer.key("channel");
    writer.string(name(application.channel));
    writeFlag(writer, "conditional", application.conditional);
    writer.key("district");
    writer.string(std::to_string(application.district));
    writer.key("external_no");
    writer.string(application.externalNo);
    writer.key("fields");
    writeFields(writer, application.fields);
    writeFlag(writer, "human_please", application.humanPlease);
    writer.key("item");
    writer.string(application.item);
    writer.key("materials");
    writeMaterials(writer, application.materials);
    writeFlag(writer, "promise", application.promise);
    writer.key("received_at");
    writer.string(isoTimestamp(application.receivedAt));
    if (application.stage != Stage::Apply) {
        writer.key("stage");
        writer.string(name(application.stage));
    }
    writer.endObject();
}

std::string canonicalText(const Application &application)
{
    std::string out;
    out.reserve(512);
    appendCanonical(out, application);
    return out;
}

std::string_view name(Channel channel)
{
    return nameIn(kChannels, channel);
}

std::string_view name(ApplicantKind kind)
{
    return nameIn(kKinds, kind);
}

std::string_view name(Stage stage)
{
    return nameIn(kStages, stage);
}

std::optional<Stage> parseStage(std::string_view name)
{
    return valueIn<Stage>(kStages, name);
}

std::optional<Channel> parseChannel(std::string_view name)
{
    return valueIn<Channel>(kChannels, name);
}

std::optional<ApplicantKind> parseApplicantKind(std::string_view name)
{
    return valueIn<ApplicantKind>(kKinds, name);
}

} // namespace tongban::permit
