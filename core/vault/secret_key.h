// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace tongban::vault {

/// 32 bytes that nobody may read: kept on pages that are not swapped out and not part of a core dump where
/// the system allows that, and overwritten when they are no longer needed. A value; may be read by any
/// thread.
class SecretKey
{
public:
    static constexpr std::size_t kBytes = 32;

    /// From the system's generator. Ends the program when there is none.
    static SecretKey random();

    /// InvalidInput unless there are exactly 32 bytes.
    static Result<SecretKey> fromBytes(std::string_view bytes);

    std::string_view bytes() const;

    /// Another key for one purpose; from it nobody finds this one (HKDF-Expand of RFC 5869 with SHA-256).
    SecretKey derived(std::string_view purpose) const;

    /// In a time that does not tell how much of it is equal.
    bool operator==(const SecretKey &other) const;

private:
    struct Free {
        void operator()(unsigned char *bytes) const;
    };

    SecretKey();

    std::shared_ptr<unsigned char> m_bytes;
};

/// The key of a workspace's personal fields as it goes from whoever unlocked it to the connections; null =
/// the workspace is plain, or locked.
using DataKey = std::shared_ptr<const SecretKey>;

/// Overwrites a text that was secret; also what a shorter value would leave behind it.
void wipe(std::string &text);

} // namespace tongban::vault
