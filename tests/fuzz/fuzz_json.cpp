// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes through both JSON readers: what one of them takes as a hashed text, the other takes too and
// writes with the same bytes, and canonical JSON is its own canonical form.

#include "core/base/canonical_json.h"
#include "core/base/text.h"
#include "core/feel/json.h"
#include "tests/fuzz/fuzz_support.h"

#include <nlohmann/json.hpp>

using namespace tongban;
using tongban::fuzz::require;

namespace {

void checkDocument(std::string_view text)
{
    const auto document = parseJson(text);
    if (!document) {
        require(document.error().code == ErrorCode::InvalidInput);
        return;
    }
    require(!findInvalidUtf8(text));
    const auto canonical = canonicalJson(*document);
    if (!canonical)
        return;
    const auto again = parseJson(*canonical);
    require(again && *again == *document);
    require(canonicalJson(*again).value() == *canonical);
    const auto value = feel::parseJson(text, feel::Type::any());
    require(value && feel::toCanonicalJson(*value) == *canonical);
}

void checkValue(std::string_view text)
{
    const auto value = feel::parseJson(text, feel::Type::any());
    if (!value)
        return;
    const std::string canonical = feel::toCanonicalJson(*value);
    const auto again = feel::parseJson(canonical, feel::Type::any());
    require(again && feel::toCanonicalJson(*again) == canonical);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    checkDocument(text);
    checkValue(text);
    return 0;
}
