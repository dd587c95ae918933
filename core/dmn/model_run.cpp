// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/model_run.h"

#include <algorithm>

namespace tongban::dmn {

void RunValues::reset(const ModelParts &parts)
{
    if (globals.empty()) {
        globals = parts.globals;
        states.assign(parts.globals.size(), State::Open);
        return;
    }
    // Only what the last case wrote: elements that were given or done, and the contexts of imports behind
    // them.
    for (std::size_t slot = 0; slot < globals.size(); ++slot) {
        if (states[slot] == State::Open && slot < parts.elements.size())
            continue;
        globals[slot] = parts.globals[slot];
        states[slot] = State::Open;
    }
}

const feel::Value &ModelRun::evaluate(std::size_t slot)
{
    using State = RunValues::State;
    auto &stack = m_values.stack;
    const std::size_t bottom = stack.size();
    if (m_values.states[slot] == State::Open && m_parts.elements[slot].kind == ElementKind::Decision)
        stack.emplace_back(slot, 0);
    while (stack.size() > bottom) {
        const auto [current, next] = stack.back();
        const std::vector<std::size_t> &needs = m_parts.elements[current].decisions;
        if (next == needs.size()) {
            stack.pop_back();
            if (m_values.states[current] == State::Open)
                runDecision(current);
            continue;
        }
        ++stack.back().second;
        const std::size_t needed = needs[next];
        if (m_values.states[needed] == State::Open)
            stack.emplace_back(needed, 0);
        else if (m_values.states[needed] == State::Given && m_trace)
            note(needed, m_trace->m_tableCount);
    }
    return m_values.globals[slot];
}

void ModelRun::buildImports(const CompiledElement &element)
{
    for (const ImportContext &import : element.imports) {
        std::vector<feel::Value> members;
        for (const std::size_t member : import.members)
            members.push_back(m_values.globals[member]);
        m_values.globals[import.slot] =
            feel::Value(feel::makeRef<const feel::Context>(import.shape, std::move(members)));
    }
}

void ModelRun::runDecision(std::size_t slot)
{
    const CompiledElement &element = m_parts.elements[slot];
    const std::size_t firstTable = m_trace ? m_trace->m_tableCount : 0;
    buildImports(element);
    feel::Value result;
    {
        const feel::Frame frame(m_evaluation, element.frameSize);
        if (frame.isOpen())
            result = element.logic->evaluate(m_evaluation);
        if (element.isConverted)
            feel::convertInPlace(result, element.type, m_evaluation, element.span);
        if (m_evaluation.stopped())
            result = feel::Value();
    }
    m_values.globals[slot] = std::move(result);
    m_values.states[slot] = RunValues::State::Done;
    if (m_trace)
        note(slot, firstTable);
}

void ModelRun::note(std::size_t slot, std::size_t firstTable)
{
    const bool isGiven = m_values.states[slot] == RunValues::State::Given;
    if (isGiven && std::ranges::any_of(m_trace->m_decisions, [&](const DecisionTrace &known) {
            return known.decision == slot;
        }))
        return;
    m_trace->m_decisions.push_back(
        {slot, m_values.globals[slot], isGiven, firstTable, m_trace->m_tableCount - firstTable});
}

} // namespace tongban::dmn
