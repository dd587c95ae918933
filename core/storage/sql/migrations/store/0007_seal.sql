-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Personal fields can be sealed, and then hold bytes. ANY keeps text as text, so that no row has to be written anew: what
-- follows is the procedure of SQLite's own manual (ALTER TABLE, section 8) for changes that leave the content as it is.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(replace(replace(sql, 'duplicate_key  INTEGER NOT NULL', 'duplicate_key  ANY NOT NULL'), 'applicant_id   TEXT NOT NULL', 'applicant_id   ANY NOT NULL'), 'application    TEXT NOT NULL', 'application    ANY NOT NULL')
WHERE type = 'table' AND name = 'permit_case';

UPDATE sqlite_schema SET sql = replace(sql, 'details    TEXT NOT NULL', 'details    ANY NOT NULL')
WHERE type = 'table' AND name = 'case_state';

UPDATE sqlite_schema SET sql = replace(sql, 'body     TEXT NOT NULL', 'body     ANY NOT NULL')
WHERE type = 'table' AND name = 'event';

UPDATE sqlite_schema SET sql = replace(sql, 'body     TEXT NOT NULL', 'body     ANY NOT NULL')
WHERE type = 'table' AND name = 'lost_event';

UPDATE sqlite_schema SET sql = replace(sql, 'defects     TEXT NOT NULL', 'defects     ANY NOT NULL')
WHERE type = 'table' AND name = 'notice';

UPDATE sqlite_schema SET sql = replace(sql, 'receiver     TEXT NOT NULL', 'receiver     ANY NOT NULL')
WHERE type = 'table' AND name = 'delivery';

UPDATE sqlite_schema SET sql = replace(sql, 'value     TEXT NOT NULL', 'value     ANY NOT NULL')
WHERE type = 'table' AND name = 'block_list';

UPDATE sqlite_schema SET sql = replace(replace(replace(sql, 'key         TEXT NOT NULL', 'key         ANY NOT NULL'), 'body        TEXT NOT NULL', 'body        ANY NOT NULL'), 'BLOB NOT NULL CHECK (length(digest) = 32)', 'ANY NOT NULL')
WHERE type = 'table' AND name = 'evidence_answer';

UPDATE sqlite_schema SET sql = replace(sql, 'body           TEXT NOT NULL', 'body           ANY NOT NULL')
WHERE type = 'table' AND name = 'outbox';

UPDATE sqlite_schema SET sql = replace(sql, 'name     TEXT NOT NULL', 'name     ANY NOT NULL')
WHERE type = 'table' AND name = 'attachment';

UPDATE sqlite_schema SET sql = replace(sql, 'content TEXT NOT NULL', 'content ANY NOT NULL')
WHERE type = 'table' AND name = 'seen_page';

UPDATE sqlite_schema SET sql = replace(sql, 'value   TEXT NOT NULL', 'value   ANY NOT NULL')
WHERE type = 'table' AND name = 'preference';

PRAGMA writable_schema = RESET;

-- One row when the fields of this file are sealed: by which key (core/vault/field_cipher.h). Empty = plain.
CREATE TABLE seal (
    no     INTEGER PRIMARY KEY CHECK (no = 1),
    key_id BLOB NOT NULL CHECK (length(key_id) = 8)
) STRICT;

-- The plate was found through an expression over the text of the application, which cannot be read in a sealed store.
DROP INDEX permit_case_plate;

ALTER TABLE permit_case ADD COLUMN plate ANY;

UPDATE permit_case
SET plate = rtrim(substr(application, instr(application, '"plate":"') + 9, 8), '"')
WHERE instr(application, '"plate":"') > 0;

CREATE INDEX permit_case_plate ON permit_case (plate) WHERE plate IS NOT NULL;

PRAGMA user_version = 7;
