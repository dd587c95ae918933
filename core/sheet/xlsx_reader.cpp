// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sheet/xlsx_reader.h"

#include "core/sheet/zip_entry.h"

#include <QString>
#include <QXmlStreamReader>

namespace tongban::sheet {

namespace {

constexpr std::size_t kLargestPart = std::size_t{256} << 20U;
constexpr std::size_t kMostColumns = 16'384;

QXmlStreamReader readerOf(const std::string &bytes)
{
    return QXmlStreamReader(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

/// The text of the element the reader stands in, runs of rich text joined, reading aids left out.
QString textWithin(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    int hidden = 0; // depth at which phonetic text began
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            ++depth;
            if (hidden == 0 && xml.name() == QLatin1String("rPh"))
                hidden = depth;
        } else if (xml.isEndElement()) {
            if (hidden == depth)
                hidden = 0;
            --depth;
        } else if (xml.isCharacters() && hidden == 0) {
            text += xml.text();
        }
    }
    return text;
}

Result<> checked(const QXmlStreamReader &xml)
{
    if (xml.hasError())
        return fail(ErrorCode::InvalidInput,
                    "the sheet is damaged: line " + std::to_string(xml.lineNumber()) + " of its XML");
    return {};
}

Result<std::vector<std::string>> sharedTexts(const std::filesystem::path &file)
{
    std::vector<std::string> texts;
    const auto bytes = zipEntry(file, "xl/sharedStrings.xml", kLargestPart);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return texts;
    QXmlStreamReader xml = readerOf(TRY(bytes));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("si"))
            texts.push_back(textWithin(xml).toStdString());
    }
    TRY(checked(xml));
    return texts;
}

/// "C7" is in the third column.
std::size_t columnOf(QStringView reference)
{
    std::size_t column = 0;
    for (const QChar c : reference) {
        if (c < QLatin1Char('A') || c > QLatin1Char('Z'))
            break;
        column = column * 26 + static_cast<std::size_t>(c.unicode() - u'A') + 1;
    }
    return column;
}

Result<std::string> cellText(QXmlStreamReader &xml, const std::vector<std::string> &shared)
{
    const QString type = xml.attributes().value(QLatin1String("t")).toString();
    QString value;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("v") || xml.name() == QLatin1String("is"))
            value += textWithin(xml);
        else
            xml.skipCurrentElement();
    }
    if (type != QLatin1String("s"))
        return value.toStdString();
    bool isNumber = false;
    const auto number = value.toULongLong(&isNumber);
    if (!isNumber || number >= shared.size())
        return fail(ErrorCode::InvalidInput, "the sheet is damaged: a text is missing");
    return shared[static_cast<std::size_t>(number)];
}

Result<std::vector<std::string>> rowCells(QXmlStreamReader &xml, const std::vector<std::string> &shared)
{
    std::vector<std::string> row;
    while (xml.readNextStartElement()) {
        if (xml.name() != QLatin1String("c")) {
            xml.skipCurrentElement();
            continue;
        }
        const std::size_t column = columnOf(xml.attributes().value(QLatin1String("r")));
        if (column > kMostColumns)
            return fail(ErrorCode::InvalidInput, "the sheet is damaged: a column beyond the last");
        if (column > row.size() + 1)
            row.resize(column - 1); // empty cells are left out of the file
        row.push_back(TRY(cellText(xml, shared)));
    }
    return row;
}

} // namespace

Result<std::vector<std::vector<std::string>>> readXlsx(const std::filesystem::path &file)
{
    const std::vector<std::string> shared = TRY(sharedTexts(file));
    auto bytes = zipEntry(file, "xl/worksheets/sheet1.xml", kLargestPart);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::InvalidInput, "the file is no sheet: it has no first worksheet");
    QXmlStreamReader xml = readerOf(TRY(bytes));
    std::vector<std::vector<std::string>> rows;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != QLatin1String("row"))
            continue;
        const auto number = xml.attributes().value(QLatin1String("r")).toULongLong();
        if (number > rows.size() + 1 && number <= 1'048'576)
            rows.resize(static_cast<std::size_t>(number) - 1);
        rows.push_back(TRY(rowCells(xml, shared)));
    }
    TRY(checked(xml));
    return rows;
}

} // namespace tongban::sheet
