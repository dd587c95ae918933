// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ways of a case's pane back: into the past, out of a form, and to an act that has to be done again.

#include "ui/application/act_panel.h"
#include "ui/application/act_words.h"
#include "ui/application/case_page.h"
#include "ui/application/case_pane.h"
#include "ui/application/past_page.h"

#include <QAction>
#include <QLabel>

#include <utility>

namespace tongban::ui {

void CasePane::redo(const QString &key, const permit::ActRequest &request)
{
    show(key);
    m_redo = request;
}

/// In the past nothing can be done: the acts are out of sight until one comes back.
void CasePane::openPast()
{
    if (m_serial.isEmpty())
        return Q_EMIT said(tr("No case is chosen, or it is still being read."));
    m_panel->leave();
    const int chosen = m_page->chosenAct();
    m_page->hide();
    m_bar->hide();
    m_unfinished->hide();
    m_past->open(m_serial, chosen);
}

void CasePane::leavePast()
{
    if (m_past->isHidden())
        return;
    m_past->hide();
    m_page->setVisible(true);
    m_bar->show();
    showDrafts();
    m_page->setFocus();
}

void CasePane::openRedone()
{
    const auto request = std::exchange(m_redo, std::nullopt);
    if (!request)
        return;
    const service::ActOffer *offer = m_desk->offer(request->act);
    if (offer == nullptr || !offer->isPossible())
        return Q_EMIT said(
            tr("%1 cannot be done to %2 as it stands now: %3")
                .arg(titleOf(request->act), m_serial,
                     m_actions.contains(request->act) ? m_actions.at(request->act)->toolTip() : QString()));
    m_panel->fill(m_serial, request->act, draftOf(*request));
    open(request->act);
}

bool CasePane::leaveForm()
{
    if (!m_past->isHidden()) {
        leavePast();
        return true;
    }
    if (!m_panel->isOpen())
        return false;
    m_panel->leave();
    return true;
}

} // namespace tongban::ui
