// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desk.h"

#include "ui/application/case_pane.h"
#include "ui/queue/queue_screen.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace tongban::ui {

Desk::Desk(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
           const service::SignedIn &person, QWidget *parent)
    : Screen(parent), m_queue(new QueueScreen(workspace, theme, language, this)),
      m_case(new CasePane(workspace, theme, language, person, this))
{
    setObjectName(QStringLiteral("desk"));
    auto *parts = new QSplitter(this);
    parts->addWidget(m_queue);
    parts->addWidget(m_case);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
    connect(m_queue, &QueueScreen::currentChanged, m_case, &CasePane::show);
    connect(m_queue, &QueueScreen::entered, m_case, &CasePane::focusPage);
    connect(m_queue, &QueueScreen::failed, this, &Desk::failed);
    connect(m_case, &CasePane::failed, this, &Desk::failed);
    connect(m_case, &CasePane::shown, this, &Desk::caseShown);
    connect(m_case, &CasePane::said, this, &Desk::said);
    connect(m_case, &CasePane::acted, m_queue, &QueueScreen::acted);
    connect(m_case, &CasePane::formLeft, m_queue, &QueueScreen::focusList);
    listenTo(m_case->actions());
}

void Desk::step(int rows)
{
    m_queue->step(rows);
}

void Desk::enter()
{
    // What was done elsewhere may have moved a row.
    if (std::exchange(m_wasEntered, true))
        m_queue->reload();
    m_queue->focusList();
}

bool Desk::back()
{
    // The form gives the focus back by itself.
    if (!m_case->leaveForm())
        m_queue->focusList();
    return true;
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
    m_case->show(key);
}

void Desk::listenTo(const QList<QAction *> &actions)
{
    m_queue->addActions(actions);
    m_case->listenTo(actions);
}

QList<QAction *> Desk::commands() const
{
    return m_case->actions();
}

} // namespace tongban::ui
