// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/file.h"
#include "core/document/paper_fields.h"
#include "core/document/paper_template.h"
#include "tests/support/paths.h"
#include "tests/support/result_checks.h"

#include <QTest>

using namespace tongban;
using namespace tongban::document;

namespace {

std::string shipped(PaperKind kind)
{
    const auto file = tests::sourcePath("resources/templates") / (std::string(name(kind)) + ".json");
    return *readFile(file, 1U << 20U);
}

std::array<std::string, kPaperKindCount> allShipped()
{
    std::array<std::string, kPaperKindCount> texts;
    for (int kind = 0; kind < kPaperKindCount; ++kind)
        texts[static_cast<std::size_t>(kind)] = shipped(static_cast<PaperKind>(kind));
    return texts;
}

/// A template with one block, to be wrong in one place.
std::string withBlock(const std::string &block)
{
    return R"({"paper":"receipt","version":1,"code":"SJ","title":{"zh":"题","en":"Title"},)"
           R"("status":{"zh":"已收件","en":"Received"},"sources":[],"blocks":[)"
        + block + "]}";
}

QString problem(const std::string &json)
{
    const auto read = PaperTemplate::parse(json, "x.json");
    return read ? QString() : QString::fromStdString(read.error().detail);
}

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT

private slots:
    void theShippedTemplatesAreInOrder()
    {
        const auto templates = PaperTemplates::load(allShipped());
        QVERIFY2(templates.has_value(), templates ? "" : templates.error().detail.c_str());
        for (int kind = 0; kind < kPaperKindCount; ++kind) {
            const PaperTemplate &paper = templates->of(static_cast<PaperKind>(kind));
            QVERIFY(!paper.blocks.empty());
            QVERIFY(!paper.status.zh.empty());
        }
    }

    void twoKindsCannotShareACode()
    {
        auto texts = allShipped();
        std::string &second = texts[1];
        const std::size_t place = second.find("\"SL\"");
        QVERIFY(place != std::string::npos);
        second.replace(place, 4, "\"SJ\"");
        const auto templates = PaperTemplates::load(texts);
        QVERIFY(!templates);
        QCOMPARE(templates.error().code, ErrorCode::InvalidInput);
    }

    void whatIsWrongIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("place");
        QTest::newRow("unknown field") << R"({"text":{"zh":"{{applicant.nmae}}","en":"x"}})"
                                       << "/blocks/0/text/zh names the unknown field {{applicant.nmae}}";
        QTest::newRow("cell outside a list") << R"({"text":{"zh":"{{row.no}}","en":"x"}})"
                                             << "unknown field {{row.no}}";
        QTest::newRow("cell of another list")
            << R"({"list":"defects","columns":[{"title":{"zh":"题","en":"t"},"value":"{{row.mode}}"}]})"
            << "/blocks/0/columns/0/value";
        QTest::newRow("unknown list") << R"({"list":"cars","columns":[]})"
                                      << "unknown list cars";
        QTest::newRow("unknown condition") << R"({"seal":true,"when":"!case.colour"})"
                                           << "/blocks/0/when";
        QTest::newRow("unknown member") << R"({"text":{"zh":"a","en":"b"},"colour":"red"})"
                                        << "/blocks/0/colour is no member";
        QTest::newRow("one language") << R"({"text":{"zh":"甲","en":""}})"
                                      << "both languages";
        // Without its closing braces; moc counts braces in raw strings.
        QTest::newRow("unclosed") << QStringLiteral(R"({"text":{"zh":"{{case.serial}}","en":"b"}})")
                                         .replace(QLatin1String("serial}}"), QLatin1String("serial"))
                                  << "{{ without }}";
        QTest::newRow("no block") << R"({"when":"case.serial"})"
                                  << "none of text";
        QTest::newRow("style") << R"({"text":{"zh":"a","en":"b"},"style":"loud"})"
                               << "/blocks/0/style";
    }
    void whatIsWrongIsSaidWithItsPlace()
    {
        QFETCH(QString, block);
        QFETCH(QString, place);
        const QString said = problem(withBlock(block.toStdString()));
        QVERIFY2(said.startsWith(QLatin1String("template x.json ")), qPrintable(said));
        QVERIFY2(said.contains(place), qPrintable(said));
    }

    void everyFieldIsDescribed()
    {
        const auto read = readFile(tests::sourcePath("docs/papers.md"), 1U << 20U);
        QVERIFY(read.has_value());
        for (const FieldName &field : fieldNames())
            QVERIFY2(read->find("`" + std::string(field.name) + "`") != std::string::npos,
                     std::string(field.name).c_str());
        for (const ListName &list : listNames())
            QVERIFY2(read->find("`" + std::string(list.name) + "`") != std::string::npos,
                     std::string(list.name).c_str());
    }
};

QTEST_GUILESS_MAIN(TemplateTest)
#include "tst_template.moc"
