// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/workspace/joined.h"

#include "core/base/canonical_json.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

constexpr std::string_view kCentreKey = "centre";

} // namespace

Result<std::optional<JoinedCentre>> readJoinedCentre(storage::Store &store)
{
    const auto text = TRY(store.meta().value(kCentreKey));
    if (!text)
        return std::optional<JoinedCentre>();
    const auto document = TRY(parseJson(*text));
    if (!document.is_object())
        return fail(ErrorCode::Corrupted, "which centre the workspace belongs to cannot be read");
    JoinedCentre centre;
    centre.connect = document.value("connect", std::string());
    centre.account = document.value("account", std::string());
    centre.kind = document.value("kind", std::string());
    centre.device = document.value("device", std::string());
    centre.clockOffset = std::chrono::milliseconds(document.value("clock_offset", std::int64_t{0}));
    return std::optional(std::move(centre));
}

Result<> keepJoinedCentre(storage::Store &store, const JoinedCentre &centre)
{
    const nlohmann::json document{{"connect", centre.connect},
                                  {"account", centre.account},
                                  {"kind", centre.kind},
                                  {"device", centre.device},
                                  {"clock_offset", centre.clockOffset.count()}};
    return store.meta().setValue(kCentreKey, document.dump());
}

} // namespace tongban::service
