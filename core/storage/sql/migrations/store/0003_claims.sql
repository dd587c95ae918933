-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who works on a case right now. A claim changes nothing in the case, so it is no act of the ledger; it holds only while
-- the case still waits in the queue in which it was claimed.
CREATE TABLE claim (
    case_no INTEGER PRIMARY KEY,
    queue   INTEGER NOT NULL,
    holder  TEXT NOT NULL,
    since   INTEGER NOT NULL
) STRICT;

CREATE INDEX claim_holder ON claim (holder);

-- Every claim and how it ended, and how many cases of the same kind that waited longer were passed over.
CREATE TABLE claim_step (
    no          INTEGER PRIMARY KEY,
    case_no     INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('claimed', 'taken_over', 'released', 'picked', 'done')),
    account     TEXT NOT NULL,
    at          INTEGER NOT NULL,
    since       INTEGER,
    before      TEXT NOT NULL,
    passed_over INTEGER NOT NULL,
    reason      TEXT NOT NULL
) STRICT;

CREATE INDEX claim_step_case ON claim_step (case_no);

CREATE TRIGGER claim_step_is_never_changed BEFORE UPDATE ON claim_step
BEGIN
    SELECT RAISE (ABORT, 'what happened to a claim is never changed');
END;

CREATE TRIGGER claim_step_is_never_deleted BEFORE DELETE ON claim_step
BEGIN
    SELECT RAISE (ABORT, 'what happened to a claim is never deleted');
END;

PRAGMA user_version = 3;
