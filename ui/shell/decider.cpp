// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/decider.h"

#include "core/service/decision/worker.h"
#include "ui/base/when_done.h"

#include <utility>

namespace tongban::ui {

namespace {

constexpr int kAgainMilliseconds = 5 * 60 * 1000; ///< A source that was silent may have come back.
constexpr int kCasesAtATime = 20;

struct Round {
    int decided = 0;
    bool isMoreWaiting = false;
};

Result<Round> decideSome(service::Workspace &workspace)
{
    auto worker = service::Worker::open(workspace);
    if (!worker && worker.error().code == ErrorCode::Conflict)
        return Round{}; // Another one is at it.
    if (!worker)
        return Failure(std::move(worker).error());
    service::WorkOptions options;
    options.limit = kCasesAtATime;
    const service::WorkReport report = TRY((*worker)->run(options));
    const auto decided = report.granted + report.noticed + report.refused + report.referred;
    return Round{static_cast<int>(decided), decided > 0 && !report.finished};
}

} // namespace

Decider::Decider(service::WorkspaceThread &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    m_timer.setInterval(kAgainMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Decider::run);
}

void Decider::begin()
{
    m_isOn = true;
    m_timer.start();
}

void Decider::end()
{
    m_isOn = false;
    m_timer.stop();
}

void Decider::wake()
{
    m_isWanted = true;
    run();
}

void Decider::run()
{
    if (!m_isOn || m_isBusy)
        return;
    m_isBusy = true;
    m_isWanted = false;
    whenDone(this, m_workspace.run(decideSome), [this](const Result<Round> &round) {
        m_isBusy = false;
        if (!round)
            return Q_EMIT failed(round.error());
        if (round->decided > 0)
            Q_EMIT decided(round->decided);
        if (round->isMoreWaiting || m_isWanted)
            run();
    });
}

} // namespace tongban::ui
