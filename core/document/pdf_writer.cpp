// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/pdf_writer.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/document/pdf_font.h"

#include <array>
#include <cstdio>
#include <zlib.h>

namespace tongban::document {

namespace {

std::string number(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    std::string trimmed = text.data();
    while (trimmed.back() == '0')
        trimmed.pop_back();
    if (trimmed.back() == '.')
        trimmed.pop_back();
    return trimmed == "-0" ? "0" : trimmed;
}

std::string point(double x, double y)
{
    return number(x) + ' ' + number(kPageHeight - y);
}

std::string ink(Ink ink, const char *command)
{
    switch (ink) {
    case Ink::Black: return std::string("0 0 0 ") + command + '\n';
    case Ink::Grey: return std::string("0.45 0.45 0.45 ") + command + '\n';
    case Ink::Red: return std::string("0.78 0.06 0.06 ") + command + '\n';
    }
    return {};
}

/// UTF-16 with a byte-order mark in hexadecimal: a text string of the file's information.
std::string textString(std::string_view utf8)
{
    std::string text = "<FEFF";
    std::array<char, 8> part{};
    while (!utf8.empty()) {
        char32_t character = takeCodePoint(utf8);
        if (character >= 0x10000) {
            character -= 0x10000;
            std::snprintf(part.data(), part.size(), "%04X",
                          static_cast<unsigned>(0xD800 + (character >> 10)));
            text += part.data();
            character = 0xDC00 + (character & 0x3FF);
        }
        std::snprintf(part.data(), part.size(), "%04X", static_cast<unsigned>(character));
        text += part.data();
    }
    return text + '>';
}

Result<std::string> deflated(std::string_view bytes)
{
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    if (compress2(reinterpret_cast<Bytef *>(out.data()), &size, reinterpret_cast<const Bytef *>(bytes.data()),
                  static_cast<uLong>(bytes.size()), Z_BEST_SPEED)
        != Z_OK)
        return fail(ErrorCode::Internal, "a stream of the PDF cannot be compressed");
    out.resize(size);
    return out;
}

/// The numbered objects of a file and where they begin.
class PdfFile
{
public:
    int reserve()
    {
        m_offsets.push_back(0);
        return static_cast<int>(m_offsets.size());
    }

    void write(int object, std::string_view body)
    {
        m_offsets[static_cast<std::size_t>(object - 1)] = m_bytes.size();
        m_bytes += std::to_string(object) + " 0 obj\n" + std::string(body) + "\nendobj\n";
    }

    int add(std::string_view body)
    {
        const int object = reserve();
        write(object, body);
        return object;
    }

    Result<int> addStream(std::string_view bytes, const std::string &entries = {})
    {
        const std::string packed = TRY(deflated(bytes));
        return add("<< /Length " + std::to_string(packed.size()) + " /Filter /FlateDecode" + entries
                   + " >>\nstream\n" + packed + "\nendstream");
    }

