// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/model_parts.h"
#include "core/dmn/trace.h"
#include "core/feel/evaluation.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace tongban::dmn {

/// The values of one evaluation of a model, or of one call of a decision service inside it, and how far it
/// got.
struct RunValues {
    enum class State : std::uint8_t { Open, Given, Done };
    std::vector<feel::Value> globals;
    std::vector<State> states;
    std::vector<std::pair<std::size_t, std::size_t>> stack; ///< Kept for its memory.

    /// Everything open; the slots hold what the model starts from. Always with the same model.
    void reset(const ModelParts &parts);
    feel::Value &give(std::size_t slot, feel::Value value)
    {
        globals[slot] = std::move(value);
        states[slot] = State::Given;
        return globals[slot];
    }
};

/// Evaluates decisions over RunValues: each once, after what it requires. The evaluation's globals must be
/// `values.globals`. Does not recurse, however long the chain of decisions is.
class ModelRun
{
public:
    ModelRun(const ModelParts &parts, RunValues &values, feel::Evaluation &evaluation, Trace *trace)
        : m_parts(parts), m_values(values), m_evaluation(evaluation), m_trace(trace)
    {
    }

    const feel::Value &evaluate(std::size_t slot);

private:
    void runDecision(std::size_t slot);
    void buildImports(const CompiledElement &element);
    void note(std::size_t slot, std::size_t firstTable);

    const ModelParts &m_parts;
    RunValues &m_values;
    feel::Evaluation &m_evaluation;
    Trace *m_trace;
};

} // namespace tongban::dmn
