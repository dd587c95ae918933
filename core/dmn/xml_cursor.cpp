// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dmn/xml_cursor.h"

namespace tongban::dmn {

namespace {

std::string utf8(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

XmlCursor::XmlCursor(std::string_view bytes, const ReaderLimits &limits)
    : m_reader(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))), m_limits(limits)
{
}

Place XmlCursor::place() const
{
    return {static_cast<int>(m_reader.lineNumber()), static_cast<int>(m_reader.columnNumber()) + 1};
}

void XmlCursor::fail(Remark remark, std::vector<std::string> parts)
{
    if (m_failed)
        return;
    m_failed = true;
    m_problem.place = place();
    m_problem.element = pathText();
    m_problem.say(remark, std::move(parts));
}

/// The innermost five name the spot; a hostile file must not make the message itself long.
std::string XmlCursor::pathText() const
{
    std::string text;
    const std::size_t first = m_path.size() > 5 ? m_path.size() - 5 : 0;
    for (std::size_t i = first; i < m_path.size(); ++i)
        text += (i == first ? "" : "/") + m_path[i].substr(0, 64);
    return text;
}

/// A text in JavaScript must not be read as if it were FEEL.
void XmlCursor::noteLanguage()
{
    constexpr std::size_t kMost = 20;
    if (m_reader.attributes().isEmpty() || m_remarks.size() >= kMost)
        return;
    const QXmlStreamAttributes attributes = m_reader.attributes();
    const QStringView language = attributes.value(QLatin1StringView("expressionLanguage"));
    if (language.isEmpty() || language.contains(QLatin1StringView("feel"), Qt::CaseInsensitive)
        || m_reader.namespaceUri() != m_modelNamespace)
        return;
    Finding finding;
    finding.kind = FindingKind::Unchecked;
    finding.element = pathText();
    finding.place = place();
    finding.say(Remark::OtherLanguage, {utf8(language.left(100))});
    m_remarks.push_back(std::move(finding));
}

bool XmlCursor::advance()
{
    if (m_failed)
        return false;
    const auto token = m_reader.readNext();
    if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference) {
        fail(Remark::DocumentType);
        return false;
    }
    if (token == QXmlStreamReader::Invalid) {
        fail(Remark::NotXml, {utf8(m_reader.errorString())});
        return false;
    }
    return true;
}

bool XmlCursor::enter()
{
    m_path.push_back(utf8(m_reader.name()));
    if (static_cast<int>(m_path.size()) > m_limits.depth) {
        fail(Remark::ElementsTooDeep, {std::to_string(m_limits.depth)});
        return false;
    }
    if (++m_elements > m_limits.elements) {
        fail(Remark::TooManyElements, {std::to_string(m_limits.elements)});
        return false;
    }
    noteLanguage();
    return true;
}

bool XmlCursor::enterRoot()
{
    while (advance()) {
        if (m_reader.isStartElement()) {
            m_modelNamespace = m_reader.namespaceUri().toString();
            return enter();
        }
    }
    return false;
}

bool XmlCursor::nextChild()
{
    while (advance()) {
        if (m_reader.isStartElement())
            return enter();
        if (m_reader.isEndElement()) {
            m_path.pop_back();
            return false;
        }
    }
    return false;
}

bool XmlCursor::finish()
{
    return !m_reader.atEnd() && advance();
}

void XmlCursor::skip()
{
    for (std::size_t depth = m_path.size(); m_path.size() >= depth && !m_failed;)
        nextChild();
}

SourceText XmlCursor::text()
{
    SourceText content{{}, place(), true};
    const std::size_t depth = m_path.size();
    QString collected;
    while (m_path.size() >= depth && advance()) {
        if (m_reader.isStartElement()) {
            fail(Remark::TextOnly, {utf8(m_reader.name().left(64))});
        } else if (m_reader.isEndElement()) {
            m_path.pop_back();
        } else if (m_reader.isCharacters()) {
            collected += m_reader.text();
        }
    }
    content.text = utf8(collected);
    return content;
}

SourceText XmlCursor::textChild()
{
    SourceText content;
    while (nextChild()) {
        if (is("text"))
            content = text();
        else
            skip();
    }
    return content;
}

bool XmlCursor::is(const char *localName) const
{
    return m_reader.name() == QLatin1StringView(localName) && m_reader.namespaceUri() == m_modelNamespace;
}

std::string XmlCursor::name() const
{
    return utf8(m_reader.name());
}

bool XmlCursor::has(const char *attribute) const
{
    return m_reader.attributes().hasAttribute(QLatin1StringView(attribute));
}

std::string XmlCursor::attributeIn(const char *nameSpace, const char *attribute) const
{
    return utf8(m_reader.attributes().value(QString::fromLatin1(nameSpace), QLatin1StringView(attribute)));
}

std::string XmlCursor::attribute(const char *attribute) const
{
    return utf8(m_reader.attributes().value(QLatin1StringView(attribute)));
}

} // namespace tongban::dmn
