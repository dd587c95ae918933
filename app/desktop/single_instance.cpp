// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/single_instance.h"

#include <QFileInfo>
#include <QLocalSocket>

#include <unistd.h>

namespace tongban::desktop {

namespace {

constexpr int kPatienceMilliseconds = 2000;

} // namespace

SingleInstance::SingleInstance(const QString &marks)
    : m_name(QStringLiteral("tongban-%1-%2").arg(getuid()).arg(QFileInfo(marks).fileName())),
      m_lock(marks + QStringLiteral("/open.lock"))
{
    m_lock.setStaleLockTime(0); // only the death of its process makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket *socket = m_server.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->write("here\n");
        socket->disconnectFromServer();
        Q_EMIT raiseWanted();
    });
}

bool SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_name); // of one that was killed
        m_server.listen(m_name);
        return true;
    }
    // A lock that cannot be written is no other window.
    return m_lock.error() != QLockFile::LockFailedError || !askOther();
}

bool SingleInstance::askOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(kPatienceMilliseconds) && socket.waitForReadyRead(kPatienceMilliseconds);
}

} // namespace tongban::desktop