    std::string finish(int catalog, int information)
    {
        const std::string id = sha256(m_bytes).hex().substr(0, 32);
        const std::size_t start = m_bytes.size();
        m_bytes += "xref\n0 " + std::to_string(m_offsets.size() + 1) + "\n0000000000 65535 f \n";
        std::array<char, 32> line{};
        for (const std::size_t offset : m_offsets) {
            std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", offset);
            m_bytes += line.data();
        }
        m_bytes += "trailer\n<< /Size " + std::to_string(m_offsets.size() + 1) + " /Root "
            + std::to_string(catalog) + " 0 R /Info " + std::to_string(information) + " 0 R /ID [<" + id
            + "> <" + id + ">] >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
        return std::move(m_bytes);
    }

private:
    std::string m_bytes = "%PDF-1.6\n%\xE2\xE3\xCF\xD3\n";
    std::vector<std::size_t> m_offsets;
};

std::string reference(int object)
{
    return std::to_string(object) + " 0 R";
}

void drawLines(const Page &page, std::string &out)
{
    for (const LineMark &line : page.lines)
        out += ink(line.ink, "RG") + number(line.width) + " w " + point(line.x1, line.y1) + " m "
            + point(line.x2, line.y2) + " l S\n";
    if (!page.boxes.empty())
        out += ink(Ink::Black, "rg");
    for (const BoxMark &box : page.boxes)
        out +=
            point(box.x, box.y + box.height) + ' ' + number(box.width) + ' ' + number(box.height) + " re\n";
    if (!page.boxes.empty())
        out += "f\n";
}

void drawCircles(const Page &page, std::string &out)
{
    // The control points of four Bézier curves that make a circle.
    constexpr double kArc = 0.5523;
    for (const CircleMark &circle : page.circles) {
        const double r = circle.radius;
        const double k = r * kArc;
        const double x = circle.x;
        const double y = circle.y;
        out += ink(Ink::Grey, "RG") + "0.5 w [3 3] 0 d " + point(x + r, y) + " m " + point(x + r, y + k) + ' '
            + point(x + k, y + r) + ' ' + point(x, y + r) + " c " + point(x - k, y + r) + ' '
            + point(x - r, y + k) + ' ' + point(x - r, y) + " c " + point(x - r, y - k) + ' '
            + point(x - k, y - r) + ' ' + point(x, y - r) + " c " + point(x + k, y - r) + ' '
            + point(x + r, y - k) + ' ' + point(x + r, y) + " c S [] 0 d\n";
    }
}

using Fonts = std::array<PdfFont, kFaceCount>;

std::string drawPage(const Page &page, Fonts &fonts)
{
    std::string out;
    drawLines(page, out);
    drawCircles(page, out);
    for (const TextMark &mark : page.texts) {
        const auto face = static_cast<std::size_t>(mark.face);
        out += ink(mark.ink, "rg") + "BT /F" + std::to_string(face) + ' ' + number(mark.size) + " Tf "
            + number(mark.spacing) + " Tc " + point(mark.x, mark.baseline) + " Td <";
        for (const char32_t character : mark.text)
            out += fonts[face].code(character);
        out += "> Tj ET\n";
    }
    return out;
}

Result<int> writeFont(PdfFile &file, const PdfFont &font)
{
    const int program = TRY(file.addStream(TRY(font.outlines()), " /Subtype /CIDFontType0C"));
    const int toUnicode = TRY(file.addStream(font.toUnicode()));
    const std::string name = font.baseName();
    const int descriptor =
        file.add("<< /Type /FontDescriptor /FontName /" + name
                 + " /Flags 6 /FontBBox [-1000 -1050 3000 1810] /ItalicAngle 0 /Ascent 1151"
                   " /Descent -286 /CapHeight 733 /StemV 80 /FontFile3 "
                 + reference(program) + " >>");
    const int descendant =
        file.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /" + name
                 + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 "
                   ">> /DW 1000 /W "
                 + font.widths() + " /FontDescriptor " + reference(descriptor) + " >>");
    return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name
                    + " /Encoding /Identity-H "
                      "/DescendantFonts ["
                    + reference(descendant) + "] /ToUnicode " + reference(toUnicode) + " >>");
}

std::string pdfDate(Timestamp instant)
{
    std::string iso = isoTimestamp(instant);
    std::string digits;
    for (const char character : iso.substr(0, 19))
        if (character >= '0' && character <= '9')
            digits += character;
    return "(D:" + digits + "+08'00')";
}

} // namespace

Result<std::string> writePdf(std::span<const LaidOutPaper> papers, const FontBook &fonts, Timestamp created)
{
    PdfFile file;
    const int catalog = file.reserve();
    const int tree = file.reserve();
    const int resources = file.reserve();
    Fonts used{PdfFont(fonts.face(Face::Regular)), PdfFont(fonts.face(Face::Bold))};
    std::string kids;
    int count = 0;
    for (const LaidOutPaper &paper : papers) {
        for (const Page &page : paper.pages) {
            const int content = TRY(file.addStream(drawPage(page, used)));
            kids += ' '
                + reference(file.add("<< /Type /Page /Parent " + reference(tree) + " /MediaBox [0 0 "
                                     + number(kPageWidth) + ' ' + number(kPageHeight) + "] /Resources "
                                     + reference(resources) + " /Contents " + reference(content) + " >>"));
            ++count;
        }
    }
    std::string fontEntries;
    for (std::size_t face = 0; face < used.size(); ++face)
        if (used[face].isUsed())
            fontEntries += " /F" + std::to_string(face) + ' ' + reference(TRY(writeFont(file, used[face])));
    file.write(resources, "<< /Font <<" + fontEntries + " >> >>");
    file.write(tree, "<< /Type /Pages /Count " + std::to_string(count) + " /Kids [" + kids + " ] >>");
    const std::string language = papers.empty() ? std::string("zh-CN") : papers.front().language;
    file.write(catalog,
               "<< /Type /Catalog /Pages " + reference(tree) + " /Lang (" + language
                   + ") /ViewerPreferences << /DisplayDocTitle true >> >>");
    const std::string title =
        papers.empty() ? std::string() : papers.front().title + ' ' + papers.front().number;
    const int information = file.add("<< /Title " + textString(title) + " /Creator " + textString("Tongban")
                                     + " /CreationDate " + pdfDate(created) + " >>");
    return file.finish(catalog, information);
}

} // namespace tongban::document
