// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/rule_set.h"

#include "core/approval/rule_set_parts.h"
#include "core/base/canonical_json.h"

#include <algorithm>

namespace tongban::approval {

namespace {

/// The questions behind the register facts, each once, in the order of the facts.
void collectNeeds(RuleSet::Parts &parts)
{
    for (const FactDefinition &fact : parts.manifest.facts) {
        if (fact.origin != FactOrigin::Register) {
            parts.needOfFact.push_back(RuleSet::kNoNeed);
            continue;
        }
        const EvidenceNeed need{fact.source, fact.record, fact.key};
        const auto place = std::find(parts.needs.begin(), parts.needs.end(), need);
        parts.needOfFact.push_back(static_cast<std::size_t>(place - parts.needs.begin()));
        if (place == parts.needs.end())
            parts.needs.push_back(need);
    }
}

/// Without a dictionary nothing is known about fields, and every one of them may be open.
void noteOpenFields(RuleSet::Parts &parts)
{
    for (const FactDefinition &fact : parts.manifest.facts) {
        const EvidenceField *field = parts.dictionary.fieldOf(fact);
        parts.mayBeOpen.push_back(field == nullptr || field->nullable);
    }
}

int columnNamed(const std::vector<std::string> &names, std::string_view wanted)
{
    const auto place = std::find(names.begin(), names.end(), wanted);
    return place == names.end() ? -1 : static_cast<int>(place - names.begin());
}

void outlineTables(RuleSet::Parts &parts, const ModelOutline &outline)
{
    for (std::size_t i = 0; i < parts.model->tableCount(); ++i) {
        const dmn::DecisionTable &table = parts.model->table(i);
        TableOutline entry;
        const auto hasOutput = [&table](std::string_view wanted) {
            return std::any_of(table.outputs.begin(), table.outputs.end(),
                               [wanted](const dmn::OutputClause &output) { return output.name == wanted; });
        };
        entry.holdsFindings = hasOutput(kCodeColumn) && hasOutput(kHandlingColumn) && hasOutput(kBasisColumn)
            && hasOutput(kTextColumn) && hasOutput(kEnglishColumn);
        entry.articleAnnotation = columnNamed(table.annotationNames, kArticleAnnotation);
        for (const dmn::InputClause &input : table.inputs) {
            entry.columnFacts.push_back(
                outline.factsOfExpression(parts.model->tableElement(i), input.expression.text));
            entry.columnNames.push_back(outline.factsNamedIn(input.expression.text));
        }
        parts.tables.push_back(std::move(entry));
    }
    for (const std::string &decision : outline.computedDecisions()) {
        if (const auto slot = parts.model->find(decision))
            parts.computed.push_back(ComputedDecision{*slot, outline.factsOf(decision)});
    }
}

void prepareTexts(RuleSet::Parts &parts)
{
    CanonicalWriter writer(parts.ruleSetJson);
    writer.beginObject();
    writer.key("code");
    writer.string(parts.manifest.code);
    writer.key("manifest");
    writer.string(parts.manifestDigest.hex());
    writer.key("model");
    writer.string(parts.modelDigest.hex());
    writer.key("version");
    writer.number(parts.manifest.version);
    writer.endObject();
    for (const FactDefinition &fact : parts.manifest.facts) {
        std::string text;
        CanonicalWriter(text).string(fact.name);
        parts.factNameJson.push_back(std::move(text));
    }
}

/// Slots of facts and decisions; only for a rule set that passed the checks.
void findSlots(RuleSet::Parts &parts)
{
    const auto slotIn = [](const std::vector<dmn::ElementInfo> &elements, std::string_view wanted) {
        const auto place = std::find_if(elements.begin(), elements.end(),
                                        [wanted](const auto &element) { return element.name == wanted; });
        return place->slot;
    };
    for (const FactDefinition &fact : parts.manifest.facts)
        parts.slotOfFact.push_back(slotIn(parts.model->inputs(), fact.name));
    parts.findingsSlot = slotIn(parts.model->decisions(), parts.manifest.findingsDecision);
    parts.conclusionSlot = slotIn(parts.model->decisions(), parts.manifest.conclusionDecision);
}

/// Reads and compiles the model; false when a problem was added.
bool addModel(RuleSet::Parts &parts, const RuleSetText &text, std::vector<RuleSetProblem> &problems)
{
    auto model = dmn::readModel(text.model);
    if (!model) {
        problems.push_back(RuleSetProblem{text.file, parts.manifest.modelFile, model.error().detail});
        return false;
    }
    const ModelOutline outline(*model, parts.manifest.facts);
    parts.modelDigest = model->digest;
    parts.model = dmn::CompiledModel::compile(*std::move(model));
    bool isSound = true;
    for (const dmn::Finding &finding : parts.model->findings()) {
        if (!finding.isError())
            continue;
        problems.push_back(RuleSetProblem{text.file, parts.manifest.modelFile, dmn::describe(finding)});
        isSound = false;
    }
    if (isSound)
        outlineTables(parts, outline);
    return isSound;
}

} // namespace

std::shared_ptr<const RuleSet> RuleSet::create(const RuleSetText &text, const EvidenceDictionary &dictionary,
                                               std::vector<RuleSetProblem> &problems)
{
    const std::size_t problemsBefore = problems.size();
    auto parts = std::make_unique<Parts>();
    parts->manifest = readManifest(text.manifest, text.file, problems);
    parts->manifestDigest = sha256(text.manifest);
    parts->dictionary = dictionary;
    if (problems.size() != problemsBefore || !addModel(*parts, text, problems))
        return nullptr;
    checkRuleSet(*parts, text.file, problems);
    if (problems.size() != problemsBefore)
        return nullptr;
    collectNeeds(*parts);
    noteOpenFields(*parts);
    findSlots(*parts);
    prepareTexts(*parts);
    return std::shared_ptr<const RuleSet>(new RuleSet(std::move(parts)));
}

RuleSet::RuleSet(std::unique_ptr<const Parts> parts) : m_parts(std::move(parts)) { }
RuleSet::~RuleSet() = default;

const Manifest &RuleSet::manifest() const
{
    return m_parts->manifest;
}

const std::string &RuleSet::code() const
{
    return m_parts->manifest.code;
}

int RuleSet::version() const
{
    return m_parts->manifest.version;
}

const Digest &RuleSet::modelDigest() const
{
    return m_parts->modelDigest;
}

const Digest &RuleSet::manifestDigest() const
{
    return m_parts->manifestDigest;
}

const std::vector<EvidenceNeed> &RuleSet::needs() const
{
    return m_parts->needs;
}

std::size_t RuleSet::needOf(std::size_t fact) const
{
    return m_parts->needOfFact[fact];
}

std::optional<std::size_t> RuleSet::factNamed(std::string_view name) const
{
    const std::vector<FactDefinition> &facts = m_parts->manifest.facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].name == name)
            return i;
    }
    return std::nullopt;
}

} // namespace tongban::approval
