// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/document/pdf_reader.h"

#include "tests/support/temporary_directory.h"

#include <QProcess>
#include <QStringList>

#include <cstdio>
#include <cstdlib>

namespace tests {

namespace {

QString run(const QString &program, QStringList arguments, std::string_view pdf)
{
    const TemporaryDirectory directory;
    const auto file = directory.write("paper.pdf", std::string(pdf));
    QProcess process;
    arguments.replaceInStrings(QStringLiteral("FILE"), QString::fromStdString(file.string()));
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0
        || !process.readAllStandardError().isEmpty()) {
        std::fprintf(stderr, "%s cannot read the PDF\n", qPrintable(program));
        std::abort();
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

QString pdfText(std::string_view pdf)
{
    return run(QStringLiteral("pdftotext"),
               {QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-layout"),
                QStringLiteral("FILE"), QStringLiteral("-")},
               pdf);
}

QString pdfRunningText(std::string_view pdf)
{
    QString text = run(QStringLiteral("pdftotext"),
                       {QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-raw"),
                        QStringLiteral("FILE"), QStringLiteral("-")},
                       pdf);
    return text.remove(QLatin1Char(' ')).remove(QLatin1Char('\n')).remove(QLatin1Char('\f'));
}

QString pdfCodes(std::string_view pdf)
{
    const TemporaryDirectory directory;
    const auto file = directory.write("paper.pdf", std::string(pdf));
    const QString picture = QString::fromStdString((directory / "page").string());
    if (QProcess::execute(QStringLiteral("pdftoppm"),
                          {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-png"),
                           QStringLiteral("-singlefile"), QString::fromStdString(file.string()), picture})
        != 0) {
        std::fputs("pdftoppm cannot draw the PDF\n", stderr);
        std::abort();
    }
    QProcess decoder;
    decoder.start(QStringLiteral("zbarimg"),
                  {QStringLiteral("-q"), QStringLiteral("--raw"), picture + QStringLiteral(".png")});
    if (!decoder.waitForFinished(60000)) {
        std::fputs("zbarimg does not end\n", stderr);
        std::abort();
    }
    return QString::fromUtf8(decoder.readAllStandardOutput()).trimmed();
}

QString pdfFonts(std::string_view pdf)
{
    return run(QStringLiteral("pdffonts"), {QStringLiteral("FILE")}, pdf);
}

} // namespace tests
