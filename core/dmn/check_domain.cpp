// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/check_domain.h"

#include "core/dmn/type_resolver.h"

#include <algorithm>

namespace tongban::dmn {

namespace {

using feel::CellShape;
using feel::Kind;
using feel::Value;

void addConstants(const CellShape &shape, Kind kind, std::vector<Value> &constants)
{
    for (const CellShape::Part &part : shape.parts) {
        for (const Value *end : {&part.equal, &part.low, &part.high}) {
            if (end->kind() == kind)
                constants.push_back(*end);
        }
    }
}

/// The next value above or below that is easy to read; null when there is none.
Value stepped(const Value &value, int step)
{
    switch (value.kind()) {
    case Kind::Number: {
        const auto next = feel::Decimal::add(value.number(), feel::Decimal(step));
        return next ? Value(*next) : Value();
    }
    case Kind::Date: {
        const auto next = value.date().plusDays(step);
        return next ? Value(*next) : Value();
    }
    case Kind::MonthsDuration: return Value(feel::MonthsDuration{value.monthsDuration().months + step});
    case Kind::DaysDuration:
        return Value(
            feel::DaysDuration{value.daysDuration().nanos + feel::Int128(step) * feel::kNanosPerSecond});
    default: return {};
    }
}

/// A value strictly between two; null when there is none.
Value between(const Value &low, const Value &high)
{
    const Value next = stepped(low, 1);
    if (!next.isNull() && feel::compare(next, high) == feel::Order::Less)
        return next;
    if (low.kind() != Kind::Number)
        return {};
    const auto sum = feel::Decimal::add(low.number(), high.number());
    const auto half = sum ? feel::Decimal::divide(*sum, feel::Decimal(2)) : std::nullopt;
    if (!half || *half <= low.number() || *half >= high.number())
        return {};
    return Value(*half);
}

std::vector<Value> orderedExamples(const std::vector<Value> &constants, Kind kind)
{
    if (constants.empty()) {
        switch (kind) {
        case Kind::Number: return {Value(0)};
        case Kind::Date: return {Value(feel::Date())};
        case Kind::MonthsDuration: return {Value(feel::MonthsDuration{})};
        default: return {Value(feel::DaysDuration{})};
        }
    }
    std::vector<Value> examples{stepped(constants.front(), -1)};
    for (std::size_t i = 0; i < constants.size(); ++i) {
        if (i > 0)
            examples.push_back(between(constants[i - 1], constants[i]));
        examples.push_back(constants[i]);
    }
    examples.push_back(stepped(constants.back(), 1));
    std::erase_if(examples, &Value::isNull);
    return examples;
}

std::vector<Value> textExamples(std::vector<Value> constants)
{
    std::string other = "其他";
    while (std::ranges::any_of(constants, [&](const Value &known) { return known.string() == other; }))
        other += "*";
    constants.emplace_back(other);
    return constants;
}

bool isOrdered(Kind kind)
{
    return kind == Kind::Number || kind == Kind::Date || kind == Kind::MonthsDuration
        || kind == Kind::DaysDuration;
}

Kind columnKind(const CompiledInput &input)
{
    const Kind declared = kindOf(input.type);
    if (declared != Kind::Null)
        return declared;
    for (const feel::UnaryTests &cell : input.cells) {
        const auto kind = cell.shape().kind();
        if (cell.shape().form == CellShape::Form::Parts && kind)
            return *kind;
    }
    return Kind::Null;
}

std::vector<Value> examplesOf(const CompiledInput &input)
{
    const Kind kind = columnKind(input);
    std::vector<Value> constants;
    for (const feel::UnaryTests &cell : input.cells)
        addConstants(cell.shape(), kind, constants);
    if (input.allowed)
        addConstants(input.allowed->shape(), kind, constants);
    if (const CellShape *shape = allowedShape(input.type))
        addConstants(*shape, kind, constants);
    std::ranges::sort(constants, [](const Value &a, const Value &b) { return feel::totalOrder(a, b) < 0; });
    const auto same = [](const Value &a, const Value &b) {
        return feel::totalOrder(a, b) == 0;
    };
    constants.erase(std::unique(constants.begin(), constants.end(), same), constants.end());
    if (kind == Kind::Boolean)
        return {Value(true), Value(false)};
    if (kind == Kind::String)
        return textExamples(std::move(constants));
    return isOrdered(kind) ? orderedExamples(constants, kind) : std::vector<Value>();
}

bool isAllowed(const CompiledInput &input, const Value &example, feel::Evaluation &evaluation)
{
    if (input.allowed && input.allowed->shape().form == CellShape::Form::Parts
        && input.allowed->test(example, evaluation) == feel::Truth::False)
        return false;
    return !input.type.constraint() || input.type.constraint()->allows(example, evaluation);
}

} // namespace

feel::Kind kindOf(const feel::Type &type)
{
    using Form = feel::Type::Form;
    switch (type.form()) {
    case Form::Boolean: return Kind::Boolean;
    case Form::Number: return Kind::Number;
    case Form::String: return Kind::String;
    case Form::Date: return Kind::Date;
    case Form::Time: return Kind::Time;
    case Form::DateTime: return Kind::DateTime;
    case Form::DaysDuration: return Kind::DaysDuration;
    case Form::MonthsDuration: return Kind::MonthsDuration;
    case Form::List: return Kind::List;
    case Form::Context: return Kind::Context;
    case Form::Range: return Kind::Range;
    case Form::Function: return Kind::Function;
    case Form::Any:
    case Form::Null: return Kind::Null;
    }
    return Kind::Null;
}

ColumnDomain::ColumnDomain(const CompiledInput &input, feel::Evaluation &evaluation, std::size_t maximumTests)
    : m_universal(input.cells.size(), true)
{
    const std::vector<Value> examples = examplesOf(input);
    m_hasExamples = !examples.empty();
    for (const feel::UnaryTests &cell : input.cells)
        m_isExact = m_isExact && cell.shape().form != CellShape::Form::Residual;
    if (m_hasExamples && examples.size() * input.cells.size() <= maximumTests) {
        for (const Value &example : examples) {
            if (isAllowed(input, example, evaluation))
                addPiece(example, input, evaluation);
        }
        return;
    }
    // Nothing is known of the values: every cell but `-` may hold or not.
    m_hasExamples = false;
    Piece piece{{}, Bits(input.cells.size(), true), Bits(input.cells.size())};
    for (std::size_t rule = 0; rule < input.cells.size(); ++rule) {
        const bool isAny = input.cells[rule].shape().form == CellShape::Form::Any;
        m_isExact = m_isExact && isAny;
        if (isAny)
            piece.sure.set(rule);
        else
            m_universal.reset(rule);
    }
    m_pieces.push_back(std::move(piece));
}

void ColumnDomain::addPiece(Value example, const CompiledInput &input, feel::Evaluation &evaluation)
{
    Piece piece{std::move(example), Bits(input.cells.size()), Bits(input.cells.size())};
    for (std::size_t rule = 0; rule < input.cells.size(); ++rule) {
        const feel::UnaryTests &cell = input.cells[rule];
        const CellShape::Form form = cell.shape().form;
        const bool holds = form == CellShape::Form::Any
            || (form == CellShape::Form::Parts && cell.test(piece.example, evaluation) == feel::Truth::True);
        if (holds)
            piece.sure.set(rule);
        else
            m_universal.reset(rule);
        if (holds || form == CellShape::Form::Residual)
            piece.may.set(rule);
    }
    std::string key;
    for (const Bits *bits : {&piece.may, &piece.sure}) {
        for (std::size_t w = 0; w < bits->words(); ++w) {
            const std::uint64_t word = bits->word(w);
            key.append(reinterpret_cast<const char *>(&word), sizeof(word));
        }
    }
    if (m_known.insert(std::move(key)).second)
        m_pieces.push_back(std::move(piece));
}

std::string exampleText(const std::string &name, const Value &value)
{
    std::string text = feel::textOf(value);
    if (value.kind() == Kind::String)
        text = "\"" + text + "\"";
    else if (value.kind() == Kind::Date || value.kind() == Kind::DaysDuration
             || value.kind() == Kind::MonthsDuration)
        text = "@\"" + text + "\"";
    return name + " = " + text;
}

} // namespace tongban::dmn
