// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/lock_signals.h"

#include <array>
#include <utility>

namespace tongban::ui {

namespace {

const QString kLogind = QStringLiteral("org.freedesktop.login1");

/// Desktops differ in which of these they have; all say the same.
const std::array kSavers{
    std::pair{QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver")},
    std::pair{QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/ScreenSaver")},
    std::pair{QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver")},
    std::pair{QStringLiteral("org.mate.ScreenSaver"), QStringLiteral("/org/mate/ScreenSaver")},
    std::pair{QStringLiteral("org.cinnamon.ScreenSaver"), QStringLiteral("/org/cinnamon/ScreenSaver")},
    std::pair{QStringLiteral("com.deepin.ScreenSaver"), QStringLiteral("/com/deepin/ScreenSaver")},
};

} // namespace

LockSignals::LockSignals(QObject *parent, QDBusConnection system, QDBusConnection session)
    : QObject(parent), m_system(std::move(system)), m_session(std::move(session))
{
    if (m_system.isConnected()) {
        m_system.connect(kLogind, QStringLiteral("/org/freedesktop/login1"),
                         QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"),
                         this, SLOT(sleepBegins(bool)));
        // Of whichever session object: the path of one's own differs between machines.
        m_system.connect(kLogind, QString(), QStringLiteral("org.freedesktop.login1.Session"),
                         QStringLiteral("Lock"), this, SIGNAL(locked()));
    }
    if (m_session.isConnected())
        for (const auto &[interface, path] : kSavers)
            m_session.connect(QString(), path, interface, QStringLiteral("ActiveChanged"), this,
                              SLOT(screenSaver(bool)));
}

void LockSignals::sleepBegins(bool begins)
{
    if (begins)
        Q_EMIT locked();
}

void LockSignals::screenSaver(bool isActive)
{
    if (isActive)
        Q_EMIT locked();
}

} // namespace tongban::ui
