-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: intake_begin
INSERT INTO intake_batch (file, digest, file_bytes, started_at, finished_at, bytes_done, lines_done, accepted, repeated,
                          quarantined)
VALUES (:file, :digest, :file_bytes, :started_at, :finished_at, :bytes_done, :lines_done, :accepted, :repeated,
        :quarantined);

-- name: intake_by_digest
SELECT no, file, digest, file_bytes, started_at, finished_at, bytes_done, lines_done, accepted, repeated, quarantined
FROM intake_batch WHERE digest = :digest;

-- name: intake_progress
UPDATE intake_batch
SET finished_at = :finished_at, bytes_done = :bytes_done, lines_done = :lines_done, accepted = :accepted,
    repeated = :repeated, quarantined = :quarantined
WHERE no = :no;

-- name: intake_list
SELECT no, file, digest, file_bytes, started_at, finished_at, bytes_done, lines_done, accepted, repeated, quarantined
FROM intake_batch
ORDER BY no DESC
LIMIT :limit;

-- name: quarantine_add
INSERT INTO quarantine_count (batch, field, reason, count) VALUES (:batch, :field, :reason, :count)
ON CONFLICT (batch, field, reason) DO UPDATE SET count = count + excluded.count;

-- name: quarantine_of_batch
SELECT field, reason, count FROM quarantine_count WHERE batch = :batch
ORDER BY field, reason;
