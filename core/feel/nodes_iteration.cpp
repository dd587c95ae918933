// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/feel/nodes.h"

namespace tongban::feel {

namespace {

/// The state of one run of a for, some or every.
struct Run {
    Evaluation &evaluation;
    std::vector<Value> results;
    Truth verdict;
    bool isNull = false; ///< A domain could not be gone through.
};

class IterationNode final : public Node
{
public:
    IterationNode(Iteration form, std::vector<Domain> domains, std::size_t partialSlot, NodePtr body,
                  Span span)
        : m_form(form), m_domains(std::move(domains)), m_partialSlot(partialSlot), m_body(std::move(body)),
          m_span(span)
    {
        for (const Domain &domain : m_domains) {
            holds(domain.list);
            holds(domain.last);
        }
        holds(m_body);
    }

    const Value &evaluate(Evaluation &evaluation, Value &scratch) const override
    {
        Run run{evaluation, {}, truth(m_form == Iteration::Every)};
        go(0, run);
        if (run.isNull || evaluation.stopped())
            return scratch = Value();
        if (m_form != Iteration::For)
            return scratch = Value(run.verdict);
        return scratch = evaluation.list(std::move(run.results), m_span);
    }

private:
    /// False ends the whole iteration.
    bool go(std::size_t level, Run &run) const
    {
        if (level == m_domains.size())
            return round(run);
        const Domain &domain = m_domains[level];
        Value own;
        const Value &first = domain.list->evaluate(run.evaluation, own);
        if (domain.last) {
            const Value last = static_cast<const Node &>(*domain.last).evaluate(run.evaluation);
            return through(level, first, last, run);
        }
        if (first.kind() == Kind::Range)
            return throughRange(level, first.range(), run);
        if (first.isNull()) {
            run.isNull = true;
            run.evaluation.report(Cause::NullOperand, m_span, "null has no elements");
            return false;
        }
        const std::span<const Value> items = first.isList() ? first.list() : std::span(&first, 1);
        for (const Value &item : items) {
            if (!next(level, item, run))
                return false;
        }
        return true;
    }

    bool next(std::size_t level, const Value &item, Run &run) const
    {
        if (!run.evaluation.spend(1, m_span))
            return false;
        run.evaluation.local(m_domains[level].slot) = item;
        return go(level + 1, run);
    }

    /// From one number or date to another, up or down, both included.
    bool through(std::size_t level, const Value &first, const Value &last, Run &run) const
    {
        const bool areDates = first.kind() == Kind::Date && last.kind() == Kind::Date;
        const auto begin = areDates ? std::optional(first.date().dayNumber())
            : first.isNumber()      ? first.number().integer()
                                    : std::nullopt;
        const auto end = areDates ? std::optional(last.date().dayNumber())
            : last.isNumber()     ? last.number().integer()
                                  : std::nullopt;
        if (!begin || !end) {
            run.isNull = true;
            run.evaluation.report(first.isNull() || last.isNull() ? Cause::NullOperand : Cause::WrongKind,
                                  m_span, "from " + kindsText(first, last) + " nothing can be counted");
            return false;
        }
        const std::int64_t step = *begin <= *end ? 1 : -1;
        for (std::int64_t i = *begin;; i += step) {
            if (!next(level, areDates ? Value(*Date::fromDayNumber(i)) : Value(i), run))
                return false;
            if (i == *end)
                return true;
        }
    }

    bool throughRange(std::size_t level, const Range &range, Run &run) const
    {
        Value first = range.low;
        Value last = range.high;
        const auto shifted = [](const Value &value, std::int64_t by) {
            if (value.kind() == Kind::Date) {
                const auto date = value.date().plusDays(by);
                return date ? Value(*date) : Value();
            }
            const auto number = value.isNumber() ? Decimal::add(value.number(), Decimal(by)) : std::nullopt;
            return number ? Value(*number) : value;
        };
        if (!range.lowIncluded)
            first = shifted(first, 1);
        if (!range.highIncluded)
            last = shifted(last, -1);
        if (compare(first, last) == Order::Greater)
            return true;
        return through(level, first, last, run);
    }

    bool round(Run &run) const
    {
        Evaluation &evaluation = run.evaluation;
        if (m_form == Iteration::Some) {
            run.verdict = disjunction(run.verdict, m_body->test(evaluation));
            return run.verdict != Truth::True;
        }
        if (m_form == Iteration::Every) {
            run.verdict = conjunction(run.verdict, m_body->test(evaluation));
            return run.verdict != Truth::False;
        }
        if (m_partialSlot != Shape::kNone) {
            if (!evaluation.spend(run.results.size(), m_span))
                return false;
            evaluation.local(m_partialSlot) = evaluation.list(run.results, m_span);
        }
        run.results.push_back(static_cast<const Node &>(*m_body).evaluate(evaluation));
        if (run.results.size() > evaluation.limits().listLength)
            evaluation.exhaust(m_span, "the limit of a list's length was reached");
        return !evaluation.stopped();
    }

    Iteration m_form;
    std::vector<Domain> m_domains;
    std::size_t m_partialSlot;
    NodePtr m_body;
    Span m_span;
};

} // namespace

NodePtr iterationNode(Iteration form, std::vector<Domain> domains, std::size_t partialSlot, NodePtr body,
                      Span span)
{
    return std::make_shared<IterationNode>(form, std::move(domains), partialSlot, std::move(body), span);
}

NodePtr iterationNode(Iteration form, std::size_t slot, std::size_t partialSlot, NodePtr list, NodePtr body,
                      Span span)
{
    std::vector<Domain> domains;
    domains.push_back({slot, std::move(list), nullptr});
    return iterationNode(form, std::move(domains), partialSlot, std::move(body), span);
}

} // namespace tongban::feel
