-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: claim_of
-- A claim ends with the case's stay in the queue in which it was claimed.
SELECT k.holder, k.since
FROM claim AS k JOIN case_state AS s ON s.no = k.case_no AND s.queue = k.queue
WHERE k.case_no = :case_no;

-- name: claim_put
INSERT INTO claim (case_no, queue, holder, since) VALUES (:case_no, :queue, :holder, :since)
ON CONFLICT (case_no) DO UPDATE SET queue = excluded.queue, holder = excluded.holder, since = excluded.since;

-- name: claim_drop
DELETE FROM claim WHERE case_no = :case_no;

-- name: claim_held
-- What one person holds, longest first.
SELECT k.case_no
FROM claim AS k CROSS JOIN case_state AS s ON s.no = k.case_no AND s.queue = k.queue
WHERE k.holder = :holder
ORDER BY k.case_no;

-- name: claim_passed_over
-- Cases of the same item and district in the same state that wait before this one and that nobody works on.
SELECT count(*) AS count
FROM (SELECT 1
      FROM case_state AS s
      WHERE s.queue = :queue AND s.due <= :due AND (s.due < :due OR s.no < :no)
        AND s.item = :item AND s.district = :district AND s.state = :state
        AND NOT EXISTS (SELECT 1 FROM claim AS k WHERE k.case_no = s.no AND k.queue = s.queue)
        AND NOT EXISTS (SELECT 1 FROM central_claim AS t WHERE t.case_no = s.no AND t.is_mine = 0)
      LIMIT :limit);

-- name: claim_step_insert
INSERT INTO claim_step (case_no, kind, account, at, since, before, passed_over, reason)
VALUES (:case_no, :kind, :account, :at, :since, :before, :passed_over, :reason);

-- name: claim_step_of_case
SELECT no, case_no, kind, account, at, since, before, passed_over, reason
FROM claim_step
WHERE case_no = :case_no
ORDER BY no;

-- name: claim_step_scan
SELECT no, case_no, kind, account, at, since, before, passed_over, reason
FROM claim_step
WHERE no > :after
ORDER BY no;

-- name: claim_list
SELECT case_no, holder, since FROM claim ORDER BY case_no;

-- name: central_claim_of
SELECT holder, is_mine, until FROM central_claim WHERE case_no = :case_no;

-- name: central_claims
SELECT case_no, holder, is_mine, until FROM central_claim WHERE district = :district ORDER BY case_no;

-- name: central_claims_drop
DELETE FROM central_claim WHERE district = :district;

-- name: central_claim_put
INSERT INTO central_claim (case_no, district, holder, is_mine, until)
VALUES (:case_no, :district, :holder, :is_mine, :until);
