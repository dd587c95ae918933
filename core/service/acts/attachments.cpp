// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/acts/attachments.h"

#include "core/base/canonical_json.h"
#include "core/base/file.h"
#include "core/service/acts/case_acts.h"
#include "core/service/cases/case_lookup.h"
#include "core/service/workspace/workspace_parts.h"

#include <algorithm>
#include <array>

namespace tongban::service {

namespace {

using namespace std::string_view_literals;

bool isKnownKind(std::string_view content)
{
    constexpr std::array kBeginnings{"%PDF-"sv, "\xFF\xD8\xFF"sv, "\x89PNG\r\n\x1A\n"sv, "II*\0"sv,
                                     "MM\0*"sv};
    return std::ranges::any_of(kBeginnings,
                               [&](std::string_view begin) { return content.starts_with(begin); });
}

std::string attachmentDetail(int material, const std::string &name, std::string_view content,
                             const Digest &digest)
{
    std::string detail;
    CanonicalWriter w(detail);
    w.beginObject();
    w.key("attachment");
    w.beginObject();
    w.key("bytes");
    w.number(static_cast<std::int64_t>(content.size()));
    w.key("digest");
    w.string(digest.hex());
    w.key("material");
    w.number(material);
    w.key("name");
    w.string(name);
    w.endObject();
    w.endObject();
    return detail;
}

/// Without a look at the content where that alone would be too much.
Result<std::int64_t> sizeOf(const std::filesystem::path &file)
{
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed)
        return Failure(fileError(failed.value(), "read", file));
    return static_cast<std::int64_t>(size);
}

} // namespace

Result<AttachOutcome> attachFile(Workspace &workspace, std::string_view key, const SignedIn &person,
                                 int material, const std::filesystem::path &file)
{
    AttachOutcome outcome;
    const auto refuse = [&outcome](AttachProblem problem) {
        outcome.problem = problem;
        return outcome;
    };
    outcome.bytes = TRY(sizeOf(file));
    if (outcome.bytes > kMostAttachmentBytes)
        return refuse(AttachProblem::TooLarge);
    if (outcome.bytes == 0)
        return refuse(AttachProblem::Empty);
    const std::string content = TRY(readFile(file, static_cast<std::size_t>(kMostAttachmentBytes)));
    if (!isKnownKind(content))
        return refuse(AttachProblem::KindUnknown);
    const storage::StoredCase stored = TRY(findCase(*workspace.parts().store, key));
    const permit::Item *item = workspace.catalogue().version(stored.record.item, stored.record.itemVersion);
    if (material != 0 && (item == nullptr || item->material(material) == nullptr))
        return refuse(AttachProblem::NoSuchDocument);
    const permit::CaseState state = TRY(permit::parseCaseState(stored.standing.details));
    const Actor actor = actorFor(workspace, person, state.state, permit::Act::RecordEvidence);
    const Digest digest = sha256(content);
    const std::string name = file.filename().string();
    permit::ActRequest request;
    request.act = permit::Act::RecordEvidence;
    request.reason = "attachment:" + std::to_string(material);
    request.detail = attachmentDetail(material, name, content, digest);
    const auto keep = [&](const storage::StoredCase &of, Timestamp now) -> Result<> {
        TRY(workspace.parts().store->attachments().add(
            {0, of.record.no, material, name, outcome.bytes, digest, now, person.account.name}, content));
        return {};
    };
    outcome.act = TRY(actOnCaseWith(workspace, key, actor, std::move(request), {}, keep));
    return outcome;
}

Result<std::string> attachmentContent(Workspace &workspace, std::string_view digest)
{
    return workspace.parts().store->attachments().content(TRY(Digest::parse(digest)));
}

} // namespace tongban::service
