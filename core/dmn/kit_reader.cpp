// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/kit_reader.h"

#include "core/dmn/xml_cursor.h"

namespace tongban::dmn {

namespace {

using feel::Value;

constexpr auto kSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

template <typename T>
Value valueOrNull(const std::optional<T> &parsed)
{
    return parsed ? Value(*parsed) : Value();
}

Value durationOf(std::string_view text)
{
    if (const auto days = feel::DaysDuration::parse(text))
        return Value(*days);
    return valueOrNull(feel::MonthsDuration::parse(text));
}

/// A value of an XML Schema type; the prefix of the type's name is whatever the file declares.
Value scalarOf(std::string_view type, const std::string &content)
{
    type = type.substr(type.rfind(':') + 1);
    const std::string_view text = trimmed(content);
    if (type == "boolean")
        return Value(text == "true" || text == "1");
    if (type == "date")
        return valueOrNull(feel::Date::parse(text));
    if (type == "time")
        return valueOrNull(feel::Time::parse(text));
    if (type == "dateTime")
        return valueOrNull(feel::DateTime::parse(text));
    if (type == "duration" || type == "dayTimeDuration" || type == "yearMonthDuration")
        return durationOf(text);
    for (const std::string_view number : {"decimal", "double", "float", "integer", "int", "long", "short"}) {
        if (type == number)
            return valueOrNull(feel::Decimal::parse(text));
    }
    return Value(content);
}

class KitReader
{
public:
    explicit KitReader(XmlCursor &xml) : m_xml(xml) { }

    KitFile read()
    {
        KitFile file;
        while (m_xml.nextChild()) {
            if (m_xml.is("modelName"))
                file.modelName = trimmed(m_xml.text().text);
            else if (m_xml.is("testCase"))
                file.cases.push_back(readCase());
            else
                m_xml.skip();
        }
        return file;
    }

private:
    KitCase readCase()
    {
        KitCase one;
        one.id = m_xml.attribute("id");
        one.type = m_xml.attribute("type");
        one.invocable = m_xml.attribute("invocableName");
        while (m_xml.nextChild()) {
            if (m_xml.is("inputNode")) {
                std::string name = m_xml.attribute("name");
                one.inputs.push_back({std::move(name), readContent()});
            } else if (m_xml.is("resultNode")) {
                one.results.push_back(readResult());
            } else {
                m_xml.skip();
            }
        }
        return one;
    }

    KitCase::Expected readResult()
    {
        KitCase::Expected expected;
        expected.name = m_xml.attribute("name");
        expected.isError = m_xml.attribute("errorResult") == "true" || m_xml.attribute("errorResult") == "1";
        while (m_xml.nextChild()) {
            if (m_xml.is("expected"))
                expected.value = readContent();
            else
                m_xml.skip();
        }
        return expected;
    }

    /// What is inside inputNode, expected, item and component: one value, a list, or components.
    Value readContent()
    {
        Value value;
        feel::ContextBuilder components;
        bool hasComponents = false;
        while (m_xml.nextChild()) {
            if (m_xml.is("value")) {
                value = readValue();
            } else if (m_xml.is("list")) {
                value = readList();
            } else if (m_xml.is("component")) {
                const std::string name = m_xml.attribute("name");
                const bool isNil = this->isNil();
                Value component = readContent();
                components.put(name, isNil ? Value() : std::move(component));
                hasComponents = true;
            } else {
                m_xml.skip();
            }
        }
        return hasComponents ? std::move(components).build() : value;
    }

    bool isNil() const
    {
        const std::string nil = m_xml.attributeIn(kSchemaInstance, "nil");
        return nil == "true" || nil == "1";
    }

    Value readValue()
    {
        const bool nil = isNil();
        const std::string type = m_xml.attributeIn(kSchemaInstance, "type");
        const std::string text = m_xml.text().text;
        return nil ? Value() : scalarOf(type, text);
    }

    Value readList()
    {
        const bool nil = isNil();
        std::vector<Value> items;
        while (m_xml.nextChild()) {
            if (m_xml.is("item"))
                items.push_back(readContent());
            else
                m_xml.skip();
        }
        return nil ? Value() : Value(std::move(items));
    }

    XmlCursor &m_xml;
};

} // namespace

Result<KitFile> readKitFile(std::string_view bytes)
{
    XmlCursor xml(bytes, {});
    if (xml.enterRoot() && !xml.is("testCases"))
        return fail(ErrorCode::NotFound, "this is no test file of the compatibility kit");
    KitFile file = KitReader(xml).read();
    while (!xml.failed() && xml.finish()) { }
    if (xml.failed())
        return fail(ErrorCode::InvalidInput, describe(xml.problem()));
    return file;
}

} // namespace tongban::dmn
