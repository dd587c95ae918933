// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/model_compiler.h"

#include "core/dmn/service_function.h"

#include <algorithm>

namespace tongban::dmn {

std::vector<const Model *> ModelCompiler::pointersTo(const ModelParts &parts)
{
    std::vector<const Model *> pointers;
    for (const Model &model : parts.models)
        pointers.push_back(&model);
    return pointers;
}

ModelCompiler::ModelCompiler(ModelParts &parts)
    : m_parts(parts), m_models(pointersTo(parts)), m_types(m_models, parts.findings),
      m_graph(m_models, parts.findings)
{
}

const Model &ModelCompiler::modelOf(const Element &element) const
{
    return *m_models[static_cast<std::size_t>(element.model)];
}

const Decision &ModelCompiler::decisionOf(const Element &element) const
{
    return modelOf(element).decisions[static_cast<std::size_t>(element.index)];
}

const BusinessKnowledgeModel &ModelCompiler::knowledgeOf(const Element &element) const
{
    return modelOf(element).knowledgeModels[static_cast<std::size_t>(element.index)];
}

const DecisionService &ModelCompiler::serviceOf(const Element &element) const
{
    return modelOf(element).services[static_cast<std::size_t>(element.index)];
}

/// What reading remarked, and what is imported and is not there; nothing needs to use it, so the model may
/// still work.
void ModelCompiler::checkImports()
{
    for (const Model *model : m_models) {
        m_parts.findings.insert(m_parts.findings.end(), model->remarks.begin(), model->remarks.end());
        for (const Import &import : model->imports) {
            const bool isThere = std::ranges::any_of(
                m_models, [&](const Model *other) { return other->nameSpace == import.nameSpace; });
            if (isThere)
                continue;
            const bool isDmn =
                import.importType.empty() || import.importType.find("/DMN/") != std::string::npos;
            Finding finding;
            finding.severity = Severity::Warning;
            finding.kind = isDmn ? FindingKind::UnknownElement : FindingKind::Unchecked;
            finding.element = import.name;
            finding.place = import.place;
            if (isDmn)
                finding.say(Remark::MissingImport, {import.nameSpace});
            else
                finding.say(Remark::ForeignImport, {import.nameSpace, import.importType});
            m_parts.findings.push_back(std::move(finding));
        }
    }
}

void ModelCompiler::run()
{
    checkImports();
    makeRoots();
    makeElements();
    const auto &elements = m_graph.elements();
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind == ElementKind::Service)
            makeService(elements[i], i + 1);
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind == ElementKind::KnowledgeModel)
            compileKnowledge(elements[i], i + 1);
    }
    for (const int number : m_graph.order())
        compileDecision(m_graph.element(number), slotOf(number));
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind == ElementKind::Decision && elements[i].isInCycle)
            breakDecision(elements[i], i + 1, "the decision needs its own answer");
    }
    publish();
}

void ModelCompiler::collectMembers(const BoxedExpression &boxed)
{
    for (const BoxedEntry &entry : boxed.entries) {
        if (boxed.kind == BoxedKind::Context && !entry.name.empty())
            m_members.insert(entry.name);
        collectMembers(entry.expression);
    }
    if (boxed.kind == BoxedKind::Relation) {
        for (const Variable &column : boxed.parameters)
            m_members.insert(column.name);
    }
    if (boxed.table && boxed.table->outputs.size() > 1) {
        for (const OutputClause &output : boxed.table->outputs)
            m_members.insert(output.name);
    }
}

void ModelCompiler::makeRoots()
{
    m_members = m_types.memberNames();
    for (const Model *model : m_models) {
        for (const Decision &decision : model->decisions) {
            if (decision.expression)
                collectMembers(*decision.expression);
        }
        for (const BusinessKnowledgeModel &knowledge : model->knowledgeModels) {
            if (knowledge.logic)
                collectMembers(*knowledge.logic);
        }
    }
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        feel::Scope &root = *m_roots.emplace_back(std::make_unique<feel::Scope>());
        for (const std::string &member : m_members)
            root.declareMember(member);
        for (const ItemDefinition &item : m_models[m]->itemDefinitions)
            root.declareType(item.name,
                             m_types.resolve(static_cast<int>(m), item.name, item.name, item.place));
        for (const Import &import : m_models[m]->imports) {
            const int imported = m_types.importedModel(static_cast<int>(m), import.name);
            if (imported < 0)
                continue;
            for (const ItemDefinition &item : m_models[static_cast<std::size_t>(imported)]->itemDefinitions) {
                const std::string name = import.name.empty() ? item.name : import.name + "." + item.name;
                root.declareType(name, m_types.resolve(imported, item.name, item.name, item.place));
            }
        }
    }
}

std::string ModelCompiler::variableOf(const Element &element) const
{
    switch (element.kind) {
    case ElementKind::InputData:
        return modelOf(element).inputData[static_cast<std::size_t>(element.index)].variable;
    case ElementKind::Decision: return decisionOf(element).variable;
    case ElementKind::KnowledgeModel: return knowledgeOf(element).variable;
    case ElementKind::Service: return {};
    }
    return {};
}

