// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any text as an expression and as a cell of a decision table, with budgets so small that nothing can last:
// nothing crashes, errors point into the text, limits hold, and evaluating again gives the same.

#include "core/base/text.h"
#include "core/feel/evaluation.h"
#include "core/feel/expression.h"
#include "core/feel/json.h"
#include "core/feel/unary_tests.h"
#include "tests/fuzz/fuzz_support.h"

#include <vector>

using namespace tongban;
using namespace tongban::feel;
using tongban::fuzz::require;

namespace {

Limits smallLimits()
{
    Limits limits;
    limits.steps = 5'000;
    limits.callDepth = 20;
    limits.treeDepth = 400;
    limits.listLength = 1'000;
    limits.valueSize = 5'000;
    limits.valueDepth = 40;
    limits.stringLength = 10'000;
    limits.textLength = 4'000;
    limits.nesting = 40;
    return limits;
}

constexpr std::string_view kGlobals =
    R"({"a":3,"\u5e74\u9f84":"17","date":"2026-11-22","items":[{"a":1,"b c":"x"},{"a":2,"b c":null}],)"
    R"("full name":"a + b","missing":null,"permits":[]})";

/// The names an expression may use, of every kind a model has: spaced, Chinese, like a keyword, empty.
class Names
{
public:
    Names()
    {
        const auto values = feel::parseJson(kGlobals, Type::any());
        require(values.has_value());
        for (const char *name : {"a", "年龄", "date", "items", "full name", "missing", "permits"}) {
            const Value *value = values->context().find(name);
            require(value != nullptr);
            m_names.emplace_back(name);
            m_values.push_back(*value);
        }
    }

    void declare(Scope &scope) const
    {
        for (std::size_t slot = 0; slot < m_names.size(); ++slot) {
            scope.declareGlobal(m_names[slot], Type::of(m_values[slot]), slot);
            scope.declareMembers(Type::of(m_values[slot]));
        }
    }

    const std::vector<Value> &values() const { return m_values; }

private:
    std::vector<std::string> m_names;
    std::vector<Value> m_values;
};

void prepare(Evaluation &evaluation, const Names &names)
{
    evaluation.bindGlobals(names.values());
    evaluation.setNow(*DateTime::parse("2026-11-22T09:30:00+08:00"));
    evaluation.restart();
}

void checkError(const CompileError &error, std::string_view text)
{
    require(!findInvalidUtf8(error.message()));
    require(error.span.begin <= error.span.end);
    require(error.span.end <= text.size());
}

void checkValue(const Value &value, const Evaluation &evaluation)
{
    require(value.weight() <= evaluation.limits().valueSize);
    require(value.depth() <= evaluation.limits().valueDepth);
    require(!findInvalidUtf8(toCanonicalJson(value)));
}

void checkExpression(std::string_view text, const Names &names, Evaluation &evaluation)
{
    Scope scope;
    names.declare(scope);
    const auto compiled = compileExpression(text, scope, {0, evaluation.limits(), {}});
    if (!compiled) {
        checkError(compiled.error(), text);
        return;
    }
    std::string first;
    for (int round = 0; round < 2; ++round) {
        prepare(evaluation, names);
        const Frame frame(evaluation, scope.frameSize(), nullptr, compiled->node()->height());
        if (!frame.isOpen())
            return;
        const Value value = compiled->evaluate(evaluation);
        require(evaluation.diagnostics().size() <= evaluation.limits().diagnostics);
        require(!evaluation.stopped() || evaluation.diagnosticCount() > 0);
        if (evaluation.stopped())
            return;
        checkValue(value, evaluation);
        if (compiled->constant())
            require(toCanonicalJson(*compiled->constant()) == toCanonicalJson(value));
        const std::string written = toCanonicalJson(value);
        require(round == 0 || written == first);
        first = written;
    }
}

void checkCell(std::string_view text, const Names &names, Evaluation &evaluation)
{
    for (const Value &input : names.values()) {
        Scope scope;
        names.declare(scope);
        const auto compiled = compileUnaryTests(text, scope, Type::of(input), {0, evaluation.limits(), {}});
        if (!compiled) {
            checkError(compiled.error(), text);
            continue;
        }
        prepare(evaluation, names);
        const Frame frame(evaluation, scope.frameSize());
        if (frame.isOpen())
            static_cast<void>(compiled->test(input, evaluation));
        if (compiled->shape().form == CellShape::Form::Any)
            require(compiled->test(input, evaluation) == Truth::True);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Names names;
    static Evaluation evaluation(smallLimits());
    const std::string_view text = fuzz::textOf(data, size);
    checkExpression(text, names, evaluation);
    checkCell(text, names, evaluation);
    return 0;
}
