// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/storage/account_store.h"

namespace tongban::service {

/// An account as the store keeps it; private to core/service.
Account accountOf(const storage::AccountRow &row);

} // namespace tongban::service
