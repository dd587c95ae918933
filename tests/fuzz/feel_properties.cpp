// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/feel_properties.h"

#include "core/base/text.h"
#include "core/feel/json.h"
#include "tests/fuzz/fuzz_support.h"

namespace tongban::fuzz {

using namespace feel;

namespace {

constexpr std::string_view kGlobals =
    R"({"a":3,"\u5e74\u9f84":"17","date":"2026-11-22","items":[{"a":1,"b c":"x"},{"a":2,"b c":null}],)"
    R"("full name":"a + b","missing":null,"permits":[]})";

void checkValue(const Value &value, const Evaluation &evaluation)
{
    require(value.weight() <= evaluation.limits().valueSize);
    require(value.depth() <= evaluation.limits().valueDepth);
    require(!findInvalidUtf8(toCanonicalJson(value)));
}

} // namespace

Limits smallFeelLimits()
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

FeelNames::FeelNames()
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

void FeelNames::declare(Scope &scope) const
{
    for (std::size_t slot = 0; slot < m_names.size(); ++slot) {
        scope.declareGlobal(m_names[slot], Type::of(m_values[slot]), slot);
        scope.declareMembers(Type::of(m_values[slot]));
    }
}

void prepareFeel(Evaluation &evaluation, const FeelNames &names)
{
    evaluation.bindGlobals(names.values());
    evaluation.setNow(*DateTime::parse("2026-11-22T09:30:00+08:00"));
    evaluation.restart();
}

void checkFeelError(const CompileError &error, std::string_view text)
{
    require(!findInvalidUtf8(error.message()));
    require(error.span.begin <= error.span.end);
    require(error.span.end <= text.size());
}

FeelAnswer evaluateFeel(std::string_view text, const FeelNames &names, Evaluation &evaluation)
{
    Scope scope;
    names.declare(scope);
    const auto compiled = compileExpression(text, scope, {0, evaluation.limits(), {}});
    if (!compiled) {
        checkFeelError(compiled.error(), text);
        return {};
    }
    std::string first;
    for (int round = 0; round < 2; ++round) {
        prepareFeel(evaluation, names);
        const Frame frame(evaluation, scope.frameSize(), nullptr, compiled->node()->height());
        if (!frame.isOpen())
            return {};
        const Value value = compiled->evaluate(evaluation);
        require(evaluation.diagnostics().size() <= evaluation.limits().diagnostics);
        require(!evaluation.stopped() || evaluation.diagnosticCount() > 0);
        if (evaluation.stopped())
            return {};
        checkValue(value, evaluation);
        const std::string written = toCanonicalJson(value);
        if (compiled->constant())
            require(toCanonicalJson(*compiled->constant()) == written);
        require(round == 0 || written == first);
        first = written;
    }
    return {true, std::move(first)};
}

} // namespace tongban::fuzz
