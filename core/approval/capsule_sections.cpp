// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule_sections.h"

#include "core/approval/capsule.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/canonical_json.h"

namespace tongban::approval {

namespace {

// Keys are written in ascending order by hand: that is what makes the text canonical.

void text(CanonicalWriter &writer, std::string_view key, std::string_view value)
{
    writer.key(key);
    writer.string(value);
}

void number(CanonicalWriter &writer, std::string_view key, std::int64_t value)
{
    writer.key(key);
    writer.number(value);
}

void boolean(CanonicalWriter &writer, std::string_view key, bool value)
{
    writer.key(key);
    writer.boolean(value);
}

/// Facts are scalars and lists of scalars; see FactType.
void writeValue(CanonicalWriter &writer, const feel::Value &value)
{
    switch (value.kind()) {
    case feel::Kind::Boolean: writer.boolean(value.boolean()); return;
    case feel::Kind::Number:
        if (const auto integer = value.number().integer())
            writer.number(*integer);
        else
            writer.numberText(value.number().text());
        return;
    case feel::Kind::String: writer.string(value.string()); return;
    case feel::Kind::Date: writer.string(value.date().text()); return;
    case feel::Kind::List:
        writer.beginArray();
        for (const feel::Value &element : value.list())
            writeValue(writer, element);
        writer.endArray();
        return;
    case feel::Kind::Null:
    case feel::Kind::Time:
    case feel::Kind::DateTime:
    case feel::Kind::DaysDuration:
    case feel::Kind::MonthsDuration:
    case feel::Kind::Context:
    case feel::Kind::Range:
    case feel::Kind::Function: writer.null(); return;
    }
}

void writeHeader(CanonicalWriter &writer, const CaseHeader &header)
{
    writer.beginObject();
    text(writer, "applicant_id", header.applicantId);
    text(writer, "applicant_kind", header.applicantKind);
    text(writer, "channel", header.channel);
    text(writer, "decided_at", isoTimestamp(header.decidedAt));
    number(writer, "district", header.district);
    text(writer, "id", header.id);
    text(writer, "item", header.item);
    number(writer, "item_version", header.itemVersion);
    text(writer, "received_at", isoTimestamp(header.receivedAt));
    number(writer, "round", header.round);
    text(writer, "serial", header.serial);
    writer.endObject();
}

void writeCircumstances(CanonicalWriter &writer, const Circumstances &circumstances)
{
    using permit::AutomaticOutcome;
    writer.beginObject();
    boolean(writer, "automatic_item", circumstances.automaticItem);
    boolean(writer, "duplicate", circumstances.duplicate);
    boolean(writer, "human_requested", circumstances.humanRequested);
    boolean(writer, "inside_power", circumstances.insidePower);
    boolean(writer, "may_grant", circumstances.automatic.has(AutomaticOutcome::Grant));
    boolean(writer, "may_notice", circumstances.automatic.has(AutomaticOutcome::Notice));
    boolean(writer, "may_refuse", circumstances.automatic.has(AutomaticOutcome::Refuse));
    writer.key("missing_materials");
    writer.beginArray();
    for (const int no : circumstances.missingMaterials)
        writer.number(no);
    writer.endArray();
    writer.endObject();
}

void writeEvidence(CanonicalWriter &writer, const EvidenceNeed &need, const EvidenceUse &use)
{
    writer.beginObject();
    text(writer, "answered_at", isoTimestamp(use.answeredAt));
    text(writer, "as_of", isoDate(use.asOf));
    if (use.status == EvidenceStatus::Answered)
        text(writer, "digest", use.digest.hex());
    text(writer, "key", use.key);
    if (use.status == EvidenceStatus::Unknown)
        text(writer, "reason", name(use.reason));
    text(writer, "record", need.record);
    text(writer, "source", need.source);
    text(writer, "status", name(use.status));
    writer.endObject();
}

void writeFacts(CanonicalWriter &writer, const RuleSet &ruleSet, const Facts &facts)
{
    writer.beginArray();
    for (std::size_t i = 0; i < facts.values.size(); ++i) {
        const Fact &fact = facts.values[i];
        writer.beginObject();
        if (!fact.isKnown())
            text(writer, "cause", name(fact.cause));
        if (ruleSet.needOf(i) != RuleSet::kNoNeed)
            number(writer, "evidence", static_cast<std::int64_t>(ruleSet.needOf(i)));
        text(writer, "from", name(ruleSet.manifest().facts[i].origin));
        writer.key("name");
        writer.raw(ruleSet.parts().factNameJson[i]);
        writer.key("value");
        writeValue(writer, fact.value);
        writer.endObject();
    }
    writer.endArray();
}

void writeResult(CanonicalWriter &writer, const RuleSet &ruleSet, const Decision &decision)
{
    writer.beginObject();
    text(writer, "conclusion", decision.conclusion);
    text(writer, "conclusion_code", decision.conclusionCode);
    writer.key("findings");
    writer.beginArray();
    for (const Finding &finding : decision.findings) {
        writer.beginObject();
        text(writer, "basis", finding.basis);
        text(writer, "code", finding.code);
        text(writer, "en", finding.en);
        text(writer, "handling", name(finding.handling));
        text(writer, "zh", finding.zh);
        writer.endObject();
    }
    writer.endArray();
    writer.key("model_errors");
    writer.beginArray();
    for (const std::string &error : decision.modelErrors)
        writer.string(error);
    writer.endArray();
    text(writer, "outcome", name(decision.outcome));
    text(writer, "reason", decision.reason.text());
    writer.key("undetermined");
    writer.beginArray();
    for (const std::size_t fact : decision.undetermined)
        writer.raw(ruleSet.parts().factNameJson[fact]);
    writer.endArray();
    writer.endObject();
}

void writeRules(CanonicalWriter &writer, const RuleSet &ruleSet, const Decision &decision)
{
    writer.beginArray();
    for (const TableStatus &table : decision.tables) {
        writer.beginObject();
        text(writer, "rules", table.rules);
        text(writer, "table", ruleSet.parts().model->tableElement(table.table));
        writer.endObject();
    }
    writer.endArray();
}

template <typename Write>
void fill(std::string &out, Write write)
{
    out.clear();
    CanonicalWriter writer(out);
    write(writer);
}

} // namespace

void CapsuleSections::write(const RuleSet &ruleSet, const DecisionInputs &inputs, const Decision &decision)
{
    fill(header, [&](CanonicalWriter &writer) { writeHeader(writer, inputs.header); });
    fill(circumstances, [&](CanonicalWriter &writer) { writeCircumstances(writer, inputs.circumstances); });
    fill(evidence, [&](CanonicalWriter &writer) {
        writer.beginArray();
        for (std::size_t i = 0; i < inputs.facts.evidence.size(); ++i)
            writeEvidence(writer, ruleSet.needs()[i], inputs.facts.evidence[i]);
        writer.endArray();
    });
    fill(facts, [&](CanonicalWriter &writer) { writeFacts(writer, ruleSet, inputs.facts); });
    fill(result, [&](CanonicalWriter &writer) { writeResult(writer, ruleSet, decision); });
    fill(rules, [&](CanonicalWriter &writer) { writeRules(writer, ruleSet, decision); });
}

CapsuleHashes hashSections(const CapsuleSections &sections, const RuleSet &ruleSet,
                           const DecisionInputs &inputs, Digester &digester, std::string &scratch)
{
    CapsuleHashes hashes;
    fill(scratch, [&](CanonicalWriter &writer) {
        writer.beginObject();
        writer.key("case");
        writer.raw(sections.header);
        writer.key("circumstances");
        writer.raw(sections.circumstances);
        writer.key("evidence");
        writer.raw(sections.evidence);
        writer.key("facts");
        writer.raw(sections.facts);
        writer.endObject();
    });
    digester.add(scratch);
    hashes.inputs = digester.finish();
    digester.add(sections.result);
    hashes.result = digester.finish();
    digester.add(sections.rules);
    hashes.rules = digester.finish();
    fill(scratch, [&](CanonicalWriter &writer) {
        writer.beginObject();
        text(writer, "calendar", inputs.calendar);
        text(writer, "catalogue", inputs.catalogue);
        text(writer, "engine", dmn::kEngineVersion);
        text(writer, "format", kCapsuleFormat);
        text(writer, "inputs", hashes.inputs.hex());
        text(writer, "result", hashes.result.hex());
        writer.key("rule_set");
        writer.raw(ruleSet.parts().ruleSetJson);
        text(writer, "rules", hashes.rules.hex());
        writer.endObject();
    });
    digester.add(scratch);
    hashes.capsule = digester.finish();
    return hashes;
}

} // namespace tongban::approval
