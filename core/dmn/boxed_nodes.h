// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/feel/node.h"

#include <string>

namespace tongban::dmn {

/// Stands where a text did not compile.
class NothingNode final : public feel::Node
{
public:
    using feel::Node::evaluate;

    NothingNode(feel::Span span, std::string why) : m_span(span), m_why(std::move(why)) { }

    const feel::Value &evaluate(feel::Evaluation &evaluation, feel::Value &scratch) const override
    {
        evaluation.report(feel::Cause::Unsupported, m_span, m_why);
        scratch = feel::Value();
        return scratch;
    }

private:
    feel::Span m_span;
    std::string m_why;
};

/// A boxed conditional. Other than `if` in a text, which takes everything but true for false, it has no
/// answer when its condition has none.
class ConditionalNode final : public feel::Node
{
public:
    using feel::Node::evaluate;

    ConditionalNode(feel::NodePtr condition, feel::NodePtr then, feel::NodePtr otherwise, feel::Span span)
        : m_condition(std::move(condition)), m_then(std::move(then)), m_otherwise(std::move(otherwise)),
          m_span(span)
    {
    }

    const feel::Value &evaluate(feel::Evaluation &evaluation, feel::Value &scratch) const override
    {
        switch (m_condition->test(evaluation)) {
        case feel::Truth::True: return m_then->evaluate(evaluation, scratch);
        case feel::Truth::False: return m_otherwise->evaluate(evaluation, scratch);
        case feel::Truth::Null: break;
        }
        evaluation.report(feel::Cause::WrongKind, m_span, "the condition is neither true nor false");
        scratch = feel::Value();
        return scratch;
    }

private:
    feel::NodePtr m_condition;
    feel::NodePtr m_then;
    feel::NodePtr m_otherwise;
    feel::Span m_span;
};

/// A boxed some or every: the answers of all rounds folded. A round that answers something else than a truth
/// value leaves the whole without an answer.
class QuantifierNode final : public feel::Node
{
public:
    using feel::Node::evaluate;

    QuantifierNode(feel::NodePtr rounds, bool isSome, feel::Span span)
        : m_rounds(std::move(rounds)), m_isSome(isSome), m_span(span)
    {
    }

    const feel::Value &evaluate(feel::Evaluation &evaluation, feel::Value &scratch) const override
    {
        scratch = feel::Value(fold(m_rounds->evaluate(evaluation), evaluation));
        return scratch;
    }

private:
    feel::Truth fold(const feel::Value &rounds, feel::Evaluation &evaluation) const
    {
        if (!rounds.isList())
            return feel::Truth::Null;
        feel::Truth all = feel::truth(!m_isSome);
        for (const feel::Value &round : rounds.list()) {
            if (!round.isNull() && round.kind() != feel::Kind::Boolean) {
                evaluation.report(feel::Cause::WrongKind, m_span, "a condition is neither true nor false");
                return feel::Truth::Null;
            }
            all = m_isSome ? feel::disjunction(all, round.truth()) : feel::conjunction(all, round.truth());
        }
        return all;
    }

    feel::NodePtr m_rounds;
    bool m_isSome;
    feel::Span m_span;
};

} // namespace tongban::dmn
