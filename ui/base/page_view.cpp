// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/page_view.h"

#include "ui/base/background.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

#include <memory>
#include <poppler-qt6.h>

namespace tongban::ui {

namespace {

constexpr double kScreenDpi = 144; ///< Readable at twice the size of a page on the screen.
constexpr double kPrintDpi = 300;

/// One print after the other, in the order in which they were wanted; the program ends after the last.
QThreadPool &printQueue()
{
    static QThreadPool *const queue = [] {
        auto *pool = new QThreadPool(qApp);
        pool->setMaxThreadCount(1);
        QObject::connect(qApp, &QCoreApplication::aboutToQuit, pool, [pool] { pool->waitForDone(); });
        return pool;
    }();
    return *queue;
}

/// The printer's name; empty when there is none or it does not take the pages.
QString printOnDefault(const QByteArray &pdf)
{
    const QPrinterInfo info = QPrinterInfo::defaultPrinter();
    if (info.isNull())
        return {};
    QPrinter printer(info, QPrinter::HighResolution);
    return printPages(pdf, printer) ? info.printerName() : QString();
}

} // namespace

QList<QImage> pagesOf(const QByteArray &bytes, double dotsPerInch)
{
    if (!bytes.startsWith("%PDF-")) {
        const QImage picture = QImage::fromData(bytes);
        return picture.isNull() ? QList<QImage>() : QList<QImage>{picture};
    }
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document || document->isLocked())
        return {};
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    QList<QImage> pages;
    for (int number = 0; number < document->numPages(); ++number)
        if (const std::unique_ptr<Poppler::Page> page = document->page(number))
            pages += page->renderToImage(dotsPerInch, dotsPerInch);
    return pages;
}

QList<QImage> screenPagesOf(const QByteArray &bytes)
{
    return pagesOf(bytes, kScreenDpi);
}

bool printPages(const QByteArray &pdf, QPrinter &printer)
{
    const QList<QImage> pages = pagesOf(pdf, kPrintDpi);
    printer.setFullPage(true);
    QPainter painter;
    if (pages.isEmpty() || !painter.begin(&printer))
        return false;
    for (int number = 0; number < pages.size(); ++number) {
        if (number > 0 && !printer.newPage())
            return false;
        painter.drawImage(painter.viewport(), pages[number]);
    }
    return painter.end();
}

void sendToPrinter(QObject *receiver, const QByteArray &pdf, std::function<void(const QString &)> told)
{
    auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    whenDone(receiver, promise->future(), std::move(told));
    printQueue().start([promise, pdf] {
        promise->addResult(printOnDefault(pdf));
        promise->finish();
    });
}

PageView::PageView(QWidget *parent)
    : QScrollArea(parent), m_sheet(new QWidget(this)), m_column(new QVBoxLayout(m_sheet))
{
    setObjectName(QStringLiteral("pageView"));
    setAccessibleName(tr("Pages"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Mid);
    setWidget(m_sheet);
}

void PageView::load(const QByteArray &bytes, std::function<void(bool)> shown)
{
    const auto draw = [bytes] {
        return screenPagesOf(bytes);
    };
    inBackground(this, draw, [this, shown = std::move(shown)](const QList<QImage> &pages) {
        const bool isShown = show(pages);
        if (shown)
            shown(isShown);
    });
}

bool PageView::show(const QList<QImage> &pages)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_pages = pages;
    for (int number = 0; number < m_pages.size(); ++number) {
        auto *page = new QLabel(m_sheet);
        page->setAccessibleName(tr("Page %1 of %2").arg(number + 1).arg(m_pages.size()));
        page->setAlignment(Qt::AlignHCenter);
        m_column->addWidget(page);
    }
    m_column->addStretch(1);
    m_fittedWidth = -1;
    fit();
    return !m_pages.isEmpty();
}

void PageView::fit()
{
    const QMargins margins = m_column->contentsMargins();
    const int width = viewport()->width() - margins.left() - margins.right();
    if (width == m_fittedWidth || width < 1)
        return;
    m_fittedWidth = width;
    const qreal ratio = devicePixelRatioF();
    for (int number = 0; number < m_pages.size(); ++number) {
        const QImage &page = m_pages[number];
        const int wanted = qMin(qRound(width * ratio), page.width());
        QPixmap pixmap = QPixmap::fromImage(page.scaledToWidth(wanted, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        static_cast<QLabel *>(m_column->itemAt(number)->widget())->setPixmap(pixmap);
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

PageDialog::PageDialog(const QString &title, QWidget *parent)
    : QDialog(parent), m_view(new PageView(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("pageDialog"));
    setWindowTitle(title);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_buttons);
    resize(fontMetrics().height() * 45, fontMetrics().height() * 48);
    m_buttons->button(QDialogButtonBox::Close)->setFocus();
}

QPushButton *PageDialog::addButton(const QString &title)
{
    QPushButton *button = m_buttons->addButton(title, QDialogButtonBox::ActionRole);
    button->setAutoDefault(false);
    return button;
}

} // namespace tongban::ui
