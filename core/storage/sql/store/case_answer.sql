-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: case_answer_insert
INSERT INTO case_answer (case_no, kept_at, body) VALUES (:case_no, :kept_at, seal(:body, 'case_answer.body'));

-- name: case_answer_drop
DELETE FROM case_answer WHERE case_no = :case_no;

-- name: case_answer_list
SELECT kept_at, opened(body, 'case_answer.body') AS body FROM case_answer WHERE case_no = :case_no ORDER BY no;

-- name: case_answer_look_put
INSERT INTO case_answer_look (case_no, version, asked_at, denied) VALUES (:case_no, :version, :asked_at, :denied)
ON CONFLICT (case_no) DO UPDATE SET version = excluded.version, asked_at = excluded.asked_at, denied = excluded.denied;

-- name: case_answer_look
SELECT version, asked_at, denied FROM case_answer_look WHERE case_no = :case_no;
