// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/digest.h"
#include "core/storage/database.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tongban::storage {

/// A file that belongs to a document of a case.
struct AttachmentRow {
    std::int64_t no = 0; ///< Set by add().
    std::int64_t caseNo = 0;
    int material = 0;
    std::string name; ///< As the file was called.
    std::int64_t bytes = 0;
    Digest digest; ///< SHA-256 of the content.
    Timestamp addedAt{};
    std::string addedBy;
};

/// Files of cases with their content, and pages as people saw them; both by digest, both never changed.
/// Writes need an open Transaction. On the thread of its Database.
class AttachmentStore
{
public:
    static Result<AttachmentStore> create(Database &database);

    /// Content that is there already is not kept twice.
    Result<std::int64_t> add(const AttachmentRow &row, std::string_view content);
    Result<std::vector<AttachmentRow>> ofCase(std::int64_t caseNo);
    /// NotFound when there is none; Corrupted when it is not what its digest says.
    Result<std::string> content(const Digest &digest);

    Result<> keepSeen(const Digest &digest, std::string_view page);
    /// Nothing when that page was never kept.
    Result<std::optional<std::string>> seen(const Digest &digest);

private:
    struct Statements;

    explicit AttachmentStore(const Statements &statements);

    std::shared_ptr<const Statements> m_statements;
};

} // namespace tongban::storage
