// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/boxed_compiler.h"

#include "core/dmn/boxed_nodes.h"
#include "core/dmn/table_compiler.h"

namespace tongban::dmn {

namespace {

bool isBlank(const SourceText &text)
{
    return text.text.find_first_not_of(" \t\r\n") == std::string::npos;
}

} // namespace

BoxedCompiler::BoxedCompiler(ModelParts &parts, TypeResolver &types, int model, std::string element,
                             std::string elementId)
    : m_parts(parts), m_types(types), m_model(model), m_element(std::move(element)),
      m_elementId(std::move(elementId))
{
}

std::uint32_t BoxedCompiler::addSource(const SourceInfo &info)
{
    m_parts.sources.push_back({m_parts.label(m_element), m_parts.label(info.column), info.rule, info.place});
    return static_cast<std::uint32_t>(m_parts.sources.size() - 1);
}

void BoxedCompiler::report(Finding finding, const SourceInfo &info)
{
    finding.element = m_element;
    finding.elementId = m_elementId;
    finding.column = info.column;
    if (info.rule > 0 && finding.rules.empty())
        finding.rules.push_back(info.rule);
    if (finding.place == Place{})
        finding.place = info.place;
    m_parts.findings.push_back(std::move(finding));
}

feel::Type BoxedCompiler::typeOf(const std::string &typeRef, Place place)
{
    return m_types.resolve(m_model, typeRef, m_element, place);
}

CompiledPiece BoxedCompiler::nothing(std::string why, const SourceInfo &info)
{
    const feel::Span span{addSource(info), 0, 0};
    return {std::make_shared<NothingNode>(span, std::move(why)), feel::Type::any()};
}

CompiledPiece BoxedCompiler::compileText(const SourceText &text, feel::Scope &scope, SourceInfo info)
{
    info.place = text.place;
    const feel::CompileOptions options{addSource(info), m_parts.limits, m_parts.hosts};
    auto expression = feel::compileExpression(text.text, scope, options);
    if (expression)
        return {expression->node(), expression->type()};
    std::string why = "the text does not compile: " + expression.error().message();
    report(findingOf(expression.error(), text), info);
    return nothing(std::move(why), info);
}

std::optional<feel::UnaryTests> BoxedCompiler::compileTests(const SourceText &text, feel::Scope &scope,
                                                            const feel::Type &type, SourceInfo info)
{
    info.place = text.place;
    const feel::CompileOptions options{addSource(info), m_parts.limits, m_parts.hosts};
    auto tests = feel::compileUnaryTests(text.text, scope, type, options);
    if (tests)
        return std::move(*tests);
    report(findingOf(tests.error(), text), info);
    return std::nullopt;
}

CompiledPiece BoxedCompiler::converted(CompiledPiece piece, const feel::Type &type, feel::Span span) const
{
    if (type.isAny())
        return piece;
    return {feel::convertNode(std::move(piece.node), type, span), type};
}

SourceInfo BoxedCompiler::placeOf(const BoxedExpression &boxed, std::string what) const
{
    return {m_element, 0, std::move(what), boxed.place};
}

feel::Span BoxedCompiler::spanOf(const BoxedExpression &boxed, std::string what)
{
    return {addSource(placeOf(boxed, std::move(what))), 0, 0};
}

CompiledPiece BoxedCompiler::compile(const BoxedExpression &boxed, feel::Scope &scope)
{
    CompiledPiece piece = compileForm(boxed, scope);
    return converted(std::move(piece), typeOf(boxed.typeRef, boxed.place), spanOf(boxed, "result"));
}

CompiledPiece BoxedCompiler::compileForm(const BoxedExpression &boxed, feel::Scope &scope)
{
    switch (boxed.kind) {
    case BoxedKind::Literal:
        if (!boxed.text.present || isBlank(boxed.text)) {
            Finding finding;
            finding.severity = Severity::Warning;
            finding.say(Remark::EmptyExpression);
            report(std::move(finding), placeOf(boxed, ""));
            return nothing("the expression has no text", placeOf(boxed, ""));
        }
        return compileText(boxed.text, scope, placeOf(boxed, ""));
    case BoxedKind::DecisionTable: return TableCompiler(*this, *boxed.table, boxed.place).compile(scope);
    case BoxedKind::Context: return compileContext(boxed, scope);
    case BoxedKind::Invocation: return compileInvocation(boxed, scope);
    case BoxedKind::FunctionDefinition: return compileFunctionValue(boxed, scope);
    case BoxedKind::List: return compileList(boxed, scope);
    case BoxedKind::Relation: return compileRelation(boxed, scope);
    case BoxedKind::Conditional: return compileConditional(boxed, scope);
    case BoxedKind::Filter: return compileFilter(boxed, scope);
    case BoxedKind::For:
    case BoxedKind::Some:
    case BoxedKind::Every: return compileIteration(boxed, scope);
    }
    return {};
}

CompiledPiece BoxedCompiler::compileContext(const BoxedExpression &boxed, feel::Scope &scope)
{
    feel::Scope block(scope, feel::Scope::Inner::Block);
    std::vector<feel::ContextEntry> entries;
    std::vector<feel::Component> components;
    CompiledPiece result;
    for (const BoxedEntry &entry : boxed.entries) {
        CompiledPiece piece = compile(entry.expression, block);
        if (entry.name.empty()) {
            result = std::move(piece);
            continue;
        }
        const feel::Type declared = typeOf(entry.typeRef, entry.expression.place);
        const feel::Type type = declared.isAny() ? piece.type : declared;
        const std::size_t slot = block.declareLocal(entry.name, type);
        block.declareMembers(type);
        entries.push_back({entry.name, slot, declared, std::move(piece.node)});
        components.push_back({entry.name, type});
    }
    const feel::Type type = result.node ? result.type : feel::Type::context(std::move(components));
    return {feel::contextNode(std::move(entries), std::move(result.node), spanOf(boxed, "context")), type};
}

CompiledPiece BoxedCompiler::compileInvocation(const BoxedExpression &boxed, feel::Scope &scope)
{
    CompiledPiece function = compile(boxed.entries.front().expression, scope);
    std::vector<feel::Binding> bindings;
    for (std::size_t i = 1; i < boxed.entries.size(); ++i)
        bindings.push_back({boxed.entries[i].name, compile(boxed.entries[i].expression, scope).node});
    const feel::Type type =
        function.type.form() == feel::Type::Form::Function ? function.type.result() : feel::Type::any();
    return {feel::invocationNode(std::move(function.node), std::move(bindings), spanOf(boxed, "invocation")),
            type};
}

std::vector<feel::Parameter> BoxedCompiler::parametersOf(const BoxedExpression &function)
{
    std::vector<feel::Parameter> parameters;
    for (const Variable &parameter : function.parameters)
        parameters.push_back({parameter.name, typeOf(parameter.typeRef, function.place)});
    return parameters;
}

namespace {

std::vector<feel::Type> typesOf(const std::vector<feel::Parameter> &parameters)
{
    std::vector<feel::Type> types;
    for (const feel::Parameter &parameter : parameters)
        types.push_back(parameter.type);
    return types;
}

void declare(const std::vector<feel::Parameter> &parameters, feel::Scope &scope)
{
    for (const feel::Parameter &parameter : parameters) {
        scope.declareLocal(parameter.name, parameter.type);
        scope.declareMembers(parameter.type);
    }
}

} // namespace

CompiledPiece BoxedCompiler::compileFunctionValue(const BoxedExpression &boxed, feel::Scope &scope)
{
    if (boxed.functionKind != FunctionKind::Feel)
        return compileHostFunction(boxed, scope);
    std::vector<feel::Parameter> parameters = parametersOf(boxed);
    feel::Scope inner(scope, feel::Scope::Inner::Function);
    declare(parameters, inner);
    CompiledPiece body = compile(boxed.entries.front().expression, inner);
    const feel::Type type = feel::Type::function(typesOf(parameters), body.type);
    return {feel::functionNode(std::move(parameters), feel::Type::any(), std::move(body.node), inner,
                               spanOf(boxed, "function"), body.type),
            type};
}

CompiledPiece BoxedCompiler::compileHostFunction(const BoxedExpression &boxed, feel::Scope &scope)
{
    if (!m_parts.hosts) {
        Finding finding;
        finding.kind = FindingKind::Unchecked;
        finding.say(Remark::HostFunction);
        report(std::move(finding), placeOf(boxed, "function"));
    }
    CompiledPiece body = compile(boxed.entries.front().expression, scope);
    return {feel::externalFunctionNode(parametersOf(boxed), std::move(body.node), m_parts.hosts,
                                       spanOf(boxed, "function")),
            feel::Type::simple(feel::Type::Form::Function)};
}

CompiledPiece BoxedCompiler::callHostFunction(const BoxedExpression &boxed, feel::Scope &scope)
{
    CompiledPiece host = compileHostFunction(boxed, scope);
    std::vector<feel::Binding> bindings;
    for (const Variable &parameter : boxed.parameters) {
        auto argument = feel::compileExpression(parameter.name, scope);
        if (!argument)
            return nothing("a parameter's name does not compile", placeOf(boxed, "function"));
        bindings.push_back({parameter.name, argument->node()});
    }
    return {feel::invocationNode(std::move(host.node), std::move(bindings), spanOf(boxed, "function")),
            feel::Type::any()};
}

feel::Ref<const feel::Callable>
BoxedCompiler::compileFunction(const BoxedExpression &boxed, const std::string &resultType, feel::Scope &root)
{
    std::vector<feel::Parameter> parameters = parametersOf(boxed);
    feel::Scope inner(root, feel::Scope::Inner::Function);
    declare(parameters, inner);
    CompiledPiece body;
    if (boxed.functionKind == FunctionKind::Feel) {
        body = compile(boxed.entries.front().expression, inner);
    } else {
        body = callHostFunction(boxed, inner);
    }
    feel::Type type = typeOf(resultType, boxed.place);
    if (type.form() == feel::Type::Form::Function)
        type = type.result();
    return feel::makeFunction(m_element, std::move(parameters), type, std::move(body.node), inner,
                              spanOf(boxed, "function"));
}

CompiledPiece BoxedCompiler::compileList(const BoxedExpression &boxed, feel::Scope &scope)
{
    std::vector<feel::NodePtr> elements;
    for (const BoxedEntry &entry : boxed.entries)
        elements.push_back(compile(entry.expression, scope).node);
    return {feel::listNode(std::move(elements), spanOf(boxed, "list")), feel::Type::list(feel::Type::any())};
}

CompiledPiece BoxedCompiler::compileRelation(const BoxedExpression &boxed, feel::Scope &scope)
{
    std::vector<std::string> names;
    std::vector<feel::Component> components;
    for (const Variable &column : boxed.parameters) {
        names.push_back(column.name);
        components.push_back({column.name, typeOf(column.typeRef, boxed.place)});
    }
    std::vector<feel::NodePtr> cells;
    const feel::Span span = spanOf(boxed, "relation");
    for (std::size_t i = 0; i < boxed.entries.size(); ++i) {
        CompiledPiece cell = compile(boxed.entries[i].expression, scope);
        cells.push_back(converted(std::move(cell), components[i % components.size()].type, span).node);
    }
    return {feel::relationNode(std::move(names), std::move(cells), span),
            feel::Type::list(feel::Type::context(std::move(components)))};
}

CompiledPiece BoxedCompiler::compileConditional(const BoxedExpression &boxed, feel::Scope &scope)
{
    CompiledPiece condition = compile(boxed.entries[0].expression, scope);
    CompiledPiece then = compile(boxed.entries[1].expression, scope);
    CompiledPiece otherwise = compile(boxed.entries[2].expression, scope);
    return {std::make_shared<ConditionalNode>(std::move(condition.node), std::move(then.node),
                                              std::move(otherwise.node), spanOf(boxed, "conditional")),
            feel::Type::any()};
}

CompiledPiece BoxedCompiler::compileFilter(const BoxedExpression &boxed, feel::Scope &scope)
{
    const BoxedExpression &match = boxed.entries[1].expression;
    CompiledPiece list = compile(boxed.entries[0].expression, scope);
    if (match.kind != BoxedKind::Literal) {
        Finding finding;
        finding.kind = FindingKind::Unchecked;
        finding.say(Remark::FilterMatch);
        report(std::move(finding), placeOf(match, "match"));
        return nothing("the condition of a filter has to be a literal expression", placeOf(match, "match"));
    }
    SourceInfo info = placeOf(match, "match");
    info.place = match.text.place;
    const feel::CompileOptions options{addSource(info), m_parts.limits, m_parts.hosts};
    auto filter =
        feel::compileFilter(feel::Expression(list.node, list.type), match.text.text, scope, options);
    if (filter)
        return {filter->node(), filter->type()};
    std::string why = "the text does not compile: " + filter.error().message();
    report(findingOf(filter.error(), match.text), info);
    return nothing(std::move(why), info);
}

CompiledPiece BoxedCompiler::compileIteration(const BoxedExpression &boxed, feel::Scope &scope)
{
    const BoxedEntry &in = boxed.entries[0];
    const feel::Span span = spanOf(boxed, "iteration");
    CompiledPiece list =
        converted(compile(in.expression, scope), typeOf(in.typeRef, in.expression.place), span);
    const feel::Type element =
        list.type.form() == feel::Type::Form::List ? list.type.element() : feel::Type::any();
    feel::Scope block(scope, feel::Scope::Inner::Block);
    const std::size_t slot = block.declareLocal(boxed.iterator, element);
    block.declareMembers(element);
    const bool isFor = boxed.kind == BoxedKind::For;
    const std::size_t partial =
        isFor ? block.declareLocal("partial", feel::Type::list(feel::Type::any())) : feel::Shape::kNone;
    CompiledPiece body = compile(boxed.entries[1].expression, block);
    feel::NodePtr rounds = feel::iterationNode(feel::Iteration::For, slot, partial, std::move(list.node),
                                               std::move(body.node), span);
    if (isFor)
        return {std::move(rounds), feel::Type::list(body.type)};
    return {std::make_shared<QuantifierNode>(std::move(rounds), boxed.kind == BoxedKind::Some, span),
            feel::Type::boolean()};
}

} // namespace tongban::dmn
