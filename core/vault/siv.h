// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace tongban::vault {

/// AES-SIV of RFC 5297 with one piece of associated data: the same text under the same key and data always
/// gives the same bytes, and a changed byte, another key or other data is found when they are opened. The
/// result is 16 bytes longer than the text. Built once and used for many texts; one thread at a time.
class Siv
{
public:
    static constexpr std::size_t kOverhead = 16;

    /// A key of 32, 48 or 64 bytes: AES-128, AES-192 or AES-256. InvalidInput for other lengths and for empty
    /// associated data (which OpenSSL 3.0 ignores).
    static Result<Siv> create(std::string_view key, std::string_view associated);

    Siv(Siv &&) noexcept;
    Siv &operator=(Siv &&) noexcept;
    ~Siv();

    /// InvalidInput for an empty text: OpenSSL 3.0 would return it without protection.
    Result<> seal(std::string_view text, std::string &out);

    /// Corrupted when it is not what was sealed here.
    Result<> open(std::string_view sealed, std::string &out);

private:
    struct State;

    explicit Siv(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace tongban::vault
