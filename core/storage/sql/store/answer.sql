-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: answer_put
INSERT INTO evidence_answer (source, record, key, status, body, digest, as_of, answered_at)
VALUES (:source, :record, seal(:key, 'evidence_answer.key'), :status, seal(:body, 'evidence_answer.body'),
        seal(:digest, 'evidence_answer.digest'), :as_of, :answered_at)
ON CONFLICT (source, record, key) DO UPDATE
SET status = excluded.status, body = excluded.body, digest = excluded.digest, as_of = excluded.as_of,
    answered_at = excluded.answered_at
WHERE excluded.answered_at >= answered_at;

-- name: answer_find
SELECT source, record, opened(key, 'evidence_answer.key') AS key, status,
       opened(body, 'evidence_answer.body') AS body, opened(digest, 'evidence_answer.digest') AS digest,
       as_of, answered_at
FROM evidence_answer WHERE source = :source AND record = :record AND key = seal(:key, 'evidence_answer.key');

-- name: answer_forget
DELETE FROM evidence_answer WHERE answered_at < :before;
