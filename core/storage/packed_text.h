// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tongban::storage {

/// Makes the texts of a store small before they are sealed: afterwards nothing can. They are the same JSON
/// over and over, so the packer starts from a dictionary of what all of them hold. One thread at a time.
class TextPacker
{
public:
    TextPacker();
    ~TextPacker();
    TextPacker(const TextPacker &) = delete;
    TextPacker &operator=(const TextPacker &) = delete;

    /// False when packing would save nothing, or the text is too short or too long for it.
    bool pack(std::string_view text, std::string &out);

    /// False when this was not packed here.
    bool unpack(std::string_view packed, std::string &out);

private:
    struct Streams;

    std::unique_ptr<Streams> m_streams;
};

} // namespace tongban::storage
