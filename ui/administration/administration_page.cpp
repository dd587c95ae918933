// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/administration_page.h"

#include "ui/base/text.h"

namespace tongban::ui {

QString AdministrationContext::word(const permit::Title &title) const
{
    return qt(language == approval::Language::Chinese ? title.zh : title.en);
}

AdministrationPage::AdministrationPage(AdministrationContext context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context))
{
}

QLabel *AdministrationPage::makeProblemLine(const QString &name)
{
    auto *line = new QLabel(this);
    line->setObjectName(name);
    line->setWordWrap(true);
    const auto colour = [this, line] {
        QPalette palette = line->palette();
        palette.setColor(QPalette::WindowText, m_context.theme.tokens().late);
        line->setPalette(palette);
    };
    connect(&m_context.theme, &Theme::changed, line, colour);
    colour();
    return line;
}

void AdministrationPage::takeUp(const QString &done)
{
    whenDone(this, m_context.workspace.reopen(), [this, done](const Result<> &opened) {
        if (!opened)
            return Q_EMIT failed(opened.error());
        Q_EMIT said(done);
        Q_EMIT officeChanged();
    });
}

} // namespace tongban::ui
