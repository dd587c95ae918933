// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/kit_case.h"

#include "core/dmn/model_parts.h"

#include <algorithm>

namespace tongban::dmn {

namespace {

using feel::Decimal;
using feel::Kind;
using feel::Value;

bool isNear(Decimal a, Decimal b)
{
    const auto difference = Decimal::subtract(a, b);
    const auto scale = std::max({a.magnitude(), b.magnitude(), Decimal(1)});
    const auto allowed = Decimal::multiply(scale, Decimal::scaled(1, 8));
    return difference && allowed && difference->magnitude() <= *allowed;
}

bool matches(const Value &expected, const Value &actual, KitPrecision precision);

bool contextMatches(const feel::Context &expected, const feel::Context &actual, KitPrecision precision)
{
    if (expected.size() != actual.size())
        return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const Value *other = actual.find(expected.name(i));
        if (other == nullptr || !matches(expected.value(i), *other, precision))
            return false;
    }
    return true;
}

bool matches(const Value &expected, const Value &actual, KitPrecision precision)
{
    if (expected.kind() != actual.kind())
        return false;
    if (expected.isNull())
        return true;
    if (expected.isNumber())
        return expected.number() == actual.number()
            || (precision == KitPrecision::Near && isNear(expected.number(), actual.number()));
    if (expected.isList()) {
        return std::ranges::equal(
            expected.list(), actual.list(),
            [precision](const Value &x, const Value &y) { return matches(x, y, precision); });
    }
    if (expected.isContext())
        return contextMatches(expected.context(), actual.context(), precision);
    return feel::same(expected, actual);
}

/// What the evaluator answers for the name of a result: a decision's value, or all outputs of the service.
Outcome outcomeOf(Evaluator &evaluator, const std::string &name, std::optional<std::size_t> service)
{
    if (auto outcome = evaluator.evaluate(name))
        return std::move(*outcome);
    if (!service || evaluator.model().nameOf(*service) != name)
        return {{}, true};
    const std::vector<std::size_t> &outputs = evaluator.model().parts().elements[*service].outputs;
    if (outputs.size() == 1)
        return evaluator.evaluate(outputs.front());
    feel::ContextBuilder builder;
    for (const std::size_t output : outputs)
        builder.put(evaluator.model().nameOf(output), evaluator.evaluate(output).value);
    return {std::move(builder).build(), false};
}

class CaseRun
{
public:
    CaseRun(const KitCase &one, Evaluator &evaluator, KitPrecision precision)
        : m_case(one), m_evaluator(evaluator), m_precision(precision)
    {
    }

    KitOutcome run()
    {
        m_outcome.id = m_case.id;
        m_outcome.isPassed = true;
        m_evaluator.reset();
        if (m_case.type == "bkm")
            return callKnowledge();
        if (!m_case.type.empty() && m_case.type != "decision" && m_case.type != "decisionService")
            return refuse("tests of the type " + m_case.type + " are not supported");
        for (const KitCase::Input &input : m_case.inputs) {
            if (!m_evaluator.setInput(input.name, input.value))
                complain("the model has no input " + input.name);
        }
        enter();
        for (const KitCase::Expected &expected : m_case.results)
            compare(expected, outcomeOf(m_evaluator, expected.name, m_service));
        return std::move(m_outcome);
    }

private:
    /// The inputs are the arguments; the result bears the knowledge model's name or any other.
    KitOutcome callKnowledge()
    {
        const auto slot = m_evaluator.model().find(m_case.invocable);
        if (!slot || m_evaluator.model().parts().elements[*slot].kind != ElementKind::KnowledgeModel)
            return refuse("the model has no knowledge model " + m_case.invocable);
        std::vector<std::pair<std::string, Value>> arguments;
        for (const KitCase::Input &input : m_case.inputs)
            arguments.emplace_back(input.name, input.value);
        const auto outcome = m_evaluator.call(*slot, arguments);
        if (!outcome)
            return refuse(outcome.error().detail);
        for (const KitCase::Expected &expected : m_case.results)
            compare(expected, *outcome);
        return std::move(m_outcome);
    }

    /// The case fails as a whole.
    KitOutcome refuse(std::string why)
    {
        m_outcome.isPassed = false;
        complain(std::move(why));
        for (const KitCase::Expected &expected : m_case.results) {
            m_outcome.isNonNull = m_outcome.isNonNull || !expected.value.isNull();
            m_outcome.errorsExpected += expected.isError ? 1 : 0;
        }
        return std::move(m_outcome);
    }

    void enter()
    {
        if (m_case.invocable.empty())
            return;
        m_service = m_evaluator.model().find(m_case.invocable);
        if (!m_service || !m_evaluator.enterService(*m_service))
            complain("the model has no decision service " + m_case.invocable);
    }

    void complain(std::string detail)
    {
        if (m_outcome.detail.empty())
            m_outcome.detail = std::move(detail);
    }

    void compare(const KitCase::Expected &expected, const Outcome &outcome)
    {
        m_outcome.isNonNull = m_outcome.isNonNull || !expected.value.isNull();
        if (expected.isError) {
            ++m_outcome.errorsExpected;
            m_outcome.errorsFlagged += outcome.isUndecidable ? 1 : 0;
        }
        if (matches(expected.value, outcome.value, m_precision))
            return;
        m_outcome.isPassed = false;
        std::string detail = expected.name + ": expected " + feel::textOf(expected.value) + ", got "
            + feel::textOf(outcome.value);
        if (!m_evaluator.diagnostics().empty())
            detail += " (" + m_evaluator.model().describe(m_evaluator.diagnostics().front()) + ")";
        complain(std::move(detail));
    }

    const KitCase &m_case;
    Evaluator &m_evaluator;
    KitPrecision m_precision;
    std::optional<std::size_t> m_service;
    KitOutcome m_outcome;
};

} // namespace

KitOutcome runKitCase(const KitCase &one, Evaluator &evaluator, KitPrecision precision)
{
    return CaseRun(one, evaluator, precision).run();
}

} // namespace tongban::dmn
