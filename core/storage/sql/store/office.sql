-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: office_head
SELECT n, hash FROM office_head;

-- name: office_move_head
UPDATE office_head SET n = :n, hash = :hash;

-- name: office_append
INSERT INTO office_change (n, at, actor, kind, subject, detail, hash)
VALUES (:n, :at, :actor, :kind, :subject, :detail, :hash);

-- name: office_page
SELECT n, at, actor, kind, subject, detail FROM office_change WHERE n < :before ORDER BY n DESC LIMIT :limit;

-- name: office_scan
SELECT n, at, actor, kind, subject, detail, hash FROM office_change ORDER BY n;
