// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/reader.h"

#include "core/dmn/reader_boxed.h"
#include "core/dmn/xml_cursor.h"

#include <array>

namespace tongban::dmn {

namespace {

constexpr std::array kNamespaces{
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/", "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/", "https://www.omg.org/spec/DMN/20240513/MODEL/",
};

bool isKnownNamespace(QStringView nameSpace)
{
    for (const char *known : kNamespaces) {
        if (nameSpace == QLatin1StringView(known))
            return true;
    }
    return false;
}

class ModelReader
{
public:
    explicit ModelReader(XmlCursor &xml) : m_xml(xml) { }

    Model read();

private:
    bool readDrgElement();
    Reference readReference();
    void readRequirement(std::vector<Reference> *inputs, std::vector<Reference> *decisions,
                         std::vector<Reference> *knowledge, std::vector<Reference> *authorities);
    template <typename Element>
    void readVariable(Element &element);
    void readFunctionItem(ItemDefinition &item);
    ItemDefinition readItemDefinition();
    InputData readInputData();
    Decision readDecision();
    BusinessKnowledgeModel readKnowledgeModel();
    DecisionService readService();
    Import readImport();
    KnowledgeSource readSource();

    /// Identifier and name, which every element of the graph has.
    template <typename Element>
    Element begin();

