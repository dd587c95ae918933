-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- seal(), opened() and mark() are the program's own (core/storage/field_seal.h): in a plain store they give back what they
-- are given, in a sealed one they turn a value into bytes and back. The second argument names where the value belongs.

-- name: case_insert
INSERT INTO permit_case (id, serial, channel, external_no, item, item_version, district, received_at, duplicate_key,
                         duplicate_of, intake_batch, applicant_id, applicant_name, application, plate)
VALUES (:id, :serial, :channel, :external_no, :item, :item_version, :district, :received_at,
        seal(:duplicate_key, 'permit_case.duplicate_key'), :duplicate_of, :intake_batch,
        seal(:applicant_id, 'permit_case.applicant_id'), :applicant_name,
        seal(:application, 'permit_case.application'),
        mark(plate_in(:application), 'permit_case.plate'));

-- name: case_set_item_version
UPDATE permit_case SET item_version = :item_version WHERE no = :no;

-- name: case_renew
-- A case that was taken in here, as the centre has counted it: whatever hangs on its number here stays.
UPDATE permit_case
SET serial = :serial, channel = :channel, external_no = :external_no, item = :item, item_version = :item_version,
    received_at = :received_at, duplicate_key = seal(:duplicate_key, 'permit_case.duplicate_key'),
    applicant_id = seal(:applicant_id, 'permit_case.applicant_id'), applicant_name = :applicant_name,
    application = seal(:application, 'permit_case.application'),
    plate = mark(plate_in(:application), 'permit_case.plate')
WHERE no = :no;

-- name: case_visits_drop
DELETE FROM visit WHERE case_no = :no;

-- name: case_notices_drop
DELETE FROM notice WHERE case_no = :no;

-- name: case_clocks_drop
DELETE FROM clock_span WHERE case_no = :no;

-- name: case_deliveries_drop
DELETE FROM delivery WHERE case_no = :no;

-- name: case_remove
-- Only what no act of the ledger speaks of.
DELETE FROM permit_case WHERE no = :no AND NOT EXISTS (SELECT 1 FROM event WHERE case_id = permit_case.id);

-- name: case_by_no
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at,
       opened(c.application, 'permit_case.application') AS application,
       opened(s.details, 'case_state.details') AS details
FROM permit_case AS c JOIN case_state AS s ON s.no = c.no
WHERE c.no = :no;

-- name: case_name_by_no
SELECT serial, opened(applicant_id, 'permit_case.applicant_id') AS applicant_id FROM permit_case WHERE no = :no;

-- name: case_no_by_id
SELECT no FROM permit_case WHERE id = :id;

-- name: case_address_by_no
SELECT id, district FROM permit_case WHERE no = :no;

-- name: case_no_by_serial
SELECT no FROM permit_case WHERE serial = :serial;

-- name: case_no_by_external
SELECT no FROM permit_case WHERE external_no = :external_no AND channel = :channel;

-- name: case_open_duplicate
SELECT c.no
FROM permit_case AS c JOIN case_state AS s ON s.no = c.no
WHERE c.applicant_id = seal(:applicant_id, 'permit_case.applicant_id')
  AND c.duplicate_key = seal(:duplicate_key, 'permit_case.duplicate_key') AND s.open = 1 AND c.no <> :except
ORDER BY c.no
LIMIT 1;

-- name: case_granted_duplicate
-- What was granted and still stands, received since a moment.
SELECT c.no
FROM permit_case AS c JOIN case_state AS s ON s.no = c.no
WHERE c.applicant_id = seal(:applicant_id, 'permit_case.applicant_id')
  AND c.duplicate_key = seal(:duplicate_key, 'permit_case.duplicate_key') AND s.outcome = :outcome
  AND s.state <> :revoked AND c.received_at >= :since
ORDER BY c.no
LIMIT 1;

-- name: case_repeated
SELECT c.no FROM permit_case AS c
WHERE c.no > :after AND c.no <= :through AND c.duplicate_of IS NULL
  AND EXISTS (SELECT 1 FROM permit_case AS o
              WHERE o.applicant_id = c.applicant_id AND o.duplicate_key = c.duplicate_key AND o.no <> c.no)
ORDER BY c.no;

-- name: case_same_matter
SELECT no FROM permit_case
WHERE applicant_id = seal(:applicant_id, 'permit_case.applicant_id')
  AND duplicate_key = seal(:duplicate_key, 'permit_case.duplicate_key') AND no <> :except
ORDER BY no;

-- name: case_set_duplicate_of
UPDATE permit_case SET duplicate_of = :duplicate_of WHERE no = :no;

-- name: case_of_applicant
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM permit_case AS c JOIN case_state AS s ON s.no = c.no
WHERE c.applicant_id = seal(:applicant_id, 'permit_case.applicant_id')
ORDER BY c.no DESC
LIMIT :limit;

-- name: case_scan
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at,
       opened_if_whole(c.application, 'permit_case.application') AS application,
       opened_if_whole(s.details, 'case_state.details') AS details
FROM permit_case AS c CROSS JOIN case_state AS s ON s.no = c.no
WHERE c.no > :after AND c.no <= :through
ORDER BY c.no;

-- name: case_last_no
SELECT coalesce(max(no), 0) AS no FROM permit_case;

-- name: case_count
SELECT ifnull(sum(cases), 0) AS count FROM case_total;