void ModelCompiler::makeElements()
{
    m_parts.elements.resize(m_graph.elements().size() + 1);
    m_parts.globals.resize(m_parts.elements.size());
    for (std::size_t i = 0; i < m_graph.elements().size(); ++i) {
        const Element &element = m_graph.elements()[i];
        CompiledElement &compiled = m_parts.elements[i + 1];
        compiled.kind = element.kind;
        compiled.name = element.name;
        compiled.variable = variableOf(element);
        compiled.id = element.id;
        compiled.type = declaredType(element);
        m_parts.sources.push_back({m_parts.label(element.name), m_parts.label({}), 0, element.place});
        compiled.span = {static_cast<std::uint32_t>(m_parts.sources.size() - 1), 0, 0};
        if (element.kind == ElementKind::Decision && !element.isInCycle) {
            for (const int decision : element.decisions)
                compiled.decisions.push_back(slotOf(decision));
        }
    }
}

feel::Type ModelCompiler::functionType(const Element &element)
{
    std::vector<feel::Type> parameters;
    const auto result = [this, &element](const std::string &typeRef) {
        feel::Type type = m_types.resolve(element.model, typeRef, element.name, element.place);
        return type.form() == feel::Type::Form::Function ? type.result() : type;
    };
    if (element.kind == ElementKind::KnowledgeModel) {
        const BusinessKnowledgeModel &knowledge = knowledgeOf(element);
        if (knowledge.logic) {
            for (const Variable &parameter : knowledge.logic->parameters)
                parameters.push_back(
                    m_types.resolve(element.model, parameter.typeRef, element.name, knowledge.logic->place));
        }
        return feel::Type::function(std::move(parameters), result(knowledge.typeRef));
    }
    for (const auto *list : {&serviceOf(element).inputData, &serviceOf(element).inputDecisions}) {
        for (const Reference &reference : *list) {
            const int number = m_graph.find(element.model, reference);
            parameters.push_back(number < 0 ? feel::Type::any() : declaredType(m_graph.element(number)));
        }
    }
    return feel::Type::function(std::move(parameters), result(serviceOf(element).typeRef));
}

feel::Type ModelCompiler::declaredType(const Element &element)
{
    switch (element.kind) {
    case ElementKind::InputData: {
        const InputData &input = modelOf(element).inputData[static_cast<std::size_t>(element.index)];
        return m_types.resolve(element.model, input.typeRef, element.name, element.place);
    }
    case ElementKind::Decision:
        return m_types.resolve(element.model, decisionOf(element).typeRef, element.name, element.place);
    case ElementKind::KnowledgeModel:
    case ElementKind::Service: return functionType(element);
    }
    return {};
}

std::string ModelCompiler::aliasOf(int model, int imported) const
{
    if (model == imported)
        return {};
    const std::string &nameSpace = m_models[static_cast<std::size_t>(imported)]->nameSpace;
    for (const Import &import : m_models[static_cast<std::size_t>(model)]->imports) {
        if (import.nameSpace == nameSpace)
            return import.name;
    }
    return {};
}

std::vector<ImportContext> ModelCompiler::declareRequirements(const Element &element, feel::Scope &scope)
{
    std::map<std::string, std::vector<int>> byAlias;
    for (const std::vector<int> *numbers : {&element.inputs, &element.decisions, &element.knowledge}) {
        for (const int number : *numbers)
            byAlias[aliasOf(element.model, m_graph.element(number).model)].push_back(number);
    }
    return declareNames(byAlias, scope);
}

std::vector<ImportContext> ModelCompiler::declareNames(const std::map<std::string, std::vector<int>> &byAlias,
                                                       feel::Scope &scope)
{
    std::vector<ImportContext> imports;
    for (const auto &[alias, numbers] : byAlias) {
        std::vector<feel::Component> components;
        std::vector<std::string> names;
        ImportContext import;
        // Second names first: they give way to the name of an element.
        for (const int number : numbers) {
            const CompiledElement &required = m_parts.elements[slotOf(number)];
            if (alias.empty() && !required.variable.empty())
                scope.declareGlobal(required.variable, required.type, slotOf(number));
        }
        for (const int number : numbers) {
            const CompiledElement &required = m_parts.elements[slotOf(number)];
            if (alias.empty()) {
                scope.declareGlobal(required.name, required.type, slotOf(number));
                scope.declareMembers(required.type);
            } else if (std::ranges::find(names, required.name) == names.end()) {
                names.push_back(required.name);
                components.push_back({required.name, required.type});
                import.members.push_back(slotOf(number));
            }
        }
        if (alias.empty())
            continue;
        import.slot = m_parts.globals.size();
        import.shape = feel::makeRef<const feel::Shape>(std::move(names));
        m_parts.globals.emplace_back();
        const feel::Type type = feel::Type::context(std::move(components));
        scope.declareGlobal(alias, type, import.slot);
        scope.declareMembers(type);
        imports.push_back(std::move(import));
    }
    return imports;
}

