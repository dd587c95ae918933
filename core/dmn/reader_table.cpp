// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/reader_boxed.h"

namespace tongban::dmn {

namespace {

HitPolicy hitPolicy(XmlCursor &xml)
{
    const std::string written = xml.attribute("hitPolicy");
    if (written.empty())
        return HitPolicy::Unique;
    for (const HitPolicy policy : {HitPolicy::Unique, HitPolicy::First, HitPolicy::Priority, HitPolicy::Any,
                                   HitPolicy::Collect, HitPolicy::RuleOrder, HitPolicy::OutputOrder}) {
        if (written == name(policy))
            return policy;
    }
    xml.fail(Remark::HitPolicyName, {written.substr(0, 64)});
    return HitPolicy::Unique;
}

Aggregation aggregation(XmlCursor &xml)
{
    const std::string written = xml.attribute("aggregation");
    for (const Aggregation how :
         {Aggregation::None, Aggregation::Sum, Aggregation::Count, Aggregation::Min, Aggregation::Max}) {
        if (written == name(how))
            return how;
    }
    // LIST stood in the schema of DMN 1.1 drafts; modellers still write it.
    if (written != "LIST")
        xml.fail(Remark::AggregationName, {written.substr(0, 64)});
    return Aggregation::None;
}

InputClause readInput(XmlCursor &xml)
{
    InputClause input;
    input.id = xml.attribute("id");
    input.label = xml.attribute("label");
    while (xml.nextChild()) {
        if (xml.is("inputExpression")) {
            input.typeRef = typeName(xml.attribute("typeRef"));
            input.expression = xml.textChild();
        } else if (xml.is("inputValues")) {
            input.allowedValues = xml.textChild();
        } else {
            xml.skip();
        }
    }
    if (input.label.empty())
        input.label = input.expression.text;
    return input;
}

OutputClause readOutput(XmlCursor &xml)
{
    OutputClause output;
    output.id = xml.attribute("id");
    output.label = xml.attribute("label");
    output.name = xml.attribute("name");
    output.typeRef = typeName(xml.attribute("typeRef"));
    while (xml.nextChild()) {
        if (xml.is("outputValues"))
            output.outputValues = xml.textChild();
        else if (xml.is("defaultOutputEntry"))
            output.defaultEntry = xml.textChild();
        else
            xml.skip();
    }
    return output;
}

std::string readPlainText(XmlCursor &xml)
{
    return xml.textChild().text;
}

Rule readRule(XmlCursor &xml)
{
    Rule rule;
    rule.id = xml.attribute("id");
    rule.place = xml.place();
    while (xml.nextChild()) {
        if (xml.is("description"))
            rule.description = xml.text().text;
        else if (xml.is("inputEntry"))
            rule.inputs.push_back(xml.textChild());
        else if (xml.is("outputEntry"))
            rule.outputs.push_back(xml.textChild());
        else if (xml.is("annotationEntry"))
            rule.annotations.push_back(readPlainText(xml));
        else
            xml.skip();
    }
    return rule;
}

} // namespace

std::unique_ptr<DecisionTable> readTable(XmlCursor &xml)
{
    auto table = std::make_unique<DecisionTable>();
    table->hitPolicy = hitPolicy(xml);
    table->aggregation = aggregation(xml);
    table->outputLabel = xml.attribute("outputLabel");
    while (xml.nextChild()) {
        if (xml.is("input")) {
            table->inputs.push_back(readInput(xml));
        } else if (xml.is("output")) {
            table->outputs.push_back(readOutput(xml));
        } else if (xml.is("annotation")) {
            table->annotationNames.push_back(xml.attribute("name"));
            xml.skip();
        } else if (xml.is("rule")) {
            table->rules.push_back(readRule(xml));
        } else {
            xml.skip();
        }
    }
    return table;
}

} // namespace tongban::dmn
