-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: span_insert
INSERT INTO clock_span (case_no, kind, from_day, to_day, workdays, document, reason)
VALUES (:case_no, :kind, :from_day, :to_day, :workdays, :document, :reason);

-- name: span_end
UPDATE clock_span SET to_day = :to_day WHERE no = :no;

-- name: span_of_case
SELECT no, case_no, kind, from_day, to_day, workdays, document, reason
FROM clock_span WHERE case_no = :case_no
ORDER BY no;

-- name: notice_insert
INSERT INTO notice (case_no, ordinal, given_at, due_by, answered_at, defects)
VALUES (:case_no, :ordinal, :given_at, :due_by, :answered_at, seal(:defects, 'notice.defects'));

-- name: notice_answer
UPDATE notice SET answered_at = :answered_at WHERE no = :no;

-- name: notice_of_case
SELECT no, case_no, ordinal, given_at, due_by, answered_at, opened(defects, 'notice.defects') AS defects
FROM notice WHERE case_no = :case_no
ORDER BY no;

-- name: visit_insert
INSERT INTO visit (case_no, at, hall, hall_window, purpose, reason)
VALUES (:case_no, :at, :hall, :hall_window, :purpose, :reason);

-- name: visit_of_case
SELECT no, case_no, at, hall, hall_window, purpose, reason
FROM visit WHERE case_no = :case_no
ORDER BY no;

-- name: delivery_insert
INSERT INTO delivery (case_no, mode, waybill, sent_at, delivered_at, returned_at, receiver)
VALUES (:case_no, :mode, :waybill, :sent_at, :delivered_at, :returned_at, seal(:receiver, 'delivery.receiver'));

-- name: delivery_end
UPDATE delivery SET delivered_at = :delivered_at, returned_at = :returned_at WHERE no = :no;

-- name: delivery_of_case
SELECT no, case_no, mode, waybill, sent_at, delivered_at, returned_at, opened(receiver, 'delivery.receiver') AS receiver
FROM delivery WHERE case_no = :case_no
ORDER BY no;

-- The reason is that of the row with the latest time: SQLite takes bare columns from the row of max().
-- name: visit_repeated
SELECT case_no, count(*) AS visits, max(at) AS last_at, reason
FROM visit
GROUP BY case_no
HAVING count(*) > 1
ORDER BY last_at DESC
LIMIT :most;

-- name: delivery_by_waybill
SELECT case_no FROM delivery WHERE waybill = :waybill AND waybill <> ''
ORDER BY no DESC
LIMIT 1;
