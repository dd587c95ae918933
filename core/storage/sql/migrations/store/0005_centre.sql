-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of a workspace that belongs to a centre: what this desktop has to tell it, and how far its copy of the centre's ledgers
-- reaches. The copy itself is in the same tables as the acts of a workspace without a centre.

-- Commands in the order in which they were made. Nothing is deleted here but what a person took back before it was sent.
CREATE TABLE outbox (
    no             INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    district       INTEGER NOT NULL,
    case_id        BLOB NOT NULL CHECK (length(case_id) = 16),
    kind           TEXT NOT NULL, -- The act, or "claim".
    sequence       INTEGER NOT NULL,
    generation     INTEGER NOT NULL,
    state          TEXT NOT NULL,
    may_be_sent    INTEGER NOT NULL,
    token_from     BLOB, -- The claim whose token goes into the body once it is known.
    outcome        TEXT,
    detail         TEXT NOT NULL,
    n              INTEGER NOT NULL,
    version        INTEGER NOT NULL,
    token          INTEGER NOT NULL,
    outcome_before TEXT,
    made_at        INTEGER NOT NULL,
    told_at        INTEGER,
    note           TEXT NOT NULL, -- Of the person who closed it.
    body           TEXT NOT NULL
) STRICT;

-- What still has a way to go; all that is settled or closed stays out of it.
CREATE INDEX outbox_open ON outbox (district, no) WHERE state IN ('saved', 'told', 'confirmed');

CREATE INDEX outbox_attention ON outbox (no) WHERE state = 'attention';

CREATE INDEX outbox_case ON outbox (case_id);

-- One row a district that this workspace holds a copy of. `device` may change when a twin of it shows up.
CREATE TABLE replica (
    district      INTEGER PRIMARY KEY,
    device        BLOB NOT NULL CHECK (length(device) = 16),
    next_sequence INTEGER NOT NULL,
    epoch         INTEGER NOT NULL,
    generation    INTEGER NOT NULL, -- How often this desktop got a new identity here.
    settled_n     INTEGER NOT NULL,
    central_n     INTEGER NOT NULL, -- Where the centre's ledger ended when it was last seen.
    pulled_at     INTEGER
) STRICT;

-- Acts of the centre's ledger that this program's rules would not have allowed. They stand; somebody should know.
CREATE TABLE replica_doubt (
    district INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    problem  TEXT NOT NULL,
    PRIMARY KEY (district, n)
) STRICT, WITHOUT ROWID;

-- A centre that was restored from a backup has lost its last acts. What the copy held beyond the common place is kept in
-- lost_event; the ledger gives it up, and only it, after a row here says so.
CREATE TABLE ledger_rewind (
    no       INTEGER PRIMARY KEY,
    district INTEGER NOT NULL,
    common   INTEGER NOT NULL,
    through  INTEGER NOT NULL,
    epoch    INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    is_open  INTEGER NOT NULL
) STRICT;

CREATE INDEX ledger_rewind_open ON ledger_rewind (district) WHERE is_open = 1;

CREATE TABLE lost_event (
    rewind   INTEGER NOT NULL REFERENCES ledger_rewind (no),
    district INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    case_id  BLOB NOT NULL,
    act      INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    role     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    reason   INTEGER,
    basis    INTEGER,
    body     TEXT NOT NULL,
    hash     BLOB NOT NULL,
    PRIMARY KEY (rewind, n)
) STRICT;

DROP TRIGGER event_is_never_deleted;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM ledger_rewind AS w JOIN lost_event AS l ON l.rewind = w.no
                 WHERE w.district = OLD.district AND w.is_open = 1 AND l.n = OLD.n AND l.hash = OLD.hash)
BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only');
END;

PRAGMA user_version = 5;
