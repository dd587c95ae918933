// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/feel/limits.h"
#include "core/feel/type.h"
#include "core/feel/value.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tongban::feel {

/// Reads a value from JSON text. Numbers are taken digit by digit and never pass through floating point.
/// Where the type says so, a string is read as a date, a time, a date and time or a duration; where it says
/// Any, it stays a string. Members that the type does not name are kept. InvalidInput, with the path of the
/// offending member, for malformed text, for a duplicate member, for text that does not fit the type, and
/// for nesting beyond Limits::nesting.
Result<Value> parseJson(std::string_view text, const Type &type, const Limits &limits = {});

/// The same from a parsed document. A number that the document holds as floating point is refused, because
/// its digits are lost already.
Result<Value> fromJson(const nlohmann::json &document, const Type &type, const Limits &limits = {});

/// Canonical JSON: members sorted by name, no spaces, numbers in plain decimal notation, dates and
/// durations as ISO 8601 strings, ranges and functions as their text. Equal values give equal bytes.
std::string toCanonicalJson(const Value &value);

} // namespace tongban::feel
