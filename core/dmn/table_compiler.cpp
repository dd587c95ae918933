// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/table_compiler.h"

#include "core/dmn/table_run.h"

#include <set>
#include <string_view>
#include <unordered_map>

namespace tongban::dmn {

namespace {

std::string trimmed(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// `-` and an empty cell: whatever the input is.
bool isAnyCell(const SourceText &cell)
{
    const std::string text = trimmed(cell.text);
    return text.empty() || text == "-";
}

} // namespace

void TableCompiler::refuse(Remark remark, std::vector<std::string> parts, int rule)
{
    Finding finding;
    finding.say(remark, std::move(parts));
    if (rule > 0)
        finding.rules.push_back(rule);
    m_compiler.report(std::move(finding), {{}, rule, {}, m_place});
    m_isBroken = true;
}

bool TableCompiler::checkStructure()
{
    if (m_source.outputs.empty())
        refuse(Remark::NoOutput);
    for (std::size_t r = 0; r < m_source.rules.size(); ++r) {
        const Rule &rule = m_source.rules[r];
        if (rule.inputs.size() != m_source.inputs.size() || rule.outputs.size() != m_source.outputs.size())
            refuse(Remark::CellCount,
                   {std::to_string(rule.inputs.size()), std::to_string(rule.outputs.size()),
                    std::to_string(m_source.inputs.size()), std::to_string(m_source.outputs.size())},
                   static_cast<int>(r) + 1);
    }
    if (m_source.aggregation != Aggregation::None && m_source.outputs.size() > 1)
        refuse(Remark::AggregationOutputs);
    std::set<std::string> names;
    for (const OutputClause &output : m_source.outputs) {
        if (m_source.outputs.size() > 1 && !names.insert(output.name).second)
            refuse(Remark::OutputNames, {output.name});
    }
    return !m_isBroken;
}

std::string TableCompiler::columnName(const OutputClause &output) const
{
    if (!output.label.empty())
        return output.label;
    if (!output.name.empty())
        return output.name;
    return m_source.outputLabel.empty() ? m_compiler.element() : m_source.outputLabel;
}

CompiledPiece TableCompiler::compile(feel::Scope &scope)
{
    const SourceInfo info{{}, 0, "table", m_place};
    CompiledTable &table = *m_table;
    table.span = {m_compiler.addSource(info), 0, 0};
    table.element = m_compiler.element();
    table.source = &m_source;
    table.hitPolicy = m_source.hitPolicy;
    table.aggregation = m_source.aggregation;
    if (!checkStructure())
        return m_compiler.nothing("the decision table has errors", info);
    for (std::size_t c = 0; c < m_source.inputs.size(); ++c)
        compileInput(m_source.inputs[c], c, scope);
    for (const OutputClause &output : m_source.outputs)
        compileOutput(output, scope);
    if (table.outputs.size() > 1) {
        std::vector<std::string> names;
        for (const CompiledOutput &output : table.outputs)
            names.push_back(output.name);
        table.shape = feel::makeRef<const feel::Shape>(std::move(names));
    }
    for (std::size_t r = 0; r < m_source.rules.size(); ++r)
        compileRule(m_source.rules[r], r, scope);
    if (m_isBroken)
        return m_compiler.nothing("the decision table has errors", info);
    table.resultType = resultType();
    table.frameSize = scope.frameSize();
    table.number = m_compiler.parts().tables.size();
    m_compiler.parts().tables.push_back(m_table);
    return {std::make_shared<TableNode>(m_table), table.resultType};
}

void TableCompiler::compileInput(const InputClause &clause, std::size_t column, feel::Scope &scope)
{
    const SourceInfo info{{}, 0, clause.label, clause.expression.place};
    CompiledInput input;
    input.label = clause.label;
    input.text = trimmed(clause.expression.text);
    CompiledPiece piece = m_compiler.compileText(clause.expression, scope, info);
    input.expression = piece.node;
    input.globalSlot = piece.node->globalSlot();
    input.span = {m_compiler.addSource(info), 0, 0};
    const feel::Type declared = m_compiler.typeOf(clause.typeRef, clause.expression.place);
    input.type = declared.isAny() ? piece.type : declared;
    input.isConverted = needsConversion(piece.type, declared);
    if (clause.allowedValues.present && !isAnyCell(clause.allowedValues)) {
        feel::Scope block(scope, feel::Scope::Inner::Block);
        input.allowed = m_compiler.compileTests(clause.allowedValues, block, input.type, info);
        m_isBroken = m_isBroken || !input.allowed;
    }
    m_table->inputs.push_back(std::move(input));
    compileCells(clause, column, scope);
}

void TableCompiler::compileCells(const InputClause &clause, std::size_t column, feel::Scope &scope)
{
    CompiledInput &input = m_table->inputs[column];
    input.cells.reserve(m_source.rules.size());
    // Cells of constants that are written alike; the texts belong to the model.
    std::unordered_map<std::string_view, feel::UnaryTests> known;
    feel::Scope block(scope, feel::Scope::Inner::Block);
    block.declareMembers(input.type);
    for (std::size_t r = 0; r < m_source.rules.size(); ++r) {
        const SourceText &cell = m_source.rules[r].inputs[column];
        if (isAnyCell(cell)) {
            input.cells.push_back(feel::UnaryTests::any());
            continue;
        }
        SourceInfo info{{}, static_cast<int>(r) + 1, clause.label, cell.place};
        if (const auto alike = known.find(cell.text); alike != known.end()) {
            input.cells.push_back(alike->second.at(m_compiler.addSource(info)));
            continue;
        }
        const auto tests = m_compiler.compileTests(cell, block, input.type, std::move(info));
        m_isBroken = m_isBroken || !tests;
        input.cells.push_back(tests.value_or(feel::UnaryTests::any()));
        if (tests && tests->shape().form == feel::CellShape::Form::Parts)
            known.emplace(cell.text, *tests);
    }
    if (m_isBroken)
        return;
    feel::Evaluation evaluation(m_compiler.parts().limits);
    const feel::Frame frame(evaluation, scope.frameSize());
    input.index = ColumnIndex(input.cells, evaluation);
    m_table->hasResidual = m_table->hasResidual || !input.index.residual().empty();
}

void TableCompiler::readOrder(const OutputClause &clause, CompiledOutput &output)
{
    const feel::CellShape &shape = output.allowed->shape();
    bool isList = shape.form == feel::CellShape::Form::Parts && !shape.negated;
    for (const feel::CellShape::Part &part : shape.parts) {
        isList = isList && !part.isRange;
        output.order.push_back(part.equal);
    }
    if (isList)
        return;
    output.order.clear();
    if (m_source.hitPolicy != HitPolicy::Priority && m_source.hitPolicy != HitPolicy::OutputOrder)
        return;
    Finding finding;
    finding.read = clause.outputValues.text;
    finding.say(Remark::PriorityValues);
    m_compiler.report(std::move(finding), {{}, 0, columnName(clause), clause.outputValues.place});
}

void TableCompiler::compileOutput(const OutputClause &clause, feel::Scope &scope)
{
    CompiledOutput output;
    output.name = clause.name;
    output.label = columnName(clause);
    output.type = m_compiler.typeOf(clause.typeRef, m_place);
    const SourceInfo info{{}, 0, output.label, m_place};
    if (clause.outputValues.present && !isAnyCell(clause.outputValues)) {
        feel::Scope block(scope, feel::Scope::Inner::Block);
        output.allowed = m_compiler.compileTests(clause.outputValues, block, output.type, info);
        if (output.allowed)
            readOrder(clause, output);
        else
            m_isBroken = true;
    }
    if (clause.defaultEntry.present && !isAnyCell(clause.defaultEntry)) {
        output.defaultEntry = m_compiler.compileText(clause.defaultEntry, scope, info).node;
        output.defaultSpan = {m_compiler.addSource(info), 0, 0};
    }
    m_table->outputs.push_back(std::move(output));
}

void TableCompiler::compileRule(const Rule &rule, std::size_t number, feel::Scope &scope)
{
    CompiledRule compiled;
    const SourceInfo whole{{}, static_cast<int>(number) + 1, {}, rule.place};
    for (std::size_t c = 0; c < rule.outputs.size(); ++c) {
        SourceInfo info{{}, static_cast<int>(number) + 1, m_table->outputs[c].label, rule.outputs[c].place};
        static const SourceText kNothing{"null", {}, true};
        const SourceText &text = isAnyCell(rule.outputs[c]) ? kNothing : rule.outputs[c];
        compiled.outputs.push_back(m_compiler.compileText(text, scope, info).node);
    }
    // One source an output, one after the other, for what goes wrong with the value and not inside its text.
    for (std::size_t c = 0; c < rule.outputs.size(); ++c) {
        SourceInfo info = whole;
        info.column = m_table->outputs[c].label;
        info.place = rule.outputs[c].place;
        const std::uint32_t source = m_compiler.addSource(info);
        if (c == 0)
            compiled.source = source;
    }
    makeConstant(compiled);
    m_table->rules.push_back(std::move(compiled));
}

void TableCompiler::makeConstant(CompiledRule &rule)
{
    feel::Evaluation evaluation(m_compiler.parts().limits);
    std::vector<feel::Value> members;
    for (std::size_t c = 0; c < rule.outputs.size(); ++c) {
        const feel::Value *constant = rule.outputs[c]->constant();
        const CompiledOutput &output = m_table->outputs[c];
        if (!constant)
            return;
        feel::Value value = *constant;
        if (!output.type.isAny())
            value = feel::convert(value, output.type, evaluation, {});
        // Only a list of constants can be asked now; other allowed values may use the case's names.
        const bool isAllowed = !output.allowed || value.isNull()
            || (output.allowed->shape().form == feel::CellShape::Form::Parts
                && output.allowed->test(value, evaluation) == feel::Truth::True);
        if (!isAllowed || evaluation.diagnosticCount() > 0)
            return;
        members.push_back(std::move(value));
    }
    if (m_table->shape)
        rule.constant = feel::Value(feel::makeRef<const feel::Context>(m_table->shape, std::move(members)));
    else
        rule.constant = std::move(members.front());
    rule.outputs = {};
}

feel::Type TableCompiler::resultType() const
{
    feel::Type type = m_table->outputs.front().type;
    if (m_table->shape) {
        std::vector<feel::Component> components;
        for (const CompiledOutput &output : m_table->outputs)
            components.push_back({output.name, output.type});
        type = feel::Type::context(std::move(components));
    }
    switch (m_table->hitPolicy) {
    case HitPolicy::Unique:
    case HitPolicy::First:
    case HitPolicy::Any:
    case HitPolicy::Priority: return type;
    case HitPolicy::OutputOrder:
    case HitPolicy::RuleOrder: return feel::Type::list(std::move(type));
    case HitPolicy::Collect:
        if (m_table->aggregation == Aggregation::None)
            return feel::Type::list(std::move(type));
        return m_table->aggregation == Aggregation::Count ? feel::Type::number() : type;
    }
    return type;
}

} // namespace tongban::dmn
