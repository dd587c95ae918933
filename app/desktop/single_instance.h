// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace tongban::desktop {

/// One window a workspace and person: a second start asks the first one to come forward and ends. The lock is
/// a file that names its process, so that one left behind by a crash does not count. GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Under `marks` (marksFolder()).
    explicit SingleInstance(const QString &marks);

    /// True: this is the only one. False: another one was asked to come forward.
    bool claim();

Q_SIGNALS:
    void raiseWanted();

private:
    bool askOther() const;

    QString m_name; ///< Of the socket; of this person alone.
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace tongban::desktop
