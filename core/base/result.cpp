// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/result.h"

namespace tongban {

std::string_view codeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return "invalid_input";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Unavailable: return "unavailable";
    case ErrorCode::Corrupted: return "corrupted";
    case ErrorCode::Denied: return "denied";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

} // namespace tongban
