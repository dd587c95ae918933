// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dmn/finding.h"
#include "core/dmn/reader.h"

#include <QString>
#include <QXmlStreamReader>

#include <string>
#include <string_view>
#include <vector>

namespace tongban::dmn {

/// Walks the elements of a DMN file and guards the limits. The pattern is always the same:
///
///     while (xml.nextChild()) {
///         if (xml.is("text")) text = xml.text(); else xml.skip();
///     }
///
/// Every branch consumes the child to its end. After a failure nextChild() answers false everywhere, so the
/// callers need no checks of their own; readModel() asks failed() once.
class XmlCursor
{
public:
    XmlCursor(std::string_view bytes, const ReaderLimits &limits);

    /// Moves to the root element; false on failure.
    bool enterRoot();
    /// Moves to the next child of the current element; false behind the last one, which leaves the element.
    bool nextChild();
    /// Reads what follows the root; false at the end of the file.
    bool finish();
    /// Leaves the current element, whatever is inside.
    void skip();
    /// The current element's character content; leaves the element.
    SourceText text();
    /// The content of a `text` child; leaves the element.
    SourceText textChild();

    /// Whether the current element is the model's own and has this local name.
    bool is(const char *localName) const;
    std::string name() const;
    QStringView nameSpace() const { return m_reader.namespaceUri(); }
    bool has(const char *attribute) const;
    std::string attribute(const char *attribute) const;
    std::string attributeIn(const char *nameSpace, const char *attribute) const;
    Place place() const;

    bool failed() const { return m_failed; }
    void fail(Remark remark, std::vector<std::string> parts = {});
    /// Where and why reading failed.
    const Finding &problem() const { return m_problem; }
    /// What was read over and cannot work.
    const std::vector<Finding> &remarks() const { return m_remarks; }

private:
    bool advance();
    bool enter();
    std::string pathText() const;
    void noteLanguage();

    QXmlStreamReader m_reader;
    ReaderLimits m_limits;
    QString m_modelNamespace;
    std::vector<std::string> m_path;
    int m_elements = 0;
    bool m_failed = false;
    Finding m_problem;
    std::vector<Finding> m_remarks;
};

} // namespace tongban::dmn
