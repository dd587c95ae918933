// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desk.h"

#include "ui/application/case_page.h"
#include "ui/queue/queue_screen.h"

#include <QAction>

namespace tongban::ui {

Desk::Desk(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
           const service::SignedIn &, QWidget *parent)
    : QSplitter(parent), m_queue(new QueueScreen(workspace, theme, language, this)),
      m_page(new CasePage(workspace, theme, language, this))
{
    setObjectName(QStringLiteral("desk"));
    addWidget(m_queue);
    addWidget(m_page);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    connect(m_queue, &QueueScreen::currentChanged, m_page, &CasePage::show);
    connect(m_queue, &QueueScreen::entered, m_page, [this] { m_page->setFocus(); });
    connect(m_queue, &QueueScreen::failed, this, &Desk::failed);
    connect(m_page, &CasePage::failed, this, &Desk::failed);
    connect(m_page, &CasePage::shown, this, &Desk::caseShown);
}

void Desk::step(int rows)
{
    m_queue->step(rows);
}

void Desk::toList()
{
    m_queue->focusList();
}

void Desk::toSearch()
{
    m_queue->focusSearch();
}

void Desk::reload()
{
    m_queue->reload();
}

void Desk::openCase(const QString &key)
{
    m_page->show(key);
}

void Desk::listenTo(const QList<QAction *> &actions)
{
    for (QWidget *part : {static_cast<QWidget *>(m_queue), static_cast<QWidget *>(m_page)})
        part->addActions(actions);
}

} // namespace tongban::ui
