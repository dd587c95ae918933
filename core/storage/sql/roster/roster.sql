-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The code of an enterprise is published; that of a person is the number of an identity card and is sealed.

-- name: roster_meta_get
SELECT value FROM roster_meta WHERE key = :key;

-- name: roster_meta_set
INSERT INTO roster_meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: roster_fields
SELECT no, code FROM roster_field ORDER BY no;

-- name: roster_field_insert
INSERT INTO roster_field (no, code) VALUES (:no, :code);

-- name: roster_clear
DELETE FROM roster_entry;

-- name: roster_clear_name_grams
INSERT INTO roster_name_gram (roster_name_gram) VALUES ('delete-all');

-- name: roster_clear_initial_grams
INSERT INTO roster_initial_gram (roster_initial_gram) VALUES ('delete-all');

-- name: roster_add
-- The first to name an object gives its name and district; fields and grounds add up.
INSERT INTO roster_entry (code, kind, name, folded, fields, district, basis)
VALUES (seal(:code, CASE :kind WHEN 1 THEN 'roster.code' END), :kind, :name, :folded, :fields, :district, :basis)
ON CONFLICT (code) DO UPDATE
SET fields = roster_entry.fields | excluded.fields, basis = roster_entry.basis | excluded.basis,
    district = CASE roster_entry.district WHEN 0 THEN excluded.district ELSE roster_entry.district END;

-- name: roster_import_clear
DELETE FROM roster_import;

-- name: roster_import_add
INSERT INTO roster_import (code, kind, name, folded, fields, district)
VALUES (seal(:code, CASE :kind WHEN 1 THEN 'roster.code' END), :kind, :name, :folded, :fields, :district);

-- name: roster_take_imported
INSERT INTO roster_entry (code, kind, name, folded, fields, district, basis)
SELECT code, kind, name, folded, fields, district, :basis FROM roster_import
ORDER BY code;

-- name: roster_page
SELECT no, opened(code, CASE kind WHEN 1 THEN 'roster.code' END) AS code, kind, name, fields, district, basis, folded
FROM roster_entry WHERE no > :after
ORDER BY no;

-- name: roster_name_gram_insert
INSERT INTO roster_name_gram (rowid, grams) VALUES (:no, :grams);

-- name: roster_initial_gram_insert
INSERT INTO roster_initial_gram (rowid, grams) VALUES (:no, :grams);

-- name: roster_merge_name_grams
INSERT INTO roster_name_gram (roster_name_gram) VALUES ('optimize');

-- name: roster_merge_initial_grams
INSERT INTO roster_initial_gram (roster_initial_gram) VALUES ('optimize');

-- name: roster_totals
SELECT kind, basis, count(*) AS count FROM roster_entry GROUP BY kind, basis;

-- name: roster_by_code
SELECT no, opened(code, CASE kind WHEN 1 THEN 'roster.code' END) AS code, kind, name, fields, district, basis, folded
FROM roster_entry
WHERE roster_entry.code >= :from AND roster_entry.code < :to
ORDER BY roster_entry.code;

-- name: roster_by_sealed_code
-- In a sealed roster the number of a person is found as a whole only.
SELECT no, opened(code, CASE kind WHEN 1 THEN 'roster.code' END) AS code, kind, name, fields, district, basis,
       folded
FROM roster_entry WHERE roster_entry.code = seal(:code, 'roster.code');

-- name: roster_by_name_grams
SELECT e.no, opened(e.code, CASE e.kind WHEN 1 THEN 'roster.code' END) AS code, e.kind, e.name, e.fields,
       e.district, e.basis, e.folded
FROM roster_name_gram AS g CROSS JOIN roster_entry AS e ON e.no = g.rowid
WHERE g.roster_name_gram MATCH :grams;

-- name: roster_by_initial_grams
SELECT e.no, opened(e.code, CASE e.kind WHEN 1 THEN 'roster.code' END) AS code, e.kind, e.name, e.fields,
       e.district, e.basis, e.folded
FROM roster_initial_gram AS g CROSS JOIN roster_entry AS e ON e.no = g.rowid
WHERE g.roster_initial_gram MATCH :grams;
