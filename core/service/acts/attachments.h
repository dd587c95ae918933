// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/service/accounts/accounts.h"
#include "core/service/cases/cases.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tongban::service {

/// Of one file. A page scanned at 300 dpi in colour takes about one megabyte.
inline constexpr std::int64_t kMostAttachmentBytes = std::int64_t{10} << 20;

enum class AttachProblem : std::uint8_t {
    None,
    TooLarge, ///< More than kMostAttachmentBytes.
    Empty,
    KindUnknown, ///< By its first bytes no PDF, JPEG, PNG or TIFF.
    NoSuchDocument, ///< The item has no document of that number.
};

struct AttachOutcome {
    AttachProblem problem = AttachProblem::None; ///< Otherwise nothing was kept.
    std::int64_t bytes = 0; ///< Of the file that was looked at.
    ActOutcome act; ///< Its refusals: nothing was kept either.
};

/// Puts a file to a document of the case (0 = to the case as a whole): content, hash and the act
/// "record evidence" that names it become durable together. The file itself may go afterwards.
Result<AttachOutcome> attachFile(Workspace &workspace, std::string_view key, const SignedIn &person,
                                 int material, const std::filesystem::path &file);

/// The bytes of an attachment by their SHA-256; checked against it.
Result<std::string> attachmentContent(Workspace &workspace, std::string_view digest);

} // namespace tongban::service
