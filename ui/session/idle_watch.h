// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>

namespace tongban::ui {

/// Says when nobody has touched keyboard or mouse for a while, or the machine slept: timers stop in sleep, so
/// the wall clock is compared. GUI thread.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    using WallClock = std::function<QDateTime()>;

    explicit IdleWatch(QObject *parent, WallClock clock = &QDateTime::currentDateTimeUtc);

    /// 0 = never.
    void setMinutes(int minutes) { m_minutes = minutes; }

    /// Looks at the clock once; the timer does it every few seconds.
    void check();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    WallClock m_clock;
    int m_minutes = 10;
    QDateTime m_touched;
    QDateTime m_checked;
    QTimer m_timer;
};

} // namespace tongban::ui
