// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/base/page_view.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QVBoxLayout>

#include <poppler-qt6.h>

namespace tongban::ui {

namespace {

constexpr double kScreenDpi = 144; ///< Readable at twice the size of a page on the screen.
constexpr double kPrintDpi = 300;

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

QString sendToPrinter(const QByteArray &pdf)
{
    const QPrinterInfo info = QPrinterInfo::defaultPrinter();
    if (info.isNull())
        return {};
    QPrinter printer(info, QPrinter::HighResolution);
    return printPages(pdf, printer) ? info.printerName() : QString();
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

bool PageView::show(const QByteArray &bytes)
{
    return show(screenPagesOf(bytes));
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
