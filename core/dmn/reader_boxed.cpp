// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/reader_boxed.h"

#include <array>

namespace tongban::dmn {

namespace {

/// The single expression inside the current element, which it leaves; an absent literal when there is none.
BoxedExpression readOnly(XmlCursor &xml)
{
    BoxedExpression expression;
    expression.place = xml.place();
    while (xml.nextChild()) {
        if (auto child = readBoxed(xml))
            expression = std::move(*child);
        else
            xml.skip();
    }
    return expression;
}

Variable readVariable(XmlCursor &xml)
{
    Variable variable{xml.attribute("name"), typeName(xml.attribute("typeRef"))};
    xml.skip();
    return variable;
}

void readContextEntry(XmlCursor &xml, BoxedExpression &context)
{
    BoxedEntry entry;
    entry.expression.place = xml.place();
    while (xml.nextChild()) {
        if (xml.is("variable")) {
            Variable variable = readVariable(xml);
            entry.name = std::move(variable.name);
            entry.typeRef = std::move(variable.typeRef);
        } else if (auto child = readBoxed(xml)) {
            entry.expression = std::move(*child);
        } else {
            xml.skip();
        }
    }
    context.entries.push_back(std::move(entry));
}

void readContext(XmlCursor &xml, BoxedExpression &context)
{
    while (xml.nextChild()) {
        if (xml.is("contextEntry"))
            readContextEntry(xml, context);
        else
            xml.skip();
    }
}

BoxedEntry readBinding(XmlCursor &xml)
{
    BoxedEntry binding;
    binding.expression.place = xml.place();
    while (xml.nextChild()) {
        if (xml.is("parameter"))
            binding.name = readVariable(xml).name;
        else if (auto child = readBoxed(xml))
            binding.expression = std::move(*child);
        else
            xml.skip();
    }
    return binding;
}

void readInvocation(XmlCursor &xml, BoxedExpression &invocation)
{
    invocation.entries.emplace_back();
    while (xml.nextChild()) {
        if (xml.is("binding"))
            invocation.entries.push_back(readBinding(xml));
        else if (auto child = readBoxed(xml))
            invocation.entries.front().expression = std::move(*child);
        else
            xml.skip();
    }
}

void readList(XmlCursor &xml, BoxedExpression &list)
{
    while (xml.nextChild()) {
        if (auto child = readBoxed(xml))
            list.entries.push_back({{}, {}, std::move(*child)});
        else
            xml.skip();
    }
}

void readRelation(XmlCursor &xml, BoxedExpression &relation)
{
    while (xml.nextChild()) {
        if (xml.is("column")) {
            relation.parameters.push_back(readVariable(xml));
        } else if (xml.is("row")) {
            const std::size_t expected = relation.entries.size() + relation.parameters.size();
            readList(xml, relation);
            if (relation.entries.size() != expected)
                xml.fail(Remark::RelationRow,
                         {std::to_string(relation.parameters.size()),
                          std::to_string(relation.entries.size() + relation.parameters.size() - expected)});
        } else {
            xml.skip();
        }
    }
}

/// The forms whose parts are fixed, named children: conditional, filter, for, some, every.
void readParts(XmlCursor &xml, BoxedExpression &boxed, const std::vector<const char *> &parts)
{
    boxed.iterator = xml.attribute("iteratorVariable");
    for (const char *part : parts)
        boxed.entries.push_back({part, {}, {}});
    while (xml.nextChild()) {
        bool known = false;
        for (BoxedEntry &entry : boxed.entries) {
            if (xml.is(entry.name.c_str())) {
                entry.typeRef = typeName(xml.attribute("typeRef"));
                entry.expression = readOnly(xml);
                known = true;
                break;
            }
        }
        if (!known)
            xml.skip();
    }
}

FunctionKind functionKind(const std::string &written)
{
    // DMN 1.1 and 1.2 qualified the kind with a prefix.
    const std::string kind = typeName(written);
    if (kind == "Java" || kind == "J")
        return FunctionKind::Java;
    return kind == "PMML" || kind == "P" ? FunctionKind::Pmml : FunctionKind::Feel;
}

using Handler = void (*)(XmlCursor &, BoxedExpression &);

struct Form {
    const char *element;
    BoxedKind kind;
    Handler read;
};

void readLiteral(XmlCursor &xml, BoxedExpression &boxed)
{
    boxed.text = xml.textChild();
}
void readTableInto(XmlCursor &xml, BoxedExpression &boxed)
{
    boxed.table = readTable(xml);
}
void readConditional(XmlCursor &xml, BoxedExpression &boxed)
{
    readParts(xml, boxed, {"if", "then", "else"});
}
void readFilter(XmlCursor &xml, BoxedExpression &boxed)
{
    readParts(xml, boxed, {"in", "match"});
}
void readFor(XmlCursor &xml, BoxedExpression &boxed)
{
    readParts(xml, boxed, {"in", "return"});
}
void readQuantified(XmlCursor &xml, BoxedExpression &boxed)
{
    readParts(xml, boxed, {"in", "satisfies"});
}

void readFunctionInto(XmlCursor &xml, BoxedExpression &function)
{
    function.functionKind = functionKind(xml.attribute("kind"));
    function.entries.emplace_back();
    while (xml.nextChild()) {
        if (xml.is("formalParameter"))
            function.parameters.push_back(readVariable(xml));
        else if (auto child = readBoxed(xml))
            function.entries.front().expression = std::move(*child);
        else
            xml.skip();
    }
}

constexpr std::array kForms{
    Form{"literalExpression", BoxedKind::Literal, readLiteral},
    Form{"decisionTable", BoxedKind::DecisionTable, readTableInto},
    Form{"context", BoxedKind::Context, readContext},
    Form{"invocation", BoxedKind::Invocation, readInvocation},
    Form{"functionDefinition", BoxedKind::FunctionDefinition, readFunctionInto},
    Form{"list", BoxedKind::List, readList},
    Form{"relation", BoxedKind::Relation, readRelation},
    Form{"conditional", BoxedKind::Conditional, readConditional},
    Form{"filter", BoxedKind::Filter, readFilter},
    Form{"for", BoxedKind::For, readFor},
    Form{"some", BoxedKind::Some, readQuantified},
    Form{"every", BoxedKind::Every, readQuantified},
};

BoxedExpression readForm(XmlCursor &xml, BoxedKind kind, Handler read)
{
    BoxedExpression boxed;
    boxed.kind = kind;
    boxed.id = xml.attribute("id");
    boxed.typeRef = typeName(xml.attribute("typeRef"));
    boxed.place = xml.place();
    read(xml, boxed);
    return boxed;
}

} // namespace

std::string typeName(std::string written)
{
    const std::size_t colon = written.find(':');
    if (colon != std::string::npos && written.find(' ') == std::string::npos)
        written.erase(0, colon + 1);
    return written;
}

BoxedExpression readFunction(XmlCursor &xml)
{
    return readForm(xml, BoxedKind::FunctionDefinition, readFunctionInto);
}

std::unique_ptr<BoxedExpression> readBoxed(XmlCursor &xml)
{
    for (const Form &form : kForms) {
        if (xml.is(form.element))
            return std::make_unique<BoxedExpression>(readForm(xml, form.kind, form.read));
    }
    return nullptr;
}

} // namespace tongban::dmn