    XmlCursor &m_xml;
    Model m_model;
};

template <typename Element>
Element ModelReader::begin()
{
    Element element;
    element.id = m_xml.attribute("id");
    element.name = m_xml.attribute("name");
    element.place = m_xml.place();
    return element;
}

Reference ModelReader::readReference()
{
    Reference reference;
    reference.place = m_xml.place();
    const std::string href = m_xml.attribute("href");
    const std::size_t hash = href.rfind('#');
    reference.id = hash == std::string::npos ? href : href.substr(hash + 1);
    if (hash != std::string::npos && href.substr(0, hash) != m_model.nameSpace)
        reference.nameSpace = href.substr(0, hash);
    m_xml.skip();
    return reference;
}

void ModelReader::readRequirement(std::vector<Reference> *inputs, std::vector<Reference> *decisions,
                                  std::vector<Reference> *knowledge, std::vector<Reference> *authorities)
{
    while (m_xml.nextChild()) {
        if (inputs && m_xml.is("requiredInput"))
            inputs->push_back(readReference());
        else if (decisions && m_xml.is("requiredDecision"))
            decisions->push_back(readReference());
        else if (knowledge && m_xml.is("requiredKnowledge"))
            knowledge->push_back(readReference());
        else if (authorities && m_xml.is("requiredAuthority"))
            authorities->push_back(readReference());
        else
            m_xml.skip();
    }
}

/// Modellers let people name the variable otherwise than its element, and then write that name in their
/// texts.
template <typename Element>
void ModelReader::readVariable(Element &element)
{
    element.typeRef = typeName(m_xml.attribute("typeRef"));
    if constexpr (requires { element.variable; }) {
        if (const std::string name = m_xml.attribute("name"); name != element.name)
            element.variable = name;
    }
    m_xml.skip();
}

void ModelReader::readFunctionItem(ItemDefinition &item)
{
    item.function = std::make_unique<FunctionItem>();
    item.function->outputTypeRef = typeName(m_xml.attribute("outputTypeRef"));
    while (m_xml.nextChild()) {
        if (m_xml.is("parameters"))
            item.function->parameters.push_back(
                {m_xml.attribute("name"), typeName(m_xml.attribute("typeRef"))});
        m_xml.skip();
    }
}

ItemDefinition ModelReader::readItemDefinition()
{
    auto item = begin<ItemDefinition>();
    item.isCollection = m_xml.attribute("isCollection") == "true" || m_xml.attribute("isCollection") == "1";
    while (m_xml.nextChild()) {
        if (m_xml.is("typeRef"))
            item.typeRef = typeName(m_xml.text().text);
        else if (m_xml.is("allowedValues"))
            item.allowedValues = m_xml.textChild();
        else if (m_xml.is("typeConstraint"))
            item.typeConstraint = m_xml.textChild();
        else if (m_xml.is("itemComponent"))
            item.components.push_back(readItemDefinition());
        else if (m_xml.is("functionItem"))
            readFunctionItem(item);
        else
            m_xml.skip();
    }
    return item;
}

InputData ModelReader::readInputData()
{
    auto input = begin<InputData>();
    while (m_xml.nextChild()) {
        if (m_xml.is("variable"))
            readVariable(input);
        else if (m_xml.is("description"))
            input.description = m_xml.text().text;
        else
            m_xml.skip();
    }
    return input;
}

Decision ModelReader::readDecision()
{
    auto decision = begin<Decision>();
    while (m_xml.nextChild()) {
        if (m_xml.is("variable")) {
            readVariable(decision);
        } else if (m_xml.is("description")) {
            decision.description = m_xml.text().text;
        } else if (m_xml.is("question")) {
            decision.question = m_xml.text().text;
        } else if (m_xml.is("allowedAnswers")) {
            decision.allowedAnswers = m_xml.text().text;
        } else if (m_xml.is("informationRequirement") || m_xml.is("knowledgeRequirement")
                   || m_xml.is("authorityRequirement")) {
            readRequirement(&decision.requiredInputs, &decision.requiredDecisions,
                            &decision.requiredKnowledge, &decision.requiredAuthorities);
        } else if (auto expression = readBoxed(m_xml)) {
            if (decision.expression)
                m_xml.fail(Remark::TwoExpressions);
            decision.expression = std::move(expression);
        } else {
            m_xml.skip();
        }
    }
    return decision;
}

BusinessKnowledgeModel ModelReader::readKnowledgeModel()
{
    auto model = begin<BusinessKnowledgeModel>();
    while (m_xml.nextChild()) {
        if (m_xml.is("variable"))
            readVariable(model);
        else if (m_xml.is("description"))
            model.description = m_xml.text().text;
        else if (m_xml.is("encapsulatedLogic"))
            model.logic = std::make_unique<BoxedExpression>(readFunction(m_xml));
        else if (m_xml.is("knowledgeRequirement"))
            readRequirement(nullptr, nullptr, &model.requiredKnowledge, nullptr);
        else
            m_xml.skip();
    }
    return model;
}

DecisionService ModelReader::readService()
{
    auto service = begin<DecisionService>();
    while (m_xml.nextChild()) {
        if (m_xml.is("variable"))
            readVariable(service);
        else if (m_xml.is("outputDecision"))
            service.outputDecisions.push_back(readReference());
        else if (m_xml.is("encapsulatedDecision"))
            service.encapsulatedDecisions.push_back(readReference());
        else if (m_xml.is("inputDecision"))
            service.inputDecisions.push_back(readReference());
        else if (m_xml.is("inputData"))
            service.inputData.push_back(readReference());
        else
            m_xml.skip();
    }
    return service;
}

Import ModelReader::readImport()
{
    Import import{m_xml.attribute("namespace"), m_xml.attribute("name"), m_xml.attribute("importType"),
                  m_xml.place()};
    m_xml.skip();
    return import;
}

KnowledgeSource ModelReader::readSource()
{
    KnowledgeSource source{m_xml.attribute("id"), m_xml.attribute("name"), m_xml.attribute("locationURI")};
    m_xml.skip();
    return source;
}

bool ModelReader::readDrgElement()
{
    if (m_xml.is("inputData"))
        m_model.inputData.push_back(readInputData());
    else if (m_xml.is("decision"))
        m_model.decisions.push_back(readDecision());
    else if (m_xml.is("businessKnowledgeModel"))
        m_model.knowledgeModels.push_back(readKnowledgeModel());
    else if (m_xml.is("decisionService"))
        m_model.services.push_back(readService());
    else if (m_xml.is("knowledgeSource"))
        m_model.knowledgeSources.push_back(readSource());
    else
        return false;
    return true;
}

Model ModelReader::read()
{
    m_model.id = m_xml.attribute("id");
    m_model.name = m_xml.attribute("name");
    m_model.nameSpace = m_xml.attribute("namespace");
    while (m_xml.nextChild()) {
        if (m_xml.is("import"))
            m_model.imports.push_back(readImport());
        else if (m_xml.is("itemDefinition"))
            m_model.itemDefinitions.push_back(readItemDefinition());
        else if (m_xml.is("description"))
            m_model.description = m_xml.text().text;
        else if (!readDrgElement())
            m_xml.skip();
    }
    return std::move(m_model);
}

} // namespace

tl::expected<Model, Finding> readModelOrFinding(std::string_view bytes, const ReaderLimits &limits)
{
    if (bytes.size() > limits.bytes) {
        Finding finding;
        finding.say(Remark::TooManyBytes, {std::to_string(bytes.size()), std::to_string(limits.bytes)});
        return tl::unexpected(std::move(finding));
    }
    XmlCursor xml(bytes, limits);
    if (xml.enterRoot()) {
        if (!isKnownNamespace(xml.nameSpace()) || !xml.is("definitions"))
            xml.fail(Remark::OtherRoot);
    }
    Model model = ModelReader(xml).read();
    // What stands behind the root belongs to the file as well: a second root or stray text is an error.
    while (!xml.failed() && xml.finish()) { }
    if (xml.failed())
        return tl::unexpected(xml.problem());
    model.remarks = xml.remarks();
    model.digest = sha256(bytes);
    return model;
}

Result<Model> readModel(std::string_view bytes, const ReaderLimits &limits)
{
    auto model = readModelOrFinding(bytes, limits);
    if (!model)
        return fail(ErrorCode::InvalidInput, describe(model.error()));
    return std::move(*model);
}

} // namespace tongban::dmn
