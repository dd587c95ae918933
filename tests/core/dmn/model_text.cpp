// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/model_text.h"

#include <QtGlobal>

namespace tongban::test {

std::string definitions(const std::string &inside)
{
    return kHead + inside + "</definitions>";
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

namespace {

std::string cell(const char *element, const std::string &text)
{
    return std::string("<") + element + "><text>" + escaped(text) + "</text></" + element + ">";
}

std::string quoted(const std::string &text)
{
    std::string out;
    for (const char c : text)
        out += c == '"' ? std::string("&quot;") : std::string(1, c);
    return out;
}

} // namespace

std::string input(const std::string &name, const std::string &type)
{
    const std::string typeRef = type.empty() ? "" : " typeRef=\"" + quoted(type) + "\"";
    return "<inputData id=\"" + quoted(name) + "\" name=\"" + quoted(name) + "\"><variable name=\""
        + quoted(name) + "\"" + typeRef + "/></inputData>\n";
}

std::string literal(const std::string &name, const std::string &feel,
                    const std::vector<std::string> &required, const std::string &type)
{
    std::string xml = "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"";
    xml += (type.empty() ? "" : " typeRef=\"" + type + "\"") + "/>";
    for (const std::string &id : required)
        xml += "<informationRequirement><requiredDecision href=\"#" + id + "\"/></informationRequirement>";
    return xml + cell("literalExpression", feel) + "</decision>\n";
}

std::string TableText::xml() const
{
    std::string xml;
    for (const Column &column : inputs)
        xml += input(column.name, column.type);
    xml += "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"";
    xml += (type.empty() ? "" : " typeRef=\"" + type + "\"") + "/>";
    for (const Column &column : inputs)
        xml += "<informationRequirement><requiredInput href=\"#" + quoted(column.name)
            + "\"/></informationRequirement>";
    xml += "<decisionTable hitPolicy=\"" + policy + "\"";
    xml += (aggregation.empty() ? "" : " aggregation=\"" + aggregation + "\"") + ">\n";
    for (const Column &column : inputs) {
        xml += "<input><inputExpression typeRef=\"" + column.type + "\"><text>" + escaped(column.name)
            + "</text></inputExpression>";
        xml += (column.values.empty() ? "" : cell("inputValues", column.values)) + "</input>\n";
    }
    for (const Column &column : outputs) {
        xml += "<output name=\"" + column.name + "\" typeRef=\"" + column.type + "\">";
        xml += column.values.empty() ? "" : cell("outputValues", column.values);
        xml += (column.byDefault.empty() ? "" : cell("defaultOutputEntry", column.byDefault)) + "</output>\n";
    }
    for (const std::string &annotation : annotationNames)
        xml += "<annotation name=\"" + annotation + "\"/>";
    for (const auto &rule : rules) {
        xml += "<rule>";
        for (std::size_t i = 0; i < rule.size(); ++i) {
            const bool isInput = i < inputs.size();
            const bool isOutput = !isInput && i < inputs.size() + outputs.size();
            xml += cell(isInput ? "inputEntry" : isOutput ? "outputEntry" : "annotationEntry", rule[i]);
        }
        xml += "</rule>\n";
    }
    return xml + "</decisionTable></decision>\n";
}

std::shared_ptr<const dmn::CompiledModel> compiled(const std::string &file)
{
    auto model = dmn::readModel(file);
    if (!model)
        qFatal("%s\n%s", model.error().detail.c_str(), file.c_str());
    return dmn::CompiledModel::compile(std::move(*model));
}

std::string decide(const std::shared_ptr<const dmn::CompiledModel> &model, const std::string &decision,
                   const std::string &inputs)
{
    dmn::Evaluator evaluator(model);
    if (const auto set = evaluator.setInputs(inputs); !set)
        return "input: " + set.error().detail;
    const auto outcome = evaluator.evaluate(decision);
    if (!outcome)
        return "error: " + outcome.error().detail;
    return (outcome->isUndecidable ? "?" : "") + feel::textOf(outcome->value);
}

} // namespace tongban::test
