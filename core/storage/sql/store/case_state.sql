-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: state_insert
INSERT INTO case_state (no, version, item, district, state, queue, due, outcome, reason, open, touched, changed_at,
                        details, channel, received_day)
VALUES (:no, :version, :item, :district, :state, :queue, :due, :outcome, :reason, :open, :touched, :changed_at,
        seal(:details, 'case_state.details'), :channel, :received_day);

-- name: state_update
UPDATE case_state
SET version = version + 1, state = :state, queue = :queue, due = :due, outcome = :outcome, reason = :reason,
    open = :open, touched = :touched, changed_at = :changed_at, details = seal(:details, 'case_state.details')
WHERE no = :no AND version = :version;

-- name: state_replace
-- For the copy of a centre's ledger, where the version is what the ledger says.
UPDATE case_state
SET version = :version, state = :state, queue = :queue, due = :due, outcome = :outcome, reason = :reason, open = :open,
    touched = :touched, changed_at = :changed_at, details = seal(:details, 'case_state.details')
WHERE no = :no;

-- name: state_remove
DELETE FROM case_state WHERE no = :no;

-- name: state_queue_page
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at,
       opened_if_whole(c.application, 'permit_case.application') AS application,
       opened_if_whole(s.details, 'case_state.details') AS details
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.queue = :queue AND (s.due, s.no) > (:due, :no)
ORDER BY s.due, s.no
LIMIT :limit;

-- name: state_overdue_page
-- What was due before a day: all of it, or what was never accepted; "accepted_on" is in the details of what was.
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at,
       opened_if_whole(c.application, 'permit_case.application') AS application,
       opened_if_whole(s.details, 'case_state.details') AS details
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.queue = :queue AND (s.due, s.no) > (:due, :no) AND s.due < :before
  AND s.state = :state AND (:any = 1 OR instr(opened_if_whole(s.details, 'case_state.details'), '"accepted_on":') = 0)
ORDER BY s.due, s.no
LIMIT :limit;

-- name: total_add
INSERT INTO case_total
VALUES (:state, :item, :district, :queue, :outcome, :reason, :touched, :channel, :timed, :cases)
ON CONFLICT DO UPDATE SET cases = cases + excluded.cases;

-- name: state_waiting
SELECT ifnull(sum(cases), 0) AS count FROM case_total WHERE queue = :queue;

-- name: state_totals
-- Added up by the caller, who shows some of these together.
SELECT item, district, state, queue, outcome, reason, touched, cases FROM case_total WHERE cases > 0;

-- name: totals_wrong
-- For the check of the record: the cases themselves, counted, against what is kept of them.
WITH counted AS (
    SELECT state, item, district, ifnull(queue, 0) AS queue, ifnull(outcome, 0) AS outcome, ifnull(reason, 0) AS reason,
           touched, channel, due <> 99999999 AS timed, count(*) AS cases
    FROM case_state
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
), kept AS (
    SELECT state, item, district, queue, outcome, reason, touched, channel, timed, cases FROM case_total WHERE cases <> 0
)
SELECT count(*) AS kinds
FROM (SELECT state, item, district, queue, outcome, reason, touched, channel, timed
      FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept)
      UNION
      SELECT state, item, district, queue, outcome, reason, touched, channel, timed
      FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted));

-- name: state_after_last_event
-- For the check of the ledger: each case with the state its last event left. What this desktop has done and a centre has
-- not told of yet stands in the outbox, not in the ledger.
SELECT c.no, c.district, s.state, e.state AS event_state, e.n AS n
FROM permit_case AS c
     LEFT JOIN case_state AS s ON s.no = c.no
     LEFT JOIN event AS e ON e.key = (SELECT max(key) FROM event WHERE case_id = c.id)
WHERE NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.case_id = c.id AND o.state IN ('saved', 'told'))
ORDER BY c.no;
