// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desk.h"

#include "ui/application/case_pane.h"
#include "ui/queue/claim_bar.h"
#include "ui/queue/queue_screen.h"
#include "ui/shell/help_viewer.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace tongban::ui {

Desk::Desk(service::WorkspaceThread &workspace, const Theme &theme, approval::Language language,
           const service::SignedIn &person, QWidget *parent)
    : Screen(parent), m_queue(new QueueScreen(workspace, theme, language, person, this)),
      m_case(new CasePane(workspace, theme, language, person, this)),
      m_claim(new ClaimBar(workspace, person, this))
{
    setObjectName(QStringLiteral("desk"));
    setHelpPage(m_queue, QStringLiteral("queue"));
    setHelpPage(m_case, QStringLiteral("case"));
    auto *parts = new QSplitter(this);
    parts->addWidget(m_queue);
    auto *right = new QWidget(parts);
    auto *page = new QVBoxLayout(right);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_claim);
    page->addWidget(m_case, 1);
    parts->addWidget(right);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    parts->setSizes({1000, 1000}); // halves, whatever each would like
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);
    connect(m_queue, &QueueScreen::currentChanged, this, &Desk::showRow);
    connect(m_queue, &QueueScreen::entered, m_case, &CasePane::focusPage);
    connect(m_queue, &QueueScreen::failed, this, &Desk::failed);
    connect(m_queue, &QueueScreen::said, this, &Desk::said);
    connect(m_case, &CasePane::failed, this, &Desk::failed);
    connect(m_case, &CasePane::shown, this, &Desk::caseShown);
    connect(m_case, &CasePane::said, this, &Desk::said);
    connect(m_case, &CasePane::acted, m_queue, &QueueScreen::acted);
    connect(m_case, &CasePane::formLeft, m_queue, &QueueScreen::focusList);
    followClaims();
    listenTo(m_case->actions());
    listenTo({m_claim->action()});
}

/// Who works on the case that is shown; the list and the acts follow when that changes.
void Desk::followClaims()
{
    connect(m_case, &CasePane::shown, m_claim, &ClaimBar::follow);
    connect(m_queue, &QueueScreen::currentChanged, m_claim, [this](const QString &serial) {
        if (serial.isEmpty())
            m_claim->follow({});
    });
    connect(m_claim, &ClaimBar::changed, m_queue, &QueueScreen::refreshRow);
    connect(m_claim, &ClaimBar::changed, m_case, &CasePane::show);
    connect(m_claim, &ClaimBar::said, this, &Desk::said);
    connect(m_claim, &ClaimBar::failed, this, &Desk::failed);
    connect(m_claim, &ClaimBar::left, m_queue, &QueueScreen::focusList);
}

void Desk::showRow(const QString &key)
{
    if (m_held.isEmpty())
        m_case->show(key);
    else if (!key.isEmpty())
        m_case->show(std::exchange(m_held, {}));
}

void Desk::step(int rows)
{
    m_queue->step(rows);
}

void Desk::enter()
{
    if (std::exchange(m_isBrought, false)) {
        m_case->focusPage();
        return;
    }
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

void Desk::refreshCase()
{
    m_case->refresh();
}

void Desk::bring(const QString &key)
{
    m_isBrought = true;
    m_case->show(key);
}

void Desk::resume(const QString &key)
{
    m_held = key;
    m_queue->want(key);
}

void Desk::redo(const QString &key, const permit::ActRequest &request)
{
    m_isBrought = true;
    m_case->redo(key, request);
}

void Desk::listenTo(const QList<QAction *> &actions)
{
    m_queue->addActions(actions);
    m_case->listenTo(actions);
}

QList<QAction *> Desk::commands() const
{
    return QList<QAction *>{m_claim->action()} + m_case->actions() + m_queue->commands();
}

} // namespace tongban::ui
