-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: event_insert
INSERT INTO event (district, n, case_id, act, state, actor, role, at, reason, basis, body, hash)
VALUES (:district, :n, :case_id, :act, :state, :actor, :role, :at, :reason, :basis, seal(:body, 'event.body'), :hash);

-- name: event_of_case
SELECT key, district, n, case_id, act, state, actor, role, at, reason, basis, opened(body, 'event.body') AS body, hash
FROM event WHERE case_id = :case_id
ORDER BY key;

-- name: event_page
SELECT key, district, n, case_id, act, state, actor, role, at, reason, basis, opened_if_whole(body, 'event.body') AS body, hash
FROM event WHERE district = :district AND n > :after
ORDER BY n
LIMIT :limit;

-- name: event_scan
SELECT key, district, n, case_id, act, state, actor, role, at, reason, basis, opened_if_whole(body, 'event.body') AS body, hash
FROM event WHERE key > :after
ORDER BY key;

-- name: event_of_roles
-- At most three roles; a repeated one does no harm.
SELECT e.case_id, c.item, e.act, e.actor, e.at
FROM event AS e CROSS JOIN permit_case AS c ON c.id = e.case_id
WHERE e.role IN (:first, :second, :third)
ORDER BY e.key;

-- name: event_cases_of_act
SELECT case_id FROM event WHERE act = :act
ORDER BY key DESC;

-- name: event_hash
SELECT hash FROM event WHERE district = :district AND n = :n;

-- name: event_cases_with
SELECT count(*) AS once, coalesce(sum(times > 1), 0) AS repeatedly
FROM (SELECT count(*) AS times FROM event WHERE act = :act GROUP BY case_id);

-- name: event_count
SELECT count(*) AS count FROM event;

-- name: event_without_case
SELECT e.district, e.n
FROM event AS e
WHERE NOT EXISTS (SELECT 1 FROM permit_case AS c WHERE c.id = e.case_id)
ORDER BY e.key;

-- name: head_of
SELECT n, hash FROM head WHERE district = :district;

-- name: head_insert
INSERT INTO head (district, n, hash) VALUES (:district, :n, :hash);

-- name: head_move
UPDATE head SET n = :n, hash = :hash WHERE district = :district AND n = :before;

-- name: head_list
SELECT district, n, hash FROM head ORDER BY district;

-- name: event_cases_above
SELECT DISTINCT case_id FROM event WHERE district = :district AND n > :n;

-- name: rewind_begin
INSERT INTO ledger_rewind (district, common, through, epoch, at, is_open)
SELECT :district, :n, n, :epoch, :at, 1 FROM head WHERE district = :district;

-- name: rewind_keep
INSERT INTO lost_event (rewind, district, n, case_id, act, state, actor, role, at, reason, basis, body, hash)
SELECT (SELECT max(no) FROM ledger_rewind), district, n, case_id, act, state, actor, role, at, reason, basis, body, hash
FROM event WHERE district = :district AND n > :n;

-- name: rewind_delete
DELETE FROM event WHERE district = :district AND n > :n;

-- name: rewind_head
UPDATE head
SET n = :n, hash = coalesce((SELECT hash FROM event WHERE district = :district AND n = :n), zeroblob(32))
WHERE district = :district;

-- name: rewind_end
UPDATE ledger_rewind SET is_open = 0 WHERE is_open = 1;

-- name: rewind_count
SELECT count(*) AS count FROM ledger_rewind;
