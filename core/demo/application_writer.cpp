// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/application_writer.h"

#include "core/base/canonical_json.h"

namespace tongban::demo {

namespace {

/// A number that no telephone has: local numbers of the 0755 area do not begin with 0.
void appendPhone(std::string &out, std::string_view id)
{
    out += "07550000";
    const std::string_view tail = id.substr(id.size() - std::min<std::size_t>(5, id.size()));
    for (const char c : tail.substr(0, 4))
        out += c >= '0' && c <= '9' ? c : '7';
}

void writeParty(CanonicalWriter &json, const char *role, const Party &party, const NameBook &names)
{
    std::string text;
    json.key(role);
    json.beginObject();
    json.key("kind");
    json.string(party.enterprise ? "enterprise" : "person");
    json.key("id");
    json.string(party.id);
    json.key("name");
    names.append(text, party.id);
    json.string(text);
    json.key("phone");
    text.clear();
    appendPhone(text, party.id);
    json.string(text);
    json.endObject();
}

void writeForm(CanonicalWriter &json, const DemoCase &demoCase)
{
    json.key("fields");
    json.beginObject();
    for (const DemoCase::FormValue &value : demoCase.form) {
        if (value.kind == ValueExpression::Kind::Null)
            continue;
        json.key(*value.name);
        if (value.kind == ValueExpression::Kind::Number)
            json.numberText(value.text);
        else if (value.text == "true" || value.text == "false")
            json.boolean(value.text == "true");
        else
            json.string(value.text);
    }
    json.endObject();
}

} // namespace

void appendApplication(std::string &out, const DemoCase &demoCase, const NameBook &names)
{
    CanonicalWriter json(out);
    json.beginObject();
    json.key("channel");
    json.string(demoCase.channel);
    json.key("external_no");
    json.string(demoCase.externalNumber);
    json.key("item");
    json.string(demoCase.item);
    json.key("district");
    json.string(demoCase.district);
    json.key("received_at");
    json.string(isoTimestamp(demoCase.received));
    writeParty(json, "applicant", demoCase.applicant, names);
    if (!demoCase.agent.id.empty())
        writeParty(json, "agent", demoCase.agent, names);
    writeForm(json, demoCase);
    json.key("materials");
    json.beginArray();
    for (int number = 1; number <= demoCase.materials; ++number) {
        json.beginObject();
        json.key("no");
        json.number(number);
        json.key("provided");
        json.boolean(number != demoCase.missingMaterial);
        json.endObject();
    }
    json.endArray();
    json.key("promise");
    json.boolean(demoCase.promise);
    json.key("conditional");
    json.boolean(false);
    json.key("human_please");
    json.boolean(demoCase.humanPlease);
    json.endObject();
    out += '\n';
}

} // namespace tongban::demo
