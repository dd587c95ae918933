// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/service_function.h"

#include "core/dmn/model_run.h"
#include "core/dmn/run_state.h"

namespace tongban::dmn {

namespace {

/// The evaluation looks at other values until the end of the block.
class Rebinding
{
public:
    Rebinding(feel::Evaluation &evaluation, std::span<const feel::Value> globals)
        : m_evaluation(evaluation), m_outer(evaluation.globals())
    {
        evaluation.bindGlobals(globals);
    }
    Rebinding(const Rebinding &) = delete;
    Rebinding &operator=(const Rebinding &) = delete;
    ~Rebinding() { m_evaluation.bindGlobals(m_outer); }

private:
    feel::Evaluation &m_evaluation;
    std::span<const feel::Value> m_outer;
};

} // namespace

feel::Value ServiceFunction::call(std::span<const feel::Value> arguments, feel::Evaluation &evaluation,
                                  feel::Span span) const
{
    // The frame holds nothing; it counts towards the depth of calls, so that a service that calls itself
    // ends.
    const feel::Frame frame(evaluation, 0);
    const CompiledElement &service = m_parts.elements[m_slot];
    if (!frame.isOpen() || !evaluation.spend(m_parts.globals.size(), span))
        return {};
    RunValues values;
    values.reset(m_parts);
    values.globals[kRunSlot] = evaluation.global(kRunSlot);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        feel::Value argument = feel::convert(arguments[i], m_parameters[i].type, evaluation, span);
        if (argument.isNull() && !arguments[i].isNull())
            return {};
        values.give(service.parameters[i], std::move(argument));
    }
    const Rebinding rebinding(evaluation, values.globals);
    ModelRun run(m_parts, values, evaluation, nullptr);
    feel::Value result;
    if (service.outputs.size() == 1) {
        result = run.evaluate(service.outputs.front());
    } else {
        feel::ContextBuilder builder;
        for (const std::size_t output : service.outputs)
            builder.put(m_parts.elements[output].name, run.evaluate(output));
        result = std::move(builder).build();
    }
    return feel::convert(result, m_result, evaluation, span);
}

} // namespace tongban::dmn
