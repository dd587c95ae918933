// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/administration/long_job.h"

#include <QHBoxLayout>

namespace tongban::ui {

namespace {

constexpr int kLookMilliseconds = 100;
constexpr int kSteps = 1000; ///< Of the bar, whatever the counts are.

} // namespace

service::Progress LongJob::State::progress()
{
    service::Progress progress;
    progress.stop = &stop;
    progress.report = [self = shared_from_this()](std::int64_t far, std::int64_t whole) {
        self->done = far;
        self->total = whole;
    };
    return progress;
}

LongJob::LongJob(service::WorkspaceThread &workspace, const QString &title, Stoppable stoppable,
                 QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("Stop"), this))
{
    m_bar->setAccessibleName(title);
    m_stop->setAccessibleName(tr("Stop: %1").arg(title));
    m_stop->setVisible(stoppable == Stoppable::Yes);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        if (m_state)
            m_state->stop = true;
    });
    connect(&m_look, &QTimer::timeout, this, &LongJob::show);
    hide();
}

LongJob::~LongJob()
{
    if (m_state)
        m_state->stop = true;
}

void LongJob::begin()
{
    m_state = std::make_shared<State>();
    m_running = true;
    m_stop->setEnabled(true);
    m_bar->setRange(0, 0);
    setVisible(true);
    m_look.start(kLookMilliseconds);
    Q_EMIT runningChanged(true);
}

void LongJob::end()
{
    m_look.stop();
    m_running = false;
    m_thread.reset(); // it has nothing left to do
    setVisible(false);
    Q_EMIT runningChanged(false);
}

void LongJob::show()
{
    const std::int64_t total = m_state->total;
    if (total <= 0)
        return;
    m_bar->setRange(0, kSteps);
    m_bar->setValue(static_cast<int>(m_state->done * kSteps / total));
    m_bar->setFormat(tr("%1 of %2").arg(m_state->done).arg(total));
}

} // namespace tongban::ui
