// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tongban::desktop {

/// How the program ended the last time it had this workspace open.
enum class LastEnd {
    Closed, ///< Or it never was open.
    Cut, ///< Killed, or the power went.
    Crashed, ///< By a fault of its own; a report is kept.
};

/// Leaves a mark while the program runs and writes a report when it dies of a signal: number, time, version
/// and places in the program, nothing of what it was working on. The next start reads it. One a process.
class CrashWatch
{
public:
    explicit CrashWatch(const QString &marks);
    /// The program closes; the mark goes.
    ~CrashWatch();

    CrashWatch(const CrashWatch &) = delete;
    CrashWatch &operator=(const CrashWatch &) = delete;

    LastEnd lastEnd() const { return m_lastEnd; }
    /// Where the last report is kept for support; empty when there is none.
    const QString &report() const { return m_report; }

private:
    QString m_file;
    QString m_report;
    LastEnd m_lastEnd = LastEnd::Closed;
};

} // namespace tongban::desktop
