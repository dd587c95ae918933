-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: attachment_content_insert
INSERT INTO attachment_content (digest, content) VALUES (:digest, seal(:content, 'attachment_content.content'))
ON CONFLICT (digest) DO NOTHING;

-- name: attachment_insert
INSERT INTO attachment (case_no, material, name, bytes, digest, added_at, added_by)
VALUES (:case_no, :material, seal(:name, 'attachment.name'), :bytes, :digest, :added_at, :added_by);

-- name: attachment_of_case
SELECT no, case_no, material, opened(name, 'attachment.name') AS name, bytes, digest, added_at, added_by
FROM attachment WHERE case_no = :case_no
ORDER BY no;

-- name: attachment_content
SELECT opened(content, 'attachment_content.content') AS content FROM attachment_content WHERE digest = :digest;

-- name: seen_page_insert
INSERT INTO seen_page (digest, content) VALUES (:digest, seal(:content, 'seen_page.content'))
ON CONFLICT (digest) DO NOTHING;

-- name: seen_page_by_digest
SELECT opened(content, 'seen_page.content') AS content FROM seen_page WHERE digest = :digest;
