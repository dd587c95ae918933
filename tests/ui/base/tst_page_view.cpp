// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/patience.h"
#include "ui/base/page_view.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tongban::ui;

namespace {

constexpr int kPages = 3;

/// Page after page with one black square, a page's number of inches from the top.
QByteArray somePages()
{
    QByteArray pdf;
    QBuffer out(&pdf);
    out.open(QIODevice::WriteOnly);
    QPdfWriter writer(&out);
    writer.setPageMargins({});
    writer.setResolution(72);
    QPainter painter(&writer);
    for (int page = 1; page <= kPages; ++page) {
        if (page > 1)
            writer.newPage();
        painter.fillRect(QRect(72, 72 * page, 72, 72), Qt::black);
    }
    painter.end();
    return pdf;
}

/// Whether the square of a page is where it was drawn, and nowhere else.
bool hasSquare(const QImage &page, int number)
{
    const double inch = page.width() / 8.27; // A4
    const auto isDark = [&](double right, double down) {
        return qGray(page.pixel(int(inch * right), int(inch * down))) < 128;
    };
    return isDark(1.5, number + 0.5) && !isDark(1.5, number - 0.5) && !isDark(1.5, number + 1.5)
        && !isDark(3.5, number + 0.5);
}

} // namespace

class TstPageView : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreDrawnBesideTheWindow();
    void whatIsNoPageIsSaid();
    void aViewThatGoesIsNotTold();
    void everyPageIsPrinted();
    void withoutAPrinterNothingIsSaidToBePrinted();
};

void TstPageView::pagesAreDrawnBesideTheWindow()
{
    PageView view(nullptr);
    std::optional<bool> isShown;
    view.load(somePages(), [&](bool shown) { isShown = shown; });
    QCOMPARE(view.pageCount(), 0); // The call itself draws nothing.
    EVENTUALLY(isShown.has_value());
    QVERIFY(*isShown);
    QCOMPARE(view.pageCount(), kPages);
    for (int page = 1; page <= kPages; ++page)
        QVERIFY(hasSquare(view.pages()[page - 1], page));
}

void TstPageView::whatIsNoPageIsSaid()
{
    PageView view(nullptr);
    std::optional<bool> isShown;
    view.load("%PDF-1.7 and nothing more", [&](bool shown) { isShown = shown; });
    EVENTUALLY(isShown.has_value());
    QVERIFY(!*isShown);
}

void TstPageView::aViewThatGoesIsNotTold()
{
    bool isTold = false;
    {
        PageView gone(nullptr);
        gone.load(somePages(), [&](bool) { isTold = true; });
    }
    PageView view(nullptr);
    std::optional<bool> isShown;
    view.load(somePages(), [&](bool shown) { isShown = shown; });
    EVENTUALLY(isShown.has_value());
    QVERIFY(!isTold);
}

void TstPageView::everyPageIsPrinted()
{
    const QTemporaryDir folder(QStringLiteral("page_view_XXXXXX"));
    const QString file = folder.filePath(QStringLiteral("printed.pdf"));
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFileName(file);
        printer.setPageSize(QPageSize(QPageSize::A4));
        QVERIFY(printPages(somePages(), printer));
    }
    QFile printed(file);
    QVERIFY(printed.open(QIODevice::ReadOnly));
    const QList<QImage> pages = screenPagesOf(printed.readAll());
    QCOMPARE(pages.size(), qsizetype{kPages});
    for (int page = 1; page <= kPages; ++page)
        QVERIFY(hasSquare(pages[page - 1], page));
}

/// On a machine that has one, its name is told; nothing that is not a page is ever sent there.
void TstPageView::withoutAPrinterNothingIsSaidToBePrinted()
{
    std::optional<QString> printer;
    sendToPrinter(this, "no pages", [&](const QString &name) { printer = name; });
    EVENTUALLY(printer.has_value());
    QVERIFY(printer->isEmpty());
}

QTEST_MAIN(TstPageView)
#include "tst_page_view.moc"
