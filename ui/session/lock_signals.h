// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>

namespace tongban::ui {

/// Says when the desktop's screen is locked or the machine goes to sleep: logind's signals Lock and
/// PrepareForSleep, and the screen savers of the session. Where there is no bus it says nothing, and
/// IdleWatch notices by the wall clock. GUI thread.
class LockSignals : public QObject
{
    Q_OBJECT

public:
    explicit LockSignals(QObject *parent, QDBusConnection system = QDBusConnection::systemBus(),
                         QDBusConnection session = QDBusConnection::sessionBus());

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void sleepBegins(bool begins);
    void screenSaver(bool isActive);

private:
    QDBusConnection m_system;
    QDBusConnection m_session;
};

} // namespace tongban::ui
