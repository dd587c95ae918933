-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: decision_insert
INSERT INTO decision (case_no, round, outcome, reason, rule_set, engine, calendar, catalogue, decided_at, capsule,
                      record)
VALUES (:case_no, :round, :outcome, :reason, :rule_set, :engine, :calendar, :catalogue, :decided_at, :capsule,
        seal(:record, 'decision.record'));

-- name: decision_remove
DELETE FROM decision WHERE no = :no;

-- name: decision_of_case
SELECT no, case_no, round, outcome, reason, rule_set, engine, calendar, catalogue, decided_at, capsule,
       opened(record, 'decision.record') AS record
FROM decision WHERE case_no = :case_no
ORDER BY round;

-- name: decision_latest
SELECT no, case_no, round, outcome, reason, rule_set, engine, calendar, catalogue, decided_at, capsule,
       opened(record, 'decision.record') AS record
FROM decision WHERE case_no = :case_no
ORDER BY round DESC
LIMIT 1;

-- name: decision_scan
SELECT no, case_no, round, outcome, reason, rule_set, engine, calendar, catalogue, decided_at, capsule,
       opened_if_whole(record, 'decision.record') AS record
FROM decision WHERE no > :after AND no <= :through
ORDER BY no;

-- name: decision_last_no
SELECT coalesce(max(no), 0) AS no FROM decision;

-- name: decision_count
SELECT count(*) AS count FROM decision;
