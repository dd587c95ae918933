// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/permit/item.h"

namespace tongban::service {

/// Since when a granted application stands in the way of the same one anew: a quota is granted once, anything
/// else not twice within a month. `item` may be none.
inline Timestamp againSince(const permit::Item *item, Timestamp receivedAt)
{
    constexpr std::chrono::days kAgainAfter{30};
    return item != nullptr && item->limitedQuota ? Timestamp{} : receivedAt - kAgainAfter;
}

} // namespace tongban::service
