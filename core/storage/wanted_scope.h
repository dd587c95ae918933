// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <functional>

namespace tongban::storage {

/// A scope for reading what somebody may stop waiting for: as soon as `isUnwanted` says so, the statement
/// that runs ends with Unavailable. It is asked every few thousand steps, on the connection's thread. One at
/// a time.
class WantedScope
{
public:
    WantedScope(Database &database, std::function<bool()> isUnwanted);
    ~WantedScope();

    WantedScope(const WantedScope &) = delete;
    WantedScope &operator=(const WantedScope &) = delete;

private:
    Database &m_database;
    std::function<bool()> m_isUnwanted;
};

} // namespace tongban::storage
