// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDialog>
#include <QImage>
#include <QList>
#include <QScrollArea>

#include <functional>

class QDialogButtonBox;
class QPrinter;
class QPushButton;
class QVBoxLayout;

namespace tongban::ui {

/// The pages of a PDF as pictures, or the picture itself; empty when the bytes are neither. Dots an inch are
/// those of the picture. Any thread.
QList<QImage> pagesOf(const QByteArray &bytes, double dotsPerInch);
/// The same as finely as a view needs them.
QList<QImage> screenPagesOf(const QByteArray &bytes);

/// Draws the pages of a PDF on a printer, each on a page of its own; false when it does not take them.
bool printPages(const QByteArray &pdf, QPrinter &printer);

/// Prints on the printer of this machine, beside the window: drawing a page for a printer takes a part of a
/// second, and the system that has the printers may take its time. `told` gets the printer's name on the
/// receiver's thread, unless the receiver dies first; it is empty when there is none or it does not take the
/// pages. The program does not end before the pages are handed over. GUI thread.
void sendToPrinter(QObject *receiver, const QByteArray &pdf, std::function<void(const QString &)> told);

/// Pages below one another, as wide as the view. GUI thread.
class PageView : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent);

    /// Draws the pages beside the window, which many large ones would hold, and shows them. `shown` gets
    /// false when the bytes are no PDF and no picture.
    void load(const QByteArray &bytes, std::function<void(bool)> shown = {});
    /// What screenPagesOf() made elsewhere. False when there is none.
    bool show(const QList<QImage> &pages);
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// For tests and for printing what was seen.
    const QList<QImage> &pages() const { return m_pages; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QWidget *m_sheet;
    QVBoxLayout *m_column;
    QList<QImage> m_pages;
    int m_fittedWidth = -1;
};

/// A window with pages and a way back.
class PageDialog : public QDialog
{
    Q_OBJECT

public:
    PageDialog(const QString &title, QWidget *parent);

    PageView &view() { return *m_view; }
    /// Beside the way back, which keeps the focus.
    QPushButton *addButton(const QString &title);

private:
    PageView *m_view;
    QDialogButtonBox *m_buttons;
};

} // namespace tongban::ui
