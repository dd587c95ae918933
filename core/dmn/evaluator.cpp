// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/evaluator.h"

#include "core/dmn/model_parts.h"
#include "core/dmn/model_run.h"
#include "core/dmn/run_state.h"
#include "core/feel/callable.h"
#include "core/feel/json.h"

#include <algorithm>

namespace tongban::dmn {

namespace {

/// Leads the members of a JSON object into the slots of the model's inputs.
class InputMembers final : public feel::JsonMembers
{
public:
    InputMembers(const CompiledModel &model, RunValues &values)
        : m_model(model), m_values(values), m_isGiven(model.parts().elements.size())
    {
        for (const ElementInfo &input : model.inputs()) {
            if (model.find(input.name) == input.slot)
                m_inputs.push_back(&input);
        }
    }

    void restart()
    {
        for (const std::size_t slot : m_slots)
            m_isGiven[slot] = 0;
        m_slots.clear();
        m_next = 0;
    }
    /// The inputs found since restart().
    const std::vector<std::size_t> &slots() const { return m_slots; }

    feel::JsonPlace find(std::string_view name) override
    {
        const auto slot = slotOf(name);
        if (!slot)
            return {};
        if (m_isGiven[*slot] != 0)
            return {nullptr, nullptr, true};
        m_isGiven[*slot] = 1;
        m_slots.push_back(*slot);
        return {&m_values.give(*slot, {}), &m_model.parts().elements[*slot].type, false};
    }

private:
    std::optional<std::size_t> slotOf(std::string_view name)
    {
        // Members come in the order of the inputs in the usual case.
        for (std::size_t i = m_next; i < m_inputs.size(); ++i) {
            if (m_inputs[i]->name == name) {
                m_next = i + 1;
                return m_inputs[i]->slot;
            }
        }
        const auto slot = m_model.find(name);
        const bool isInput = slot && m_model.parts().elements[*slot].kind == ElementKind::InputData;
        return isInput ? slot : std::nullopt;
    }

    const CompiledModel &m_model;
    RunValues &m_values;
    std::vector<const ElementInfo *> m_inputs; ///< Those that their name means, in the order of the model.
    std::vector<std::uint8_t> m_isGiven; ///< By slot.
    std::vector<std::size_t> m_slots;
    std::size_t m_next = 0;
};

} // namespace

struct Evaluator::State {
    State(const CompiledModel &model, const feel::Limits &limits) : evaluation(limits), members(model, values)
    {
    }

