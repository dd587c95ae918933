// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/document/paper_layout.h"
#include "core/document/pdf_writer.h"
#include "tests/core/document/pdf_reader.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_directory.h"

#include <QRegularExpression>
#include <QTest>

using namespace tongban;
using namespace tongban::document;
using tests::TemporaryDirectory;

namespace {

std::shared_ptr<const FontBook> fonts()
{
    static const auto book = FontBook::open(FontBook::folders({}));
    return *book;
}

PaperTemplate paperOf(const std::string &blocks)
{
    const std::string json =
        R"({"paper":"receipt","version":1,"code":"SJ","title":{"zh":"收件凭证","en":"Receipt"},)"
        R"("status":{"zh":"已收件","en":"Received"},"sources":[],"blocks":[)"
        + blocks + "]}";
    return *PaperTemplate::parse(json, "test.json");
}

PaperFields fieldsWith(std::string name, std::string reason)
{
    PaperFields fields;
    fields.values = {
        {"organisation.name", "深圳市交通运输局"}, {"paper.number", "深交审-2026-440305-0000001-A-SJ-1"},
        {"paper.date", "2026年11月23日"},          {"verification.code", "0123 4567 89AB CDEF"},
        {"applicant.name", std::move(name)},       {"act.reason", std::move(reason)}};
    return fields;
}

const std::string kText = R"({"text":"{{applicant.name}}","style":"addressee"},{"text":"{{act.reason}}"})";

LaidOutPaper laidOut(const PaperTemplate &paper, const PaperFields &fields, const PrintMarks &marks = {})
{
    return *layOut(paper, fields, PaperLanguage::Chinese, marks, *fonts());
}

std::string pdfOf(const LaidOutPaper &paper)
{
    return *writePdf(std::span(&paper, 1), *fonts(), Timestamp(std::chrono::hours(500'000)));
}

} // namespace

class PdfTest : public QObject
{
    Q_OBJECT

private slots:
    // Noto CJK draws these with the glyphs of radicals; a PDF that maps glyphs back by the lowest code point
    // has ⻋ for 车.
    void charactersThatShareGlyphsWithRadicalsAreFound()
    {
        const std::string words = "车辆门牌页码三角人员大小高处龙岗黄色马鞍鱼鳞鸟类长安见证金页食品骨干鬼神鼎"
                                  "鼓鼠齐用生白皮目石示立竹米走足身里雨风飞";
        const std::string pdf = pdfOf(laidOut(paperOf(kText), fieldsWith("张三", words)));
        QVERIFY(tests::pdfRunningText(pdf).contains(QString::fromStdString(words)));
    }

    void rareNamesAreFound()
    {
        const std::string pdf = pdfOf(laidOut(paperOf(kText), fieldsWith("𠮷田㐂子𬭚", "名")));
        QVERIFY(tests::pdfRunningText(pdf).contains(QStringLiteral("𠮷田㐂子")));
    }

    void aCharacterWithoutAShapeIsPrintedAsItsCode()
    {
        const LaidOutPaper paper = laidOut(paperOf(kText), fieldsWith("王\U000323AF", "名"));
        QCOMPARE(paper.unprintable, std::u32string(U"\U000323AF"));
        QVERIFY(tests::pdfRunningText(pdfOf(paper)).contains(QStringLiteral("王〔U+323AF〕")));
    }

    void theFontIsEmbeddedWithAMapOfItsCharacters()
    {
        const QString list = tests::pdfFonts(pdfOf(laidOut(paperOf(kText), fieldsWith("张三", "理由"))));
        const QStringList lines = list.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        for (const QString &line : lines.mid(2)) {
            QVERIFY2(line.contains(QLatin1String("NotoSerifCJKsc")), qPrintable(line));
            QVERIFY2(line.contains(QRegularExpression(QStringLiteral("yes +yes +yes"))), qPrintable(line));
        }
    }

    void theSameInputGivesTheSameBytes()
    {
        const PaperFields fields = fieldsWith("张三", "理由");
        QCOMPARE(pdfOf(laidOut(paperOf(kText), fields)), pdfOf(laidOut(paperOf(kText), fields)));
    }

    void aLongTextRunsOverNumberedPagesAndLosesNothing()
    {
        std::string reason;
        for (int sentence = 1; sentence <= 120; ++sentence)
            reason += "第" + std::to_string(sentence) + "项:车辆检验有效期届满,未在规定期限内办理;";
        const LaidOutPaper paper = laidOut(paperOf(kText + R"(,{"seal":true})"), fieldsWith("张三", reason));
        QVERIFY(paper.pages.size() > 2);
        const QString text = tests::pdfText(pdfOf(paper));
        for (int sentence = 1; sentence <= 120; ++sentence)
            QVERIFY(QString(text)
                        .remove(QLatin1Char('\n'))
                        .remove(QLatin1Char(' '))
                        .contains(QStringLiteral("第%1项").arg(sentence)));
        const auto pages = paper.pages.size();
        QVERIFY(tests::pdfRunningText(pdfOf(paper))
                    .contains(QStringLiteral("第%1页共%1页").arg(static_cast<int>(pages))));
    }

    void noLineBeginsWithAClosingMark()
    {
        std::string reason;
        for (int word = 0; word < 80; ++word)
            reason += std::string(static_cast<std::size_t>(word % 5), 'x')
                + "检验\uff0c合格\uff1b\uff08补\uff09《办法》。";
        const LaidOutPaper paper = laidOut(paperOf(kText), fieldsWith("张三", reason));
        const std::u32string closing = U"\uff0c\uff1b\uff09》。";
        const std::u32string opening = U"\uff08《";
        int lines = 0;
        for (const Page &page : paper.pages)
            for (const TextMark &mark : page.texts)
                if (mark.size == 14) {
                    ++lines;
                    QVERIFY(closing.find(mark.text.front()) == std::u32string::npos);
                    QVERIFY(opening.find(mark.text.back()) == std::u32string::npos);
                }
        QVERIFY(lines > 10);
    }

    void nothingStandsOutsideTheMargins()
    {
        const std::string name(400, 'W');
        const std::string form =
            R"({"form":[{"label":{"zh":"申请人","en":"A"},"value":"{{applicant.name}}"}]})";
        const LaidOutPaper paper = laidOut(paperOf(form + ',' + kText), fieldsWith(name, name));
        for (const Page &page : paper.pages)
            for (const TextMark &mark : page.texts) {
                int width = 0;
                for (const char32_t character : mark.text) {
                    const DocumentFont &font = fonts()->face(mark.face);
                    width += font.advance(font.glyph(character));
                }
                QVERIFY(mark.x >= 0 && mark.x + width * mark.size / 1000 <= kPageWidth - 50);
            }
    }

    void aRowHigherThanAPageIsDivided()
    {
        std::string reason;
        for (int line = 1; line <= 100; ++line)
            reason += "第" + std::to_string(line) + "行\n";
        const std::string form = R"({"form":[{"label":{"zh":"理由","en":"R"},"value":"{{act.reason}}"}]})";
        const LaidOutPaper paper = laidOut(paperOf(form), fieldsWith("张三", reason));
        QVERIFY(paper.pages.size() > 1);
        const QString text = tests::pdfRunningText(pdfOf(paper));
        for (int line = 1; line <= 100; ++line)
            QVERIFY(text.contains(QStringLiteral("第%1行").arg(line)));
    }

    void aSealNeverStandsAloneOnAPage()
    {
        for (int lines = 20; lines < 30; ++lines) {
            std::string reason = "始";
            for (int line = 0; line < lines; ++line)
                reason += "\n行";
            const LaidOutPaper paper =
                laidOut(paperOf(kText + R"(,{"seal":true})"), fieldsWith("张三", reason));
            int texts = 0;
            for (const TextMark &mark : paper.pages.back().texts)
                texts += mark.size == 14 ? 1 : 0;
            QVERIFY2(texts > 2, qPrintable(QString::number(lines)));
        }
    }

    void aReprintDiffersInItsMarkAlone()
    {
        PrintMarks again;
        again.reprint = 2;
        again.printedOn = "2026-12-01";
        const PaperFields fields = fieldsWith("张三", "理由");
        const QString first = tests::pdfRunningText(pdfOf(laidOut(paperOf(kText), fields)));
        QString second = tests::pdfRunningText(pdfOf(laidOut(paperOf(kText), fields, again)));
        const QString mark = QStringLiteral("补打2\uff082026-12-01\uff09");
        QVERIFY(second.contains(mark));
        QCOMPARE(second.remove(mark), first);
    }

    void aMissingFontIsAnErrorWithARemedy()
    {
        const TemporaryDirectory empty;
        const auto book = FontBook::open({empty.path()});
        QVERIFY(!book);
        QCOMPARE(book.error().code, ErrorCode::Unavailable);
        for (const char *part : {"NotoSerifCJK-Regular.ttc", "fonts-noto-cjk", "TONGBAN_FONTS"})
            QVERIFY(book.error().detail.find(part) != std::string::npos);
    }

    void aFileThatIsNoFontIsNotTaken()
    {
        const TemporaryDirectory folder;
        folder.write("NotoSerifCJK-Regular.ttc", "this is no font");
        QVERIFY(!FontBook::open({folder.path()}));
    }
};

QTEST_GUILESS_MAIN(PdfTest)
#include "tst_pdf.moc"
