// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tests {

/// From construction on every file that SQLite opens in this process can be made to fail. Make it before the
/// first database is opened.
class FailingDisk
{
public:
    enum class Fault {
        Once, ///< One opening, reading, writing, flushing, shortening, mapping or deletion fails.
        Full, ///< Nothing more can be written.
    };

    FailingDisk();

    /// The `access`-th from now on, counted from 1; of a full disk only what writes counts.
    void failAt(int access, Fault fault);
    void heal();
    bool hasFailed() const; ///< Since failAt().
};

} // namespace tests
