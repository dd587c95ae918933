// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/canonical_json.h"
#include "core/service/cases/case_view.h"
#include "core/service/workspace/workspace_parts.h"

#include <nlohmann/json.hpp>

namespace tongban::service {

namespace {

/// The digest of the page that the act names; empty = none.
std::string seenDigest(const StoryEvent &event)
{
    const auto body = parseJson(event.body);
    if (!body || !body->contains("detail") || !(*body)["detail"].is_object())
        return {};
    const auto seen = (*body)["detail"].find("seen");
    return seen != (*body)["detail"].end() && seen->is_string() ? seen->get<std::string>() : std::string();
}

} // namespace

bool namesWhatWasSeen(const StoryEvent &event)
{
    return !seenDigest(event).empty();
}

Result<CaseView> seenBefore(Workspace &workspace, const StoryEvent &event)
{
    const auto digest = Digest::parse(seenDigest(event));
    if (!digest)
        return fail(ErrorCode::NotFound, "the act does not say what was seen");
    const auto page = TRY(workspace.parts().store->attachments().seen(*digest));
    if (!page)
        return fail(ErrorCode::NotFound, "the page that was seen is not kept");
    if (sha256(*page) != *digest)
        return fail(ErrorCode::Corrupted, "the page that was seen is not what the act names");
    return parseCaseView(*page);
}

} // namespace tongban::service
