-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was changed in the office itself, and not in a case: accounts and their roles, passphrase and recovery code,
-- catalogue and calendar. One chain, hashed as the ledger of acts is (core/storage/office_record.h).
CREATE TABLE office_change (
    n       INTEGER PRIMARY KEY CHECK (n > 0),
    at      INTEGER NOT NULL, -- milliseconds since 1970 (UTC)
    actor   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL, -- canonical JSON
    hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Where the chain ends: a change that was cut off is missed.
CREATE TABLE office_head (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    n    INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

INSERT INTO office_head VALUES (1, 0, zeroblob(32));

CREATE TRIGGER office_change_is_never_changed BEFORE UPDATE ON office_change
BEGIN
    SELECT RAISE (ABORT, 'the record of the office is append-only');
END;

CREATE TRIGGER office_change_is_never_deleted BEFORE DELETE ON office_change
BEGIN
    SELECT RAISE (ABORT, 'the record of the office is append-only');
END;

PRAGMA user_version = 9;
