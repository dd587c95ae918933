// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/dmn/kit_reader.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

namespace tongban::test {

namespace {

using feel::Value;

const auto kSchemaInstance = QStringLiteral("http://www.w3.org/2001/XMLSchema-instance");

Value durationOf(const std::string &text)
{
    if (const auto days = feel::DaysDuration::parse(text))
        return Value(*days);
    const auto months = feel::MonthsDuration::parse(text);
    return months ? Value(*months) : Value();
}

template <typename T>
Value valueOrNull(const std::optional<T> &parsed)
{
    return parsed ? Value(*parsed) : Value();
}

Value scalarOf(const QString &type, const std::string &text)
{
    const QString local = type.section(QLatin1Char(':'), -1);
    if (local == QStringLiteral("boolean"))
        return Value(text == "true" || text == "1");
    if (local == QStringLiteral("date"))
        return valueOrNull(feel::Date::parse(text));
    if (local == QStringLiteral("time"))
        return valueOrNull(feel::Time::parse(text));
    if (local == QStringLiteral("dateTime"))
        return valueOrNull(feel::DateTime::parse(text));
    if (local == QStringLiteral("duration") || local == QStringLiteral("dayTimeDuration")
        || local == QStringLiteral("yearMonthDuration"))
        return durationOf(text);
    if (local == QStringLiteral("decimal") || local == QStringLiteral("double")
        || local == QStringLiteral("integer") || local == QStringLiteral("int")
        || local == QStringLiteral("long") || local == QStringLiteral("float"))
        return valueOrNull(feel::Decimal::parse(text));
    return Value(text);
}

class KitReader
{
public:
    explicit KitReader(QFile &file) : m_xml(&file) { }

    std::optional<KitFile> read()
    {
        if (!m_xml.readNextStartElement())
            return std::nullopt;
        KitFile file;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1StringView("modelName"))
                file.modelName = m_xml.readElementText().trimmed();
            else if (m_xml.name() == QLatin1StringView("testCase"))
                file.cases.push_back(readCase());
            else
                m_xml.skipCurrentElement();
        }
        if (m_xml.hasError())
            return std::nullopt;
        return file;
    }

private:
    std::string attribute(const char *name) const
    {
        return m_xml.attributes().value(QLatin1StringView(name)).toString().toStdString();
    }

    KitCase readCase()
    {
        KitCase one;
        one.id = attribute("id");
        if (attribute("type") == "decisionService")
            one.service = attribute("invocableName");
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1StringView("inputNode")) {
                const std::string name = attribute("name");
                one.inputs.push_back({name, readContent()});
            } else if (m_xml.name() == QLatin1StringView("resultNode")) {
                one.results.push_back(readResult());
            } else {
                m_xml.skipCurrentElement();
            }
        }
        return one;
    }

    KitCase::Expected readResult()
    {
        KitCase::Expected expected{attribute("name"), {}, attribute("errorResult") == "true"};
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1StringView("expected"))
                expected.value = readContent();
            else
                m_xml.skipCurrentElement();
        }
        return expected;
    }

    /// What is inside inputNode, expected, item and component: one value, a list, or components.
    Value readContent()
    {
        Value value;
        feel::ContextBuilder components;
        bool hasComponents = false;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1StringView("value")) {
                value = readValue();
            } else if (m_xml.name() == QLatin1StringView("list")) {
                value = readList();
            } else if (m_xml.name() == QLatin1StringView("component")) {
                const std::string name = attribute("name");
                components.put(name, readContent());
                hasComponents = true;
            } else {
                m_xml.skipCurrentElement();
            }
        }
        return hasComponents ? std::move(components).build() : value;
    }

    bool isNil() const
    {
        return m_xml.attributes().value(kSchemaInstance, QStringLiteral("nil")) == QStringLiteral("true");
    }

    Value readValue()
    {
        const bool nil = isNil();
        const QString type = m_xml.attributes().value(kSchemaInstance, QStringLiteral("type")).toString();
        const std::string text = m_xml.readElementText().toStdString();
        return nil ? Value() : scalarOf(type, text);
    }

    Value readList()
    {
        const bool nil = isNil();
        std::vector<Value> items;
        while (m_xml.readNextStartElement())
            items.push_back(readContent());
        return nil ? Value() : Value(std::move(items));
    }

    QXmlStreamReader m_xml;
};

QString dataFolder(const char *variable, const QString &name)
{
    const QString given = qEnvironmentVariable(variable);
    const QString path = given.isEmpty()
        ? qEnvironmentVariable("TONGBAN_SOURCE_DIR") + QStringLiteral("/../shared/data/") + name
        : given;
    return QDir(path).exists() ? QDir(path).absolutePath() : QString();
}

} // namespace

std::optional<KitFile> readKitFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return KitReader(file).read();
}

QString kitFolder()
{
    return dataFolder("TONGBAN_DMN_TCK", QStringLiteral("dmn-tck"));
}

QString workloadFolder()
{
    return dataFolder("TONGBAN_RULE_WORKLOADS", QStringLiteral("rule-workloads"));
}

} // namespace tongban::test
