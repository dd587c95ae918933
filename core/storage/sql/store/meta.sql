-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: meta_value
SELECT value FROM meta WHERE key = :key;

-- name: meta_set
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: serial_reserve
INSERT INTO serial_counter (district, year, last) VALUES (:district, :year, :count)
ON CONFLICT (district, year) DO UPDATE SET last = last + excluded.last
RETURNING last;

-- name: bulk_load_indexes
-- What a first copy does without: indexes that guard nothing, of the tables whose keys come in no order.
SELECT name, sql FROM sqlite_schema
WHERE type = 'index' AND tbl_name IN ('permit_case', 'event') AND sql LIKE 'CREATE INDEX %'
ORDER BY name;
