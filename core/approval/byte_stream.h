// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tongban::approval {

/// Appends numbers in as few bytes as they need (base 128, low part first).
class ByteWriter
{
public:
    explicit ByteWriter(std::string &out) : m_out(out) { }

    void byte(std::uint8_t value) { m_out.push_back(static_cast<char>(value)); }

    void natural(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }

    /// Small numbers of either sign stay small.
    void integer(std::int64_t value)
    {
        natural((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }

    void text(std::string_view value)
    {
        natural(value.size());
        m_out += value;
    }

    void bytes(std::string_view value) { m_out += value; }

private:
    std::string &m_out;
};

/// Reads what ByteWriter wrote. After anything that does not fit, isSound() is false and everything reads as
/// zero or empty.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) { }

    bool isSound() const { return m_isSound; }
    bool atEnd() const { return m_bytes.empty(); }

    std::uint8_t byte()
    {
        const std::string_view one = bytes(1);
        return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one[0]);
    }

    std::uint64_t natural()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
                return value;
        }
        m_isSound = false;
        return 0;
    }

    std::int64_t integer()
    {
        const std::uint64_t value = natural();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }

    std::string_view text() { return bytes(natural()); }

    std::string_view bytes(std::uint64_t count)
    {
        if (!m_isSound || count > m_bytes.size()) {
            m_isSound = false;
            return {};
        }
        const std::string_view part = m_bytes.substr(0, static_cast<std::size_t>(count));
        m_bytes.remove_prefix(static_cast<std::size_t>(count));
        return part;
    }

private:
    std::string_view m_bytes;
    bool m_isSound = true;
};

} // namespace tongban::approval
