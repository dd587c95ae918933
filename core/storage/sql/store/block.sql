-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: block_add
INSERT INTO block_list (kind, value, reason, basis, from_day, until_day, added_by)
VALUES (:kind, seal(:value, 'block_list.value'), :reason, :basis, :from_day, :until_day, :added_by);

-- name: block_lift
UPDATE block_list SET until_day = :until_day WHERE no = :no;

-- name: block_active
SELECT no, kind, opened(value, 'block_list.value') AS value, reason, basis, from_day, until_day, added_by
FROM block_list
WHERE block_list.value = seal(:value, 'block_list.value') AND kind = :kind
      AND from_day <= :day AND (until_day IS NULL OR until_day >= :day)
ORDER BY no;

-- name: block_list
SELECT no, kind, opened(value, 'block_list.value') AS value, reason, basis, from_day, until_day, added_by
FROM block_list WHERE no > :after
ORDER BY no
LIMIT :limit;
