// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/approval/decision_engine.h"

#include "core/approval/outcome_rules.h"
#include "core/approval/rule_set_parts.h"
#include "core/approval/table_reader.h"
#include "core/dmn/evaluator.h"

#include <algorithm>
#include <map>

namespace tongban::approval {

namespace {

/// Many times what the largest published rule set needs; a loop that never ends is stopped in a few
/// milliseconds.
constexpr std::uint64_t kSteps = 200'000;

std::string_view textMember(const feel::Context &context, std::string_view name)
{
    const feel::Value *value = context.find(name);
    return value && value->isString() ? value->string() : std::string_view();
}

/// False when a part is missing.
bool readFinding(const feel::Value &value, Finding &finding)
{
    if (!value.isContext())
        return false;
    const feel::Context &context = value.context();
    finding.code = textMember(context, kCodeColumn);
    finding.basis = textMember(context, kBasisColumn);
    finding.zh = textMember(context, kTextColumn);
    finding.en = textMember(context, kEnglishColumn);
    const std::string_view handling = textMember(context, kHandlingColumn);
    bool isKnown = false;
    for (const Handling candidate : {Handling::Notice, Handling::Refer, Handling::Refuse}) {
        if (handling == modelWord(candidate)) {
            finding.handling = candidate;
            isKnown = true;
        }
    }
    return isKnown && !finding.code.empty() && !finding.basis.empty();
}

void readFindings(const feel::Value &value, std::size_t found, Decision &decision)
{
    decision.findings.clear();
    const auto add = [&decision](const feel::Value &entry) {
        decision.findings.emplace_back();
        if (!readFinding(entry, decision.findings.back()))
            decision.modelErrors.emplace_back("a finding lacks its code, its handling or its basis");
    };
    if (value.isList()) {
        for (const feel::Value &entry : value.list())
            add(entry);
    } else if (!value.isNull()) {
        add(value);
    }
    // A model that loses findings on the way to its conclusion would grant what it should not.
    if (decision.findings.size() != found)
        decision.modelErrors.emplace_back("the list of findings is not what the tables found");
}

void readConclusion(const dmn::Outcome &outcome, Decision &decision)
{
    decision.conclusion.clear();
    decision.conclusionCode.clear();
    if (!outcome.value.isContext()) {
        decision.modelErrors.emplace_back("the conclusion has no value");
        return;
    }
    decision.conclusion = textMember(outcome.value.context(), kConclusionColumn);
    decision.conclusionCode = textMember(outcome.value.context(), kReasonColumn);
    if (!outcomeOfModel(decision.conclusion))
        decision.modelErrors.emplace_back("the conclusion is none of 准予, 补正, 转人工, 不予");
}

/// Whether a diagnostic makes the run worthless whatever the facts are: a table that met a value outside its
/// allowed ones stopped before its rules, and of a full list nobody knows what is missing.
bool spoilsEverything(const std::vector<feel::Diagnostic> &diagnostics, const feel::Limits &limits)
{
    return diagnostics.size() >= limits.diagnostics
        || std::any_of(diagnostics.begin(), diagnostics.end(), [](const feel::Diagnostic &diagnostic) {
               return diagnostic.cause == feel::Cause::NotAllowed;
           });
}

bool knowsEverything(const Facts &facts)
{
    for (const Fact &fact : facts.values) {
        if (!fact.isKnown())
            return false;
    }
    return true;
}

} // namespace

struct DecisionEngine::State {
    feel::Limits limits;
    /// By model; the evaluator keeps its model alive, so an address is never used twice.
    std::map<const dmn::CompiledModel *, std::unique_ptr<dmn::Evaluator>> evaluators;
    dmn::Evaluator *last = nullptr;
    Decision decision;

    dmn::Evaluator &evaluatorFor(const std::shared_ptr<const dmn::CompiledModel> &model)
    {
        auto &place = evaluators[model.get()];
        if (!place)
            place = std::make_unique<dmn::Evaluator>(model, dmn::Tracing::On, limits);
        return *place;
    }
};

feel::Limits DecisionEngine::defaultLimits()
{
    feel::Limits limits;
    limits.steps = kSteps;
    limits.diagnostics = 20;
    return limits;
}

DecisionEngine::DecisionEngine(const feel::Limits &limits) : m_state(std::make_unique<State>())
{
    m_state->limits = limits;
}

DecisionEngine::~DecisionEngine() = default;
DecisionEngine::DecisionEngine(DecisionEngine &&) noexcept = default;
DecisionEngine &DecisionEngine::operator=(DecisionEngine &&) noexcept = default;

const Decision &DecisionEngine::decide(const RuleSet &ruleSet, const DecisionInputs &inputs)
{
    const RuleSet::Parts &parts = ruleSet.parts();
    Decision &decision = m_state->decision;
    dmn::Evaluator &evaluator = m_state->evaluatorFor(parts.model);
    m_state->last = &evaluator;
    decision.modelErrors.clear();

    evaluator.reset();
    for (std::size_t i = 0; i < inputs.facts.values.size(); ++i) {
        if (inputs.facts.values[i].isKnown())
            evaluator.setInput(parts.slotOfFact[i], inputs.facts.values[i].value);
    }
    const dmn::Outcome findings = evaluator.evaluate(parts.findingsSlot);
    const dmn::Outcome conclusion = evaluator.evaluate(parts.conclusionSlot);

    TableReader reader(parts, inputs.facts, decision);
    reader.read(evaluator.trace());
    readFindings(findings.value, reader.found(), decision);
    readConclusion(conclusion, decision);
    // With every fact known nothing has a reason to fail; with unknown ones the open rules tell.
    const auto &diagnostics = evaluator.diagnostics();
    if (evaluator.wasStopped() || spoilsEverything(diagnostics, m_state->limits)
        || (!diagnostics.empty() && knowsEverything(inputs.facts))) {
        for (const feel::Diagnostic &diagnostic : evaluator.diagnostics())
            decision.modelErrors.push_back(parts.model->describe(diagnostic));
    }
    concludeOutcome(inputs, decision);
    return decision;
}

const dmn::Evaluator &DecisionEngine::lastRun() const
{
    return *m_state->last;
}

} // namespace tongban::approval
