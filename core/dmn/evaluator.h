// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/dmn/compiled_model.h"
#include "core/dmn/trace.h"
#include "core/feel/diagnostics.h"
#include "core/feel/temporal.h"
#include "core/feel/value.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tongban::dmn {

/// Whether an evaluator keeps the story of each evaluation. Without it tables answer faster and say nothing.
enum class Tracing { Off, On };

/// What a decision came to.
struct Outcome {
    feel::Value value;
    /// The value is null because something went wrong, or a limit was reached: nobody knows the answer, and
    /// the case belongs to a human. It is never a refusal.
    bool isUndecidable = false;
};

/// Decides case after case with one model. One thread; any number of evaluators share a model. The memory of
/// a case is used again for the next one.
///
///     Evaluator evaluator(model, Tracing::On);
///     for (each case) {
///         evaluator.reset();
///         evaluator.setInput("年龄", feel::Value(42));        // or by slot, CompiledModel::find()
///         Outcome outcome = evaluator.evaluate(slot);
///         ... evaluator.diagnostics(), evaluator.trace()
///     }
class Evaluator
{
public:
    explicit Evaluator(std::shared_ptr<const CompiledModel> model, Tracing tracing = Tracing::Off,
                       const feel::Limits &limits = {});
    ~Evaluator();
    Evaluator(const Evaluator &) = delete;
    Evaluator &operator=(const Evaluator &) = delete;

    const CompiledModel &model() const { return *m_model; }

    /// What now() and today() answer in models; without it they are null. Rules should take dates as inputs
    /// instead.
    void setNow(const feel::DateTime &now);

    /// Begins a new case: no inputs, full budget, no diagnostics, empty trace.
    void reset();

    /// Gives an input its value, converted to its declared type; a value that does not conform is null with a
    /// diagnostic, a value left out is null without one. For a decision the value replaces its logic. Before
    /// the first evaluate() of the case.
    void setInput(std::size_t slot, const feel::Value &value);
    /// NotFound when the model has no such input or decision.
    Result<> setInput(std::string_view name, const feel::Value &value);
    /// Reads one JSON object, member by member, by the declared types (feel::parseJson). Members the model
    /// does not know are ignored. InvalidInput for text that is not such an object or a member that does not
    /// fit its type.
    Result<> setInputs(std::string_view jsonObject);

    /// Evaluates a decision after what it requires; what is known in this case already is not evaluated
    /// again.
    Outcome evaluate(std::size_t slot);
    /// NotFound when the model has no decision of that name.
    Result<Outcome> evaluate(std::string_view decision);

    /// From now on the decisions of this case are those of a call of that service: its input decisions that
    /// were not given are null instead of evaluated. InvalidInput when the slot is no service.
    Result<> enterService(std::size_t slot);

    /// Calls a knowledge model or a service with its arguments by name; a parameter without one is null, and
    /// an argument that is no parameter or was given twice is NotFound, as is a slot that is no function.
    Result<Outcome> call(std::size_t slot, const std::vector<std::pair<std::string, feel::Value>> &arguments);

    /// Why nulls arose in this case, also those that did no harm.
    const std::vector<feel::Diagnostic> &diagnostics() const;
    /// Whether a budget ended the evaluation.
    bool wasStopped() const;
    /// Empty with Tracing::Off. Valid until reset().
    const Trace &trace() const { return m_trace; }
    /// The value in a slot: an input as converted, a decision as far as evaluated.
    const feel::Value &value(std::size_t slot) const;

private:
    struct State;

    std::shared_ptr<const CompiledModel> m_model;
    Tracing m_tracing;
    Trace m_trace;
    std::unique_ptr<State> m_state;
};

} // namespace tongban::dmn
