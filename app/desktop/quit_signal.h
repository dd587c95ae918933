// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSocketNotifier>

namespace tongban::desktop {

/// Closes the program in good order when the system asks it to end (SIGTERM, SIGINT, SIGHUP). One a process.
class QuitSignal
{
public:
    QuitSignal();
    ~QuitSignal();

    QuitSignal(const QuitSignal &) = delete;
    QuitSignal &operator=(const QuitSignal &) = delete;

private:
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace tongban::desktop