    feel::Evaluation evaluation;
    RunValues values;
    InputMembers members;
    feel::Value run;
    std::optional<std::size_t> service; ///< The one entered in this case.
};

Evaluator::Evaluator(std::shared_ptr<const CompiledModel> model, Tracing tracing, const feel::Limits &limits)
    : m_model(std::move(model)), m_tracing(tracing), m_state(std::make_unique<State>(*m_model, limits))
{
    Trace *trace = tracing == Tracing::On ? &m_trace : nullptr;
    m_state->run = feel::Value(feel::Ref<const feel::Callable>(feel::makeRef<const RunState>(trace)));
    reset();
}

Evaluator::~Evaluator() = default;

void Evaluator::setNow(const feel::DateTime &now)
{
    m_state->evaluation.setNow(now);
}

void Evaluator::reset()
{
    m_state->values.reset(m_model->parts());
    m_state->values.globals[kRunSlot] = m_state->run;
    m_state->service.reset();
    m_state->evaluation.restart();
    m_state->evaluation.bindGlobals(m_state->values.globals);
    m_trace.clear();
}

void Evaluator::setInput(std::size_t slot, const feel::Value &value)
{
    const CompiledElement &element = m_model->parts().elements[slot];
    feel::Value &given = m_state->values.give(slot, value);
    feel::convertInPlace(given, element.type, m_state->evaluation, element.span);
}

Result<> Evaluator::setInput(std::string_view name, const feel::Value &value)
{
    const auto slot = m_model->find(name);
    if (!slot)
        return fail(ErrorCode::NotFound, "the model has no input \"" + std::string(name) + "\"");
    const ElementKind kind = m_model->parts().elements[*slot].kind;
    if (kind != ElementKind::InputData && kind != ElementKind::Decision)
        return fail(ErrorCode::NotFound, "\"" + std::string(name) + "\" is a function, not an input");
    setInput(*slot, value);
    return {};
}

Result<> Evaluator::setInputs(std::string_view jsonObject)
{
    InputMembers &members = m_state->members;
    members.restart();
    TRY(feel::parseJsonObject(jsonObject, members, m_state->evaluation.limits()));
    for (const std::size_t slot : members.slots()) {
        const CompiledElement &element = m_model->parts().elements[slot];
        feel::convertInPlace(m_state->values.globals[slot], element.type, m_state->evaluation, element.span);
    }
    return {};
}

Outcome Evaluator::evaluate(std::size_t slot)
{
    ModelRun run(m_model->parts(), m_state->values, m_state->evaluation,
                 m_tracing == Tracing::On ? &m_trace : nullptr);
    feel::Value value = run.evaluate(slot);
    if (m_state->service) {
        // The only output of a service has the service's type (DMN 1.5, 10.4).
        const CompiledElement &service = m_model->parts().elements[*m_state->service];
        if (service.outputs == std::vector<std::size_t>{slot})
            value = feel::convert(value, service.type.result(), m_state->evaluation, service.span);
    }
    if (m_state->evaluation.stopped())
        return {{}, true};
    const bool isUndecidable = value.isNull() && m_state->evaluation.diagnosticCount() > 0;
    return {std::move(value), isUndecidable};
}

Result<Outcome> Evaluator::evaluate(std::string_view decision)
{
    const auto slot = m_model->find(decision);
    if (!slot || m_model->parts().elements[*slot].kind != ElementKind::Decision)
        return fail(ErrorCode::NotFound, "the model has no decision \"" + std::string(decision) + "\"");
    return evaluate(*slot);
}

Result<> Evaluator::enterService(std::size_t slot)
{
    const CompiledElement &service = m_model->parts().elements[slot];
    if (service.kind != ElementKind::Service)
        return fail(ErrorCode::InvalidInput, "\"" + service.name + "\" is not a decision service");
    for (const std::size_t parameter : service.parameters) {
        if (m_state->values.states[parameter] == RunValues::State::Open)
            m_state->values.give(parameter, {});
    }
    m_state->service = slot;
    return {};
}

Result<Outcome> Evaluator::call(std::size_t slot,
                                const std::vector<std::pair<std::string, feel::Value>> &arguments)
{
    const CompiledElement &element = m_model->parts().elements[slot];
    // Alive even when its slot is written meanwhile.
    const feel::Value function = m_state->values.globals[slot];
    if (function.kind() != feel::Kind::Function)
        return fail(ErrorCode::NotFound, "\"" + element.name + "\" is not a function");
    const std::vector<feel::Parameter> &parameters = function.function().parameters();
    std::vector<feel::Value> ordered(parameters.size());
    std::vector<bool> isGiven(parameters.size());
    for (const auto &[name, value] : arguments) {
        const auto found = std::ranges::find(parameters, name, &feel::Parameter::name);
        const auto place = static_cast<std::size_t>(found - parameters.begin());
        if (found == parameters.end() || isGiven[place])
            return fail(ErrorCode::NotFound, "the function " + element.name + " has no parameter " + name);
        ordered[place] = value;
        isGiven[place] = true;
    }
    feel::Value value = function.function().call(ordered, m_state->evaluation, element.span);
    if (m_state->evaluation.stopped())
        return Outcome{{}, true};
    const bool isUndecidable = value.isNull() && m_state->evaluation.diagnosticCount() > 0;
    return Outcome{std::move(value), isUndecidable};
}

const std::vector<feel::Diagnostic> &Evaluator::diagnostics() const
{
    return m_state->evaluation.diagnostics();
}
bool Evaluator::wasStopped() const
{
    return m_state->evaluation.stopped();
}
const feel::Value &Evaluator::value(std::size_t slot) const
{
    return m_state->values.globals[slot];
}

} // namespace tongban::dmn
