// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/help_viewer.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QImage>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tongban::ui {

namespace {

QString fileOf(approval::Language language, const QString &page)
{
    return QStringLiteral(":/help/%1/%2.md")
        .arg(language == approval::Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"), page);
}

/// Pictures are as wide as the page and no wider.
class HelpText : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant found = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return found;
        const QImage picture =
            found.canConvert<QImage>() ? found.value<QImage>() : QImage::fromData(found.toByteArray());
        const int room = viewport()->width() - 2 * fontMetrics().height();
        return picture.width() <= room ? picture : picture.scaledToWidth(room, Qt::SmoothTransformation);
    }
};

} // namespace

HelpViewer::HelpViewer(approval::Language language, QWidget *parent)
    : QDialog(parent), m_language(language), m_text(new HelpText(this))
{
    setWindowTitle(tr("Help"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Help"));
    m_text->setOpenExternalLinks(false);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *back = buttons->addButton(tr("&Back"), QDialogButtonBox::ActionRole);
    QPushButton *index = buttons->addButton(tr("&All pages"), QDialogButtonBox::ActionRole);
    QPushButton *leave = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    leave->setDefault(true);
    back->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(back, &QPushButton::clicked, m_text, &QTextBrowser::backward);
    connect(index, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("index")); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 32);
}

bool HelpViewer::hasPage(approval::Language language, const QString &page)
{
    return QFile::exists(fileOf(language, page));
}

void HelpViewer::showPage(const QString &page)
{
    const QString wanted = hasPage(m_language, page) ? page : QStringLiteral("index");
    m_text->setSource(QUrl(QStringLiteral("qrc") + fileOf(m_language, wanted)),
                      QTextDocument::MarkdownResource);
    m_text->setFocus();
}

QString HelpViewer::pageOf(const QWidget *focused)
{
    for (const QWidget *part = focused; part != nullptr; part = part->parentWidget())
        if (const QString page = part->property("helpPage").toString(); !page.isEmpty())
            return page;
    return {};
}

} // namespace tongban::ui
