// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tests {

/// From construction on every file that SQLite opens in this process can be made to fail: the `access`-th
/// read, write, flush or truncation from now on does, once. Make it before the first database is opened.
class FailingDisk
{
public:
    FailingDisk();

    void failAt(int access);
    bool hasFailed() const;
};

} // namespace tests
