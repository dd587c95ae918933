-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One filter in four statements. -1 stands for any; a word nobody ever wrote has the number -2 and fits nothing. Sets of
-- numbers come as text between commas, empty = any. `+` keeps the lower day from hiding the place in the list from the index.

-- name: state_queue_list
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.queue = :queue AND (s.due, s.no) > (:due, :no)
  AND (:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)
  AND s.received_day BETWEEN :received_from AND :received_through
  AND +s.due >= :due_from AND s.due <= :due_through
  AND (:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                               WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue))
ORDER BY s.due, s.no
LIMIT :limit;

-- name: state_queue_count
SELECT count(*) AS count
FROM case_state AS s
WHERE s.queue = :queue
  AND (:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)
  AND s.received_day BETWEEN :received_from AND :received_through
  AND +s.due >= :due_from AND s.due <= :due_through
  AND (:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                               WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue));

-- name: case_list
-- Among the newest alone: what is usual is found there.
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.no < :before AND s.no > :floor
  AND (:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)
  AND s.received_day BETWEEN :received_from AND :received_through
  AND +s.due >= :due_from AND s.due <= :due_through
  AND (:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                               WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue))
ORDER BY s.no DESC
LIMIT :limit;

-- name: state_facet_count
-- The states and items that are wanted are walked one by one: only what fits is read, from the index alone.
SELECT count(*) AS count
FROM json_each(:every_state) AS a CROSS JOIN json_each(:every_item) AS b
     CROSS JOIN case_state AS s INDEXED BY case_state_facets ON s.state = a.value AND s.item = b.value
WHERE TRUE
  AND (:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)
  AND s.received_day BETWEEN :received_from AND :received_through
  AND +s.due >= :due_from AND s.due <= :due_through
  AND (:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                               WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue));

-- name: state_facet_list
-- Few cases among many: found by the index, then put in order.
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM (SELECT s.no AS no
      FROM json_each(:every_state) AS a CROSS JOIN json_each(:every_item) AS b
           CROSS JOIN case_state AS s INDEXED BY case_state_facets ON s.state = a.value AND s.item = b.value
      WHERE s.no < :before
  AND (:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)
  AND s.received_day BETWEEN :received_from AND :received_through
  AND +s.due >= :due_from AND s.due <= :due_through
  AND (:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                               WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue))
      ORDER BY s.no DESC
      LIMIT :limit) AS found
     CROSS JOIN case_state AS s ON s.no = found.no
     CROSS JOIN permit_case AS c ON c.no = found.no
ORDER BY found.no DESC;

-- name: state_facet_states
-- Which states there are: one step over the index for each.
WITH RECURSIVE seen (state) AS (
    SELECT min(state) FROM case_state
    UNION ALL
    SELECT (SELECT min(s.state) FROM case_state AS s WHERE s.state > seen.state) FROM seen WHERE seen.state IS NOT NULL
)
SELECT state FROM seen WHERE state IS NOT NULL;

-- name: state_facet_items
-- Words that are items of some case: items have been written by the time their case is.
WITH RECURSIVE states (state) AS (
    SELECT min(state) FROM case_state
    UNION ALL
    SELECT (SELECT min(s.state) FROM case_state AS s WHERE s.state > states.state) FROM states
    WHERE states.state IS NOT NULL
), pairs (state, item) AS (
    SELECT state, (SELECT min(s.item) FROM case_state AS s WHERE s.state = states.state) FROM states
    WHERE state IS NOT NULL
    UNION ALL
    SELECT state, (SELECT min(s.item) FROM case_state AS s WHERE s.state = pairs.state AND s.item > pairs.item)
    FROM pairs WHERE item IS NOT NULL
)
SELECT DISTINCT item FROM pairs WHERE item IS NOT NULL;
