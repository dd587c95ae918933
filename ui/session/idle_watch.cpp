// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace tongban::ui {

namespace {

constexpr int kCheckMilliseconds = 5'000;
constexpr qint64 kSleepSeconds = 60; ///< Between two looks that should be five seconds apart.

} // namespace

IdleWatch::IdleWatch(QObject *parent, WallClock clock)
    : QObject(parent), m_clock(std::move(clock)), m_touched(m_clock()), m_checked(m_touched)
{
    QCoreApplication::instance()->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
    m_timer.start(kCheckMilliseconds);
}

void IdleWatch::check()
{
    const QDateTime now = m_clock();
    const bool slept = m_checked.secsTo(now) > kSleepSeconds;
    const bool isIdle = m_minutes > 0 && m_touched.secsTo(now) >= qint64{m_minutes} * 60;
    m_checked = now;
    if (!slept && !isIdle)
        return;
    m_touched = now;
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::InputMethod: m_touched = m_clock(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tongban::ui
