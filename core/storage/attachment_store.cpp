// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/attachment_store.h"

namespace tongban::storage {

struct AttachmentStore::Statements {
    Statement *insertContent;
    Statement *insert;
    Statement *ofCase;
    Statement *content;
    Statement *insertSeen;
    Statement *seen;
};

Result<AttachmentStore> AttachmentStore::create(Database &database)
{
    Statements s{};
    s.insertContent = TRY(database.prepare("attachment_content_insert", {"digest", "content"}));
    s.insert = TRY(database.prepare(
        "attachment_insert", {"case_no", "material", "name", "bytes", "digest", "added_at", "added_by"}));
    s.ofCase = TRY(
        database.prepare("attachment_of_case", {"case_no"},
                         {"no", "case_no", "material", "name", "bytes", "digest", "added_at", "added_by"}));
    s.content = TRY(database.prepare("attachment_content", {"digest"}, {"content"}));
    s.insertSeen = TRY(database.prepare("seen_page_insert", {"digest", "content"}));
    s.seen = TRY(database.prepare("seen_page_by_digest", {"digest"}, {"content"}));
    return AttachmentStore(s);
}

AttachmentStore::AttachmentStore(const Statements &statements)
    : m_statements(std::make_shared<const Statements>(statements))
{
}

Result<std::int64_t> AttachmentStore::add(const AttachmentRow &row, std::string_view content)
{
    TRY(m_statements->insertContent->run(row.digest, Blob{content}));
    TRY(m_statements->insert->run(row.caseNo, row.material, row.name, row.bytes, row.digest, row.addedAt,
                                  row.addedBy));
    return m_statements->insert->lastInsertedKey();
}

Result<std::vector<AttachmentRow>> AttachmentStore::ofCase(std::int64_t caseNo)
{
    std::vector<AttachmentRow> found;
    Rows rows = m_statements->ofCase->query(caseNo);
    while (TRY(rows.next()))
        found.push_back({rows.integer(0), rows.integer(1), static_cast<int>(rows.integer(2)), rows.string(3),
                         rows.integer(4), TRY(rows.digest(5)), rows.instant(6), rows.string(7)});
    return found;
}

Result<std::string> AttachmentStore::content(const Digest &digest)
{
    Rows rows = m_statements->content->query(digest);
    if (!TRY(rows.next()))
        return fail(ErrorCode::NotFound, "there is no such attachment");
    std::string content(rows.blob(0));
    if (sha256(content) != digest)
        return fail(ErrorCode::Corrupted, "the attachment is not what its digest says");
    return content;
}

Result<> AttachmentStore::keepSeen(const Digest &digest, std::string_view page)
{
    return m_statements->insertSeen->run(digest, page);
}

Result<std::optional<std::string>> AttachmentStore::seen(const Digest &digest)
{
    Rows rows = m_statements->seen->query(digest);
    if (!TRY(rows.next()))
        return std::optional<std::string>();
    return std::optional<std::string>(rows.string(0));
}

} // namespace tongban::storage
