// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/evaluator.h"

#include "core/dmn/model_parts.h"
#include "core/dmn/model_run.h"
#include "core/dmn/run_state.h"
#include "core/feel/json.h"

namespace tongban::dmn {

struct Evaluator::State {
    explicit State(const feel::Limits &limits) : evaluation(limits) { }

    feel::Evaluation evaluation;
    RunValues values;
    feel::Value run;
    std::optional<std::size_t> service; ///< The one entered in this case.
};

Evaluator::Evaluator(std::shared_ptr<const CompiledModel> model, Tracing tracing, const feel::Limits &limits)
    : m_model(std::move(model)), m_tracing(tracing), m_state(std::make_unique<State>(limits))
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
    m_state->values.give(
        slot,
        element.type.isAny() ? value : feel::convert(value, element.type, m_state->evaluation, element.span));
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
    const feel::Type type = m_model->parts().inputType;
    const feel::Value object = TRY(feel::parseJson(jsonObject, type, m_state->evaluation.limits()));
    if (!object.isContext())
        return fail(ErrorCode::InvalidInput, "the inputs of a case are one JSON object");
    const feel::Context &members = object.context();
    const std::vector<ElementInfo> &inputs = m_model->inputs();
    for (std::size_t i = 0; i < members.size(); ++i) {
        // Members come in the order of the declared type in the usual case.
        const bool isInOrder = i < inputs.size() && inputs[i].name == members.name(i);
        const auto slot = isInOrder ? std::optional(inputs[i].slot) : m_model->find(members.name(i));
        if (slot && m_model->parts().elements[*slot].kind == ElementKind::InputData)
            setInput(*slot, members.value(i));
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
