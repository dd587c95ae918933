// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/office_bar.h"

namespace tongban::ui {

OfficeBar::OfficeBar(const Theme &theme, QWidget *parent) : QLabel(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("officeBar"));
    setAlignment(Qt::AlignCenter);
    setAutoFillBackground(true);
    connect(&theme, &Theme::changed, this, &OfficeBar::colour);
    hide(); // until it is known
}

void OfficeBar::setKind(const OfficeKind &office)
{
    m_kind = office.kind;
    switch (office.kind) {
    case service::WorkspaceKind::Demo:
        setText(tr("Practice: made-up data, nothing here is real or reaches an office"));
        break;
    case service::WorkspaceKind::Training: setText(tr("Training: nothing here is binding")); break;
    case service::WorkspaceKind::Production:
        setText(office.isSealed ? tr("In service: what is done here is binding")
                                : tr("In service: what is done here is binding. Personal data is stored "
                                     "plain on this machine."));
        break;
    }
    colour();
    show();
}

void OfficeBar::colour()
{
    const Tokens &tokens = m_theme.tokens();
    QPalette colours = palette();
    colours.setColor(QPalette::Window,
                     m_kind == service::WorkspaceKind::Production ? tokens.inService : tokens.practice);
    colours.setColor(QPalette::WindowText, tokens.onBar);
    setPalette(colours);
}

} // namespace tongban::ui
