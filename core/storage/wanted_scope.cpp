// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/wanted_scope.h"

#include <sqlite3.h>
#include <utility>

namespace tongban::storage {

namespace {

constexpr int kStepsBetween = 4000; ///< Far less than a millisecond.

} // namespace

WantedScope::WantedScope(Database &database, std::function<bool()> isUnwanted)
    : m_database(database), m_isUnwanted(std::move(isUnwanted))
{
    const auto ask = [](void *scope) {
        return static_cast<WantedScope *>(scope)->m_isUnwanted() ? 1 : 0;
    };
    sqlite3_progress_handler(m_database.handle(), kStepsBetween, ask, this);
}

WantedScope::~WantedScope()
{
    sqlite3_progress_handler(m_database.handle(), 0, nullptr, nullptr);
}

} // namespace tongban::storage
