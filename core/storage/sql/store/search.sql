-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: search_codes
-- The number of an identity, a plate, the number of the channel, each by an index of its own.
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM permit_case AS c JOIN case_state AS s ON s.no = c.no
WHERE c.no IN (SELECT no FROM permit_case WHERE applicant_id = seal(:code, 'permit_case.applicant_id')
               UNION SELECT no FROM permit_case WHERE external_no = :words
               UNION SELECT no FROM permit_case
                     WHERE plate IN (mark(:code, 'permit_case.plate'), mark(:plate, 'permit_case.plate')))
ORDER BY c.no DESC
LIMIT :limit;

-- name: search_names
-- The newest first; whoever asks compares the name itself and stops when it has enough.
SELECT c.no, c.id, c.serial, c.channel, c.external_no, c.item, c.item_version, c.district, c.received_at,
       opened_if_whole(c.duplicate_key, 'permit_case.duplicate_key') AS duplicate_key, c.duplicate_of, c.intake_batch,
       opened_if_whole(c.applicant_id, 'permit_case.applicant_id') AS applicant_id, c.applicant_name,
       s.version, s.state, s.queue, s.due, s.outcome, s.reason, s.open, s.touched, s.changed_at
FROM case_word AS w CROSS JOIN permit_case AS c ON c.no = w.rowid CROSS JOIN case_state AS s ON s.no = c.no
WHERE w.case_word MATCH :query
ORDER BY w.rowid DESC;

-- name: search_unread
-- Names that the words do not know yet.
SELECT no, applicant_name FROM permit_case WHERE no > :after ORDER BY no LIMIT :limit;

-- name: search_add
INSERT INTO case_word (rowid, words) VALUES (:no, :words);

-- name: search_remove
-- The words are not kept: whoever adds and removes makes the same of the same name.
INSERT INTO case_word (case_word, rowid, words) VALUES ('delete', :no, :words);

-- name: search_clear
INSERT INTO case_word (case_word) VALUES ('delete-all');
