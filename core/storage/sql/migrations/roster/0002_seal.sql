-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Personal fields can be sealed, and then hold bytes. ANY keeps text as text, so that no row has to be written anew: what
-- follows is the procedure of SQLite's own manual (ALTER TABLE, section 8) for changes that leave the content as it is.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql, 'code     TEXT NOT NULL', 'code     ANY NOT NULL')
WHERE type = 'table' AND name = 'roster_entry';

UPDATE sqlite_schema SET sql = replace(sql, 'code     TEXT NOT NULL', 'code     ANY NOT NULL')
WHERE type = 'table' AND name = 'roster_import';

PRAGMA writable_schema = RESET;

-- One row when the fields of this file are sealed: by which key (core/vault/field_cipher.h). Empty = plain.
CREATE TABLE seal (
    no     INTEGER PRIMARY KEY CHECK (no = 1),
    key_id BLOB NOT NULL CHECK (length(key_id) = 8)
) STRICT;

PRAGMA user_version = 2;
