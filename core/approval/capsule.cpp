// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/capsule.h"

#include "core/approval/capsule_sections.h"
#include "core/approval/rule_set_parts.h"
#include "core/base/canonical_json.h"
#include "core/dmn/evaluator.h"
#include "core/dmn/trace_json.h"

namespace tongban::approval {

struct CapsuleHasher::Buffers {
    CapsuleSections sections;
    Digester digester;
    std::string scratch;
};

CapsuleHasher::CapsuleHasher() : m_buffers(std::make_unique<Buffers>()) { }
CapsuleHasher::~CapsuleHasher() = default;
CapsuleHasher::CapsuleHasher(CapsuleHasher &&) noexcept = default;
CapsuleHasher &CapsuleHasher::operator=(CapsuleHasher &&) noexcept = default;

Digest CapsuleHasher::hash(const RuleSet &ruleSet, const DecisionInputs &inputs, const Decision &decision)
{
    m_buffers->sections.write(ruleSet, inputs, decision);
    return hashSections(m_buffers->sections, ruleSet, inputs, m_buffers->digester, m_buffers->scratch)
        .capsule;
}

std::string makeCapsule(const RuleSet &ruleSet, const DecisionInputs &inputs, DecisionEngine &engine)
{
    const Decision &decision = engine.decide(ruleSet, inputs);
    CapsuleSections sections;
    sections.write(ruleSet, inputs, decision);
    Digester digester;
    std::string scratch;
    const CapsuleHashes hashes = hashSections(sections, ruleSet, inputs, digester, scratch);

    std::string out;
    CanonicalWriter writer(out);
    const auto text = [&writer](std::string_view key, std::string_view value) {
        writer.key(key);
        writer.string(value);
    };
    const auto raw = [&writer](std::string_view key, std::string_view json) {
        writer.key(key);
        writer.raw(json);
    };
    writer.beginObject();
    text("calendar", inputs.calendar);
    raw("case", sections.header);
    text("catalogue", inputs.catalogue);
    raw("circumstances", sections.circumstances);
    text("engine", dmn::kEngineVersion);
    raw("evidence", sections.evidence);
    raw("facts", sections.facts);
    text("format", kCapsuleFormat);
    writer.key("hashes");
    writer.beginObject();
    text("capsule", hashes.capsule.hex());
    text("inputs", hashes.inputs.hex());
    text("result", hashes.result.hex());
    text("rules", hashes.rules.hex());
    writer.endObject();
    raw("result", sections.result);
    raw("rule_set", ruleSet.parts().ruleSetJson);
    raw("rules", sections.rules);
    raw("trace", dmn::traceJson(engine.lastRun()));
    writer.endObject();
    return out;
}

} // namespace tongban::approval
