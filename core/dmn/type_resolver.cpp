// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/type_resolver.h"

#include "core/feel/scope.h"

namespace tongban::dmn {

namespace {

/// Types inside types; a file may chain as many as it likes, the stack may not.
constexpr std::size_t kMaximumNesting = 64;

/// The allowed values of an item definition as a condition on its type.
class AllowedValues final : public feel::Constraint
{
public:
    AllowedValues(feel::UnaryTests tests, std::size_t frameSize)
        : m_tests(std::move(tests)), m_frameSize(frameSize)
    {
    }

    bool allows(const feel::Value &value, feel::Evaluation &evaluation) const override
    {
        const feel::Frame frame(evaluation, m_frameSize);
        return frame.isOpen() && m_tests.test(value, evaluation) == feel::Truth::True;
    }

    const feel::CellShape &shape() const { return m_tests.shape(); }

private:
    feel::UnaryTests m_tests;
    std::size_t m_frameSize;
};

} // namespace

const feel::CellShape *allowedShape(const feel::Type &type)
{
    const auto *allowed = dynamic_cast<const AllowedValues *>(type.constraint());
    return allowed ? &allowed->shape() : nullptr;
}

namespace {

Remark remarkOf(feel::CompileError::Kind kind)
{
    using Kind = feel::CompileError::Kind;
    switch (kind) {
    case Kind::Syntax: return Remark::UnexpectedText;
    case Kind::UnknownName: return Remark::UnknownName;
    case Kind::UnknownFunction: return Remark::UnknownFunction;
    case Kind::WrongArguments: return Remark::WrongArguments;
    case Kind::TooDeep: return Remark::TextTooDeep;
    case Kind::TooLong: return Remark::TextTooLong;
    case Kind::NotUtf8: return Remark::TextNotUtf8;
    }
    return Remark::UnexpectedText;
}

} // namespace

Finding findingOf(const feel::CompileError &error, const SourceText &text)
{
    Finding finding;
    const bool unknown = error.kind == feel::CompileError::Kind::UnknownName
        || error.kind == feel::CompileError::Kind::UnknownFunction;
    finding.kind = unknown ? FindingKind::UnknownName : FindingKind::Syntax;
    finding.say(
        remarkOf(error.kind),
        {error.message(), std::to_string(error.span.begin + 1), error.read, error.expected, error.nearest});
    finding.expectation = error.expectation;
    finding.place = text.place;
    finding.text = text.text;
    finding.read = unknown ? error.read : text.text;
    finding.expected = unknown ? error.nearest : error.expected;
    finding.position = static_cast<int>(error.span.begin);
    return finding;
}

bool needsConversion(const feel::Type &known, const feel::Type &wanted)
{
    if (wanted.isAny())
        return false;
    if (known.form() != wanted.form() || wanted.form() == feel::Type::Form::Function)
        return true;
    if (wanted.constraint() && wanted.constraint() == known.constraint())
        return false;
    return wanted.isConstrained() || !feel::conforms(known, wanted);
}

TypeResolver::TypeResolver(std::span<const Model *const> models, std::vector<Finding> &findings)
    : m_models(models), m_findings(findings)
{
    for (std::size_t m = 0; m < models.size(); ++m) {
        for (const ItemDefinition &item : models[m]->itemDefinitions) {
            const auto [where, isNew] =
                m_items.try_emplace({static_cast<int>(m), feel::normalizedName(item.name)}, &item);
            if (!isNew) {
                Finding finding;
                finding.kind = FindingKind::Duplicate;
                finding.element = item.name;
                finding.elementId = item.id;
                finding.place = item.place;
                finding.say(Remark::DuplicateType);
                m_findings.push_back(std::move(finding));
            }
            collectMembers(item);
        }
    }
}

void TypeResolver::collectMembers(const ItemDefinition &item)
{
    for (const ItemDefinition &component : item.components) {
        m_members.insert(component.name);
        collectMembers(component);
    }
}

int TypeResolver::importedModel(int model, std::string_view alias) const
{
    for (const Import &import : m_models[static_cast<std::size_t>(model)]->imports) {
        if (import.name != alias)
            continue;
        for (std::size_t m = 0; m < m_models.size(); ++m) {
            if (m_models[m]->nameSpace == import.nameSpace)
                return static_cast<int>(m);
        }
    }
    return -1;
}

const ItemDefinition *TypeResolver::find(int model, const std::string &name) const
{
    const auto found = m_items.find({model, name});
    return found == m_items.end() ? nullptr : found->second;
}

feel::Type TypeResolver::resolve(int model, const std::string &typeRef, const std::string &element,
                                 Place place)
{
    const std::string name = feel::normalizedName(typeRef);
    if (name.empty())
        return feel::Type::any();
    if (const ItemDefinition *item = find(model, name))
        return define(model, *item);
    if (const auto builtin = feel::Type::named(name))
        return *builtin;
    // An import without a name lends its types under their own names.
    for (std::size_t dot = 0; dot != std::string::npos; dot = name.find('.', dot + 1)) {
        const int imported = importedModel(model, name.substr(0, dot));
        const ItemDefinition *item =
            imported < 0 ? nullptr : find(imported, name.substr(dot == 0 ? 0 : dot + 1));
        if (item)
            return define(imported, *item);
    }
    Finding finding;
    finding.kind = FindingKind::UnknownType;
    finding.element = element;
    finding.place = place;
    finding.read = typeRef;
    finding.say(Remark::UnknownType, {typeRef});
    m_findings.push_back(std::move(finding));
    return feel::Type::any();
}

feel::Type TypeResolver::define(int model, const ItemDefinition &item)
{
    if (const auto done = m_done.find(&item); done != m_done.end())
        return done->second;
    if (m_open.size() >= kMaximumNesting) {
        Finding finding;
        finding.element = item.name;
        finding.elementId = item.id;
        finding.place = item.place;
        finding.say(Remark::TypesTooDeep, {std::to_string(kMaximumNesting)});
        m_findings.push_back(std::move(finding));
        return feel::Type::any();
    }
    if (!m_open.insert(&item).second)
        return feel::Type::any();
    feel::Type type = constrain(item, base(model, item), item.allowedValues);
    if (item.isCollection)
        type = feel::Type::list(std::move(type));
    type = constrain(item, std::move(type), item.typeConstraint);
    if (!item.name.empty())
        type = type.titled(item.name);
    m_open.erase(&item);
    m_done.emplace(&item, type);
    return type;
}

feel::Type TypeResolver::base(int model, const ItemDefinition &item)
{
    if (!item.components.empty()) {
        std::vector<feel::Component> components;
        for (const ItemDefinition &component : item.components)
            components.push_back({component.name, define(model, component)});
        return feel::Type::context(std::move(components));
    }
    if (item.function) {
        std::vector<feel::Type> parameters;
        for (const Variable &parameter : item.function->parameters)
            parameters.push_back(resolve(model, parameter.typeRef, item.name, item.place));
        return feel::Type::function(std::move(parameters),
                                    resolve(model, item.function->outputTypeRef, item.name, item.place));
    }
    return resolve(model, item.typeRef, item.name, item.place);
}

feel::Type TypeResolver::constrain(const ItemDefinition &item, feel::Type type, const SourceText &allowed)
{
    if (!allowed.present || allowed.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return type;
    feel::Scope scope;
    auto tests = feel::compileUnaryTests(allowed.text, scope, type);
    if (!tests) {
        Finding finding = findingOf(tests.error(), allowed);
        finding.element = item.name;
        finding.elementId = item.id;
        m_findings.push_back(std::move(finding));
        return type;
    }
    if (tests->shape().form == feel::CellShape::Form::Any)
        return type;
    return type.constrained(std::make_shared<AllowedValues>(std::move(*tests), scope.frameSize()));
}

} // namespace tongban::dmn
