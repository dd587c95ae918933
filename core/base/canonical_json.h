// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tongban {

/// Writes one canonical JSON text: UTF-8, no white space, keys in the order the caller gives (callers give
/// them in ascending code-point order where the text is hashed), strings escaped as RFC 8785 says, numbers
/// passed as decimal text so that no floating point is ever involved. Appends to a string the caller owns;
/// does not allocate otherwise.
///
///     CanonicalWriter w(out);
///     w.beginObject(); w.key("a"); w.number(1); w.key("b"); w.string("x"); w.endObject();
class CanonicalWriter
{
public:
    explicit CanonicalWriter(std::string &out) : m_out(out) { }

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(std::string_view name);
    void string(std::string_view utf8);
    void number(std::int64_t value);
    /// `text` is already a JSON number, for example a decimal written plainly.
    void numberText(std::string_view text);
    void boolean(bool value);
    void null();
    /// `json` is already canonical JSON and is copied as it is.
    void raw(std::string_view json);

private:
    void separate();

    std::string &m_out;
    bool m_needsComma = false;
};

/// The canonical form of a parsed document: keys sorted by code point. Floating-point numbers are refused
/// (InvalidInput): a hashed text may hold integers and strings only.
Result<std::string> canonicalJson(const nlohmann::json &document);

/// Parses strict JSON (RFC 8259, UTF-8, no duplicate keys, depth at most 64). InvalidInput says the byte
/// position and what was expected.
Result<nlohmann::json> parseJson(std::string_view text);

} // namespace tongban
