-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a list shows, said once and used by every statement below as {its name}. -1 stands for any; a word nobody ever wrote
-- has the number -2 and fits nothing. Sets of numbers come as text between commas, empty = any.

-- part: list_columns
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at

-- part: found_cases
CROSS JOIN case_state AS s ON s.no = found.no CROSS JOIN permit_case AS c ON c.no = found.no

-- part: kind_fits
-- Of a row of case_state or of case_total.
(:state = -1 OR s.state = :state)
  AND (:items = '' OR instr(:items, ',' || s.item || ',') > 0)
  AND (:district = -1 OR s.district = :district)
  AND (:outcome = -1 OR s.outcome = :outcome)
  AND (:reasons = '' OR instr(:reasons, ',' || s.reason || ',') > 0)
  AND (:channel = -1 OR s.channel = :channel)

-- part: received_fits
s.received_day BETWEEN :received_from AND :received_through

-- part: due_fits
-- `+` keeps the lower day from hiding the place in the list from the index.
+s.due >= :due_from AND s.due <= :due_through

-- part: holder_fits
(:holder = '' OR EXISTS (SELECT 1 FROM claim AS k
                         WHERE k.case_no = s.no AND k.queue = s.queue AND k.holder = :holder))
  AND (:unheld = 0 OR (NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue)
                       AND NOT EXISTS (SELECT 1 FROM central_claim AS t WHERE t.case_no = s.no AND t.is_mine = 0)))

-- part: cases_of_kinds
-- The kinds that fit, and by the index the cases of just these. Queue 0 = in none.
(SELECT DISTINCT s.state, s.item, s.district, s.queue, s.outcome, s.reason, s.touched, s.channel
 FROM case_total AS s WHERE s.cases > 0 AND (:queue = -1 OR s.queue = :queue) AND {kind_fits}) AS t
CROSS JOIN case_state AS s INDEXED BY case_state_facets
ON s.state = t.state AND s.item = t.item AND s.district = t.district AND s.queue IS nullif(t.queue, 0)
   AND s.outcome IS nullif(t.outcome, 0) AND s.reason IS nullif(t.reason, 0) AND s.touched = t.touched
   AND s.channel = t.channel

-- part: cases_of_queues
-- Whose limit lies between the days, in one queue or in each (-1, and 0 where what is in none is added).
(SELECT DISTINCT queue FROM case_total WHERE queue <> 0 AND (:queue IN (-1, 0) OR queue = :queue)) AS q
CROSS JOIN case_state AS s INDEXED BY case_state_waiting ON s.queue = q.queue AND s.due BETWEEN :due_from AND :due_through

-- part: held_cases
-- What somebody works on: few among all.
claim AS k CROSS JOIN case_state AS s ON s.no = k.case_no AND s.queue = k.queue

-- name: queue_list
-- In its order, looking at each.
{list_columns}
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.queue = :queue AND (s.due, s.no) > (:due, :no) AND {kind_fits} AND {received_fits} AND {due_fits} AND {holder_fits}
ORDER BY s.due, s.no
LIMIT :limit;

-- name: queue_list_of_kinds
-- Few cases among many: found by their kinds, then put in order.
{list_columns}
FROM (SELECT s.no AS no, s.due AS due FROM {cases_of_kinds}
      WHERE (s.due, s.no) > (:due, :no) AND {received_fits} AND {due_fits} AND {holder_fits}
      ORDER BY s.due, s.no
      LIMIT :limit) AS found {found_cases}
ORDER BY found.due, found.no;

-- name: queue_list_held
{list_columns}
FROM (SELECT s.no AS no, s.due AS due FROM {held_cases}
      WHERE k.holder = :holder AND s.queue = :queue AND (s.due, s.no) > (:due, :no)
            AND {kind_fits} AND {received_fits} AND {due_fits}
      ORDER BY s.due, s.no
      LIMIT :limit) AS found {found_cases}
ORDER BY found.due, found.no;

-- name: case_list
-- Among the newest alone: what is usual is found there.
{list_columns}
FROM case_state AS s CROSS JOIN permit_case AS c ON c.no = s.no
WHERE s.no < :before AND s.no > :floor AND {kind_fits} AND {received_fits} AND {due_fits} AND {holder_fits}
ORDER BY s.no DESC
LIMIT :limit;

-- name: case_list_of_kinds
{list_columns}
FROM (SELECT s.no AS no FROM {cases_of_kinds}
      WHERE s.no < :before AND {received_fits} AND {due_fits} AND {holder_fits}
      ORDER BY s.no DESC
      LIMIT :limit) AS found {found_cases}
ORDER BY found.no DESC;

-- name: case_list_of_due
-- With :queue = 0: from every queue by the day, and what is in none by its kind.
{list_columns}
FROM (SELECT s.no AS no FROM {cases_of_queues}
      WHERE s.no < :before AND {kind_fits} AND {received_fits} AND {holder_fits}
      UNION ALL
      SELECT s.no FROM {cases_of_kinds} WHERE s.no < :before AND {received_fits} AND {due_fits} AND {holder_fits}
      ORDER BY no DESC
      LIMIT :limit) AS found {found_cases}
ORDER BY found.no DESC;

-- name: case_list_held
{list_columns}
FROM (SELECT s.no AS no FROM {held_cases}
      WHERE k.holder = :holder AND s.no < :before AND {kind_fits} AND {received_fits} AND {due_fits}
      ORDER BY s.no DESC
      LIMIT :limit) AS found {found_cases}
ORDER BY found.no DESC;

-- name: count_of_kinds
-- Read from the totals: exact, whatever their size. :timed is 1 where a limit runs, 0 where none does.
SELECT ifnull(sum(s.cases), 0) AS count
FROM case_total AS s
WHERE (:queue = -1 OR s.queue = :queue) AND (:timed = -1 OR s.timed = :timed) AND {kind_fits};

-- name: count_of_days
SELECT count(*) AS count FROM {cases_of_kinds} WHERE {received_fits} AND {due_fits};

-- name: count_of_received
SELECT count(*) AS count FROM {cases_of_kinds} WHERE {received_fits};

-- name: count_of_due
SELECT count(*) AS count FROM {cases_of_queues} WHERE {kind_fits} AND {received_fits};

-- name: count_held
SELECT count(*) AS count FROM {held_cases}
WHERE (:holder = '' OR k.holder = :holder) AND (:queue = -1 OR s.queue = :queue)
      AND {kind_fits} AND {received_fits} AND {due_fits};
