// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/link_state.h"

#include "ui/centre/centre_words.h"

#include <QAccessible>

namespace tongban::ui {

LinkState::LinkState(CentreLink &link, QWidget *parent) : QLabel(parent), m_link(link)
{
    setObjectName(QStringLiteral("linkState"));
    connect(&link, &CentreLink::changed, this, &LinkState::show);
    connect(&link, &CentreLink::turned, this, &LinkState::announce);
    show();
}

void LinkState::show()
{
    const auto &news = m_link.news();
    if (!news && !m_link.isAlone())
        return; // not known yet
    setText(linkText(news));
    setToolTip(news ? linkSentence(*news)
                    : tr("This office is not connected to a centre: its store is all there is."));
}

void LinkState::announce()
{
    show();
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

} // namespace tongban::ui
