// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/link_state.h"

#include "core/service/outbox_desk.h"
#include "ui/base/when_done.h"

#include <QTimer>

#include <chrono>

namespace tongban::ui {

namespace {

constexpr std::chrono::seconds kEvery{15};

} // namespace

LinkState::LinkState(service::WorkspaceThread &workspace, QWidget *parent)
    : QLabel(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("linkState"));
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &LinkState::refresh);
    timer->start(kEvery);
    refresh();
}

void LinkState::refresh()
{
    using Count = std::optional<service::OutboxCount>;
    whenDone(this, m_workspace.run(service::outboxCount), [this](const Result<Count> &count) {
        if (!count)
            return setText(tr("What waits to be sent cannot be read"));
        if (!*count) {
            setText(tr("This machine only"));
            return setToolTip(tr("This office is not connected to a centre: its store is all there is."));
        }
        QString text = tr("%n act(s) wait to be sent", nullptr, static_cast<int>((*count)->underWay));
        if ((*count)->attention > 0)
            text += tr("; %n not carried out", nullptr, static_cast<int>((*count)->attention));
        setText(text);
        setToolTip(tr("Everything is kept here until the centre has confirmed it."));
    });
}

} // namespace tongban::ui
