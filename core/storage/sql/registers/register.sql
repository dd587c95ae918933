-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: register_version_begin
INSERT INTO register_version (source, record, as_of, file, imported_at, row_count, rejected, contradictions, in_force,
                              first_row, last_row)
VALUES (:source, :record, :as_of, :file, :imported_at, 0, 0, 0, 0, (SELECT coalesce(max(no), 0) + 1 FROM register_row), 0);

-- name: register_row_insert
INSERT INTO register_row (version, key, digest, body)
VALUES (:version, seal(:key, 'register_row.key'), seal(:digest, 'register_row.digest'),
        seal(:body, 'register_row.body'));

-- name: register_find
SELECT opened(digest, 'register_row.digest') AS digest, opened(body, 'register_row.body') AS body
FROM register_row WHERE version = :version AND key = seal(:key, 'register_row.key')
ORDER BY no;

-- name: register_repeated_keys
-- Keys with more than one row, in the order of the index; the caller compares the digests.
SELECT opened(key, 'register_row.key') AS key FROM register_row WHERE version = :version
GROUP BY register_row.key
HAVING count(*) > 1;

-- name: register_rows_by_key
-- The rows of one key stand together, so that contradictions are seen in passing.
SELECT opened(key, 'register_row.key') AS key, opened(digest, 'register_row.digest') AS digest,
       opened(body, 'register_row.body') AS body
FROM register_row WHERE version = :version
ORDER BY register_row.key;

-- name: register_retire
UPDATE register_version SET in_force = 0 WHERE source = :source AND record = :record AND in_force = 1;

-- name: register_publish
UPDATE register_version
SET row_count = :row_count, rejected = :rejected, contradictions = :contradictions, in_force = 1,
    last_row = first_row + :stored - 1
WHERE no = :no;

-- name: register_delete_rows
DELETE FROM register_row WHERE no BETWEEN :first_row AND :last_row;

-- name: register_rows_in_force
SELECT first_row, last_row
FROM register_version WHERE source = :source AND record = :record AND in_force = 1;

-- name: register_version_by_no
SELECT no, source, record, as_of, file, imported_at, row_count, rejected, contradictions
FROM register_version WHERE no = :no;

-- name: register_version_in_force
SELECT no, source, record, as_of, file, imported_at, row_count, rejected, contradictions
FROM register_version WHERE source = :source AND record = :record AND in_force = 1;

-- name: register_versions
SELECT no, source, record, as_of, file, imported_at, row_count, rejected, contradictions
FROM register_version WHERE in_force = 1
ORDER BY source, record;
