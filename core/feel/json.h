// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/feel/limits.h"
#include "core/feel/type.h"
#include "core/feel/value.h"

#include <string>
#include <string_view>

namespace tongban::feel {

/// Reads a value from JSON text. Numbers are taken digit by digit and never pass through floating point.
/// Where the type says so, a string is read as a date, a time, a date and time or a duration; where it says
/// Any, it stays a string. Members that the type does not name are kept. InvalidInput, with the path of the
/// offending member, for malformed text, for a duplicate member, for text that does not fit the type, and
/// for nesting beyond Limits::nesting.
Result<Value> parseJson(std::string_view text, const Type &type, const Limits &limits = {});

/// Where one member of an object goes.
struct JsonPlace {
    Value *value = nullptr; ///< A null pointer drops the member, which is read and checked all the same.
    const Type *type = nullptr; ///< What it is read by; a null pointer is Any.
    bool isTwice = false; ///< The member was there before, which is refused.
};

/// Finds the places of an object's members in the order they come.
class JsonMembers
{
public:
    virtual ~JsonMembers() = default;
    virtual JsonPlace find(std::string_view name) = 0;
};

/// Reads an object member by member into places of the caller's, as parseJson reads values. After an error
/// some members are already in their places.
Result<> parseJsonObject(std::string_view text, JsonMembers &members, const Limits &limits = {});

/// Canonical JSON: members sorted by name, no spaces, numbers in plain decimal notation, dates and
/// durations as ISO 8601 strings, ranges and functions as their text. Equal values give equal bytes.
std::string toCanonicalJson(const Value &value);
void appendCanonicalJson(std::string &out, const Value &value);

} // namespace tongban::feel
