-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: audit_page
SELECT e.key, e.district, e.n, coalesce(c.serial, '') AS serial, act.word AS act, actor.word AS actor, role.word AS role,
       e.at, coalesce(reason.word, '') AS reason, coalesce(basis.word, '') AS basis
FROM event AS e
JOIN vocabulary AS act ON act.no = e.act
JOIN vocabulary AS actor ON actor.no = e.actor
JOIN vocabulary AS role ON role.no = e.role
LEFT JOIN vocabulary AS reason ON reason.no = e.reason
LEFT JOIN vocabulary AS basis ON basis.no = e.basis
LEFT JOIN permit_case AS c ON c.id = e.case_id
WHERE e.key < :before AND e.key >= :floor
      AND (:any_actor OR e.actor = :actor) AND (:any_act OR e.act = :act) AND e.at >= :from AND e.at < :until
ORDER BY e.key DESC
LIMIT :limit;

-- name: audit_last_key
SELECT coalesce(max(key), 0) AS key FROM event;

-- name: audit_answers
SELECT source, record, count(*) AS answers, max(answered_at) AS last
FROM evidence_answer
GROUP BY source, record
ORDER BY source, record;
