-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: outbox_insert
INSERT INTO outbox (id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n,
                    version, token, outcome_before, made_at, told_at, note, body)
VALUES (:id, :district, :case_id, :kind, :sequence, :generation, :state, 0, :token_from, NULL, '', 0, 0, 0, NULL, :made_at,
        NULL, '', seal(:body, 'outbox.body'));

-- name: outbox_save
UPDATE outbox
SET sequence = :sequence, generation = :generation, state = :state, may_be_sent = :may_be_sent, token_from = :token_from,
    outcome = :outcome, detail = :detail, n = :n, version = :version, token = :token, outcome_before = :outcome_before,
    told_at = :told_at, body = seal(:body, 'outbox.body')
WHERE id = :id;

-- name: outbox_close
UPDATE outbox SET state = 'closed', note = :note WHERE id = :id AND state = 'attention';

-- name: outbox_remove
DELETE FROM outbox WHERE id = :id AND may_be_sent = 0;

-- name: outbox_open
SELECT no, id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n, version,
       token, outcome_before, made_at, told_at, note,
       opened(body, 'outbox.body') AS body
FROM outbox WHERE district = :district AND state IN ('saved', 'told', 'confirmed')
ORDER BY no;

-- name: outbox_by_id
SELECT no, id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n, version,
       token, outcome_before, made_at, told_at, note,
       opened(body, 'outbox.body') AS body
FROM outbox WHERE id = :id;

-- name: outbox_case_with_tail
SELECT case_id FROM outbox WHERE lower(hex(substr(case_id, 11))) = :digits
LIMIT 1;

-- name: outbox_of_case
SELECT no, id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n, version,
       token, outcome_before, made_at, told_at, note,
       opened(body, 'outbox.body') AS body
FROM outbox WHERE case_id = :case_id
ORDER BY no;

-- name: outbox_told_above
-- What the centre has said it carried out beyond a place: lost when it was set back to there.
SELECT no, id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n, version,
       token, outcome_before, made_at, told_at, note,
       opened(body, 'outbox.body') AS body
FROM outbox WHERE district = :district AND (state IN ('saved', 'told', 'confirmed') OR (state = 'settled' AND n > :n))
ORDER BY no;

-- name: outbox_list
-- Newest last; with `all` = 0 only what is under way or waits for a person.
SELECT no, id, district, case_id, kind, sequence, generation, state, may_be_sent, token_from, outcome, detail, n, version,
       token, outcome_before, made_at, told_at, note,
       opened(body, 'outbox.body') AS body
FROM outbox WHERE no > :after AND (:all = 1 OR state IN ('saved', 'told', 'attention'))
ORDER BY no
LIMIT :limit;

-- name: outbox_confirm
UPDATE outbox SET state = 'confirmed'
WHERE district = :district AND state = 'told' AND n <= :n
  AND (n = 0 OR EXISTS (SELECT 1 FROM event AS e
                        WHERE e.district = outbox.district AND e.n = outbox.n AND e.case_id = outbox.case_id));

-- name: outbox_settle
UPDATE outbox SET state = 'settled'
WHERE district = :district AND state = 'confirmed' AND n <= :n;

-- name: outbox_counts
-- A claim is made for an act and goes with it: people count acts.
SELECT coalesce(sum(state = 'saved' AND kind <> 'claim'), 0) AS saved, coalesce(sum(state = 'saved'), 0) AS unsent,
       coalesce(sum(state = 'told'), 0) AS told,
       coalesce(sum(state = 'attention' AND kind <> 'claim'), 0) AS attention,
       min(CASE WHEN state = 'saved' THEN made_at END) AS oldest
FROM outbox WHERE state IN ('saved', 'told', 'attention');

-- name: outbox_applied_after
SELECT count(*) AS count FROM outbox WHERE no > :no AND outcome = 'applied' AND kind <> 'claim';

-- name: replica_put
INSERT INTO replica (district, device, next_sequence, epoch, generation, settled_n, central_n, pulled_at)
VALUES (:district, :device, :next_sequence, :epoch, :generation, :settled_n, :central_n, :pulled_at)
ON CONFLICT (district) DO UPDATE
SET device = excluded.device, next_sequence = excluded.next_sequence, epoch = excluded.epoch, generation = excluded.generation,
    settled_n = excluded.settled_n, central_n = excluded.central_n, pulled_at = excluded.pulled_at;

-- name: replica_of
SELECT district, device, next_sequence, epoch, generation, settled_n, central_n, pulled_at FROM replica WHERE district = :district;

-- name: replica_list
SELECT district, device, next_sequence, epoch, generation, settled_n, central_n, pulled_at FROM replica ORDER BY district;

-- name: replica_doubt_add
INSERT INTO replica_doubt (district, n, problem) VALUES (:district, :n, :problem)
ON CONFLICT (district, n) DO UPDATE SET problem = excluded.problem
WHERE problem IN (:differs, :unreadable, :rules) OR excluded.problem NOT IN (:differs, :unreadable, :rules);

-- name: replica_doubt_of_records
SELECT d.n FROM event AS e JOIN replica_doubt AS d ON d.district = e.district AND d.n = e.n
WHERE e.case_id = :case_id AND d.problem IN (:differs, :unreadable, :rules);

-- name: replica_doubt_of_record_drop
DELETE FROM replica_doubt WHERE district = :district AND n = :n AND problem IN (:differs, :unreadable, :rules);

-- name: replica_doubt_drop
DELETE FROM replica_doubt WHERE district = :district AND n > :n;

-- name: replica_doubt_list
SELECT district, n, problem FROM replica_doubt ORDER BY district, n DESC LIMIT :limit;

-- name: replica_doubt_count
SELECT count(*) AS count FROM replica_doubt;