void ModelCompiler::compileKnowledge(const Element &element, std::size_t slot)
{
    const BusinessKnowledgeModel &knowledge = knowledgeOf(element);
    if (!knowledge.logic)
        return;
    feel::Scope scope(rootOf(element), feel::Scope::Inner::Function);
    const std::vector<ImportContext> imports = declareRequirements(element, scope);
    // DMN 1.5, 7.3.3: a knowledge model may call itself.
    scope.declareGlobal(element.name, m_parts.elements[slot].type, slot);
    BoxedCompiler compiler(m_parts, m_types, element.model, element.name, element.id);
    m_parts.globals[slot] = feel::Value(compiler.compileFunction(*knowledge.logic, knowledge.typeRef, scope));
    m_parts.knowledgeImports.insert(m_parts.knowledgeImports.end(), imports.begin(), imports.end());
}

void ModelCompiler::makeService(const Element &element, std::size_t slot)
{
    CompiledElement &compiled = m_parts.elements[slot];
    std::vector<feel::Parameter> parameters;
    for (const auto *list : {&serviceOf(element).inputData, &serviceOf(element).inputDecisions}) {
        for (const Reference &reference : *list) {
            const int number = m_graph.find(element.model, reference);
            if (number < 0)
                continue;
            compiled.parameters.push_back(slotOf(number));
            parameters.push_back({m_graph.element(number).name, m_parts.elements[slotOf(number)].type});
        }
    }
    for (const Reference &reference : serviceOf(element).outputDecisions) {
        const int number = m_graph.find(element.model, reference);
        if (number >= 0)
            compiled.outputs.push_back(slotOf(number));
    }
    feel::Type result = compiled.type.result();
    m_parts.globals[slot] = feel::Value(feel::Ref<const feel::Callable>(
        feel::makeRef<const ServiceFunction>(m_parts, slot, std::move(parameters), std::move(result))));
}

void ModelCompiler::breakDecision(const Element &element, std::size_t slot, std::string why)
{
    BoxedCompiler compiler(m_parts, m_types, element.model, element.name, element.id);
    m_parts.elements[slot].logic = compiler.nothing(std::move(why), {{}, 0, {}, element.place}).node;
    m_parts.elements[slot].decisions.clear();
}

void ModelCompiler::compileDecision(const Element &element, std::size_t slot)
{
    const Decision &decision = decisionOf(element);
    if (!decision.expression) {
        Finding finding;
        finding.severity = Severity::Warning;
        finding.element = element.name;
        finding.elementId = element.id;
        finding.place = element.place;
        finding.say(Remark::NoLogic);
        m_parts.findings.push_back(std::move(finding));
        breakDecision(element, slot, "the decision has no logic and no value was given");
        return;
    }
    feel::Scope scope(rootOf(element), feel::Scope::Inner::Function);
    std::vector<ImportContext> imports = declareRequirements(element, scope);
    BoxedCompiler compiler(m_parts, m_types, element.model, element.name, element.id);
    CompiledPiece piece = compiler.compile(*decision.expression, scope);
    CompiledElement &compiled = m_parts.elements[slot];
    compiled.imports = std::move(imports);
    compiled.isConverted = needsConversion(piece.type, compiled.type);
    if (decision.typeRef.empty())
        compiled.type = piece.type;
    compiled.logic = std::move(piece.node);
    compiled.frameSize = scope.frameSize();
}

void ModelCompiler::publish()
{
    for (const ImportContext &import : m_parts.knowledgeImports) {
        std::vector<feel::Value> members;
        for (const std::size_t member : import.members)
            members.push_back(m_parts.globals[member]);
        m_parts.globals[import.slot] =
            feel::Value(feel::makeRef<const feel::Context>(import.shape, std::move(members)));
    }
    for (std::size_t i = 0; i < m_graph.elements().size(); ++i) {
        const Element &element = m_graph.elements()[i];
        const CompiledElement &compiled = m_parts.elements[i + 1];
        m_parts.byName.try_emplace(feel::normalizedName(element.name), i + 1);
        if (element.kind == ElementKind::InputData) {
            const InputData &input = modelOf(element).inputData[static_cast<std::size_t>(element.index)];
            m_parts.inputs.push_back({i + 1, element.name, element.id, compiled.type, input.description});
        } else if (element.kind == ElementKind::Decision) {
            m_parts.decisions.push_back(
                {i + 1, element.name, element.id, compiled.type, decisionOf(element).description});
        }
    }
    for (std::size_t slot = 1; slot <= m_graph.elements().size(); ++slot) {
        if (const std::string &variable = m_parts.elements[slot].variable; !variable.empty())
            m_parts.byName.try_emplace(feel::normalizedName(variable), slot);
    }
    m_parts.sources.shrink_to_fit();
}

} // namespace tongban::dmn
