-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Times are milliseconds since 1970 in UTC, days are day numbers since 1970-01-01, identities are 16 bytes.
-- Columns that hold a word of a small set hold its number in `vocabulary`. The tables of the hot path carry no
-- foreign keys: their rows are written together by one method, and a key check a column would cost a third of the time.

PRAGMA application_id = 1413956163;

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vocabulary (
    no   INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE serial_counter (
    district INTEGER NOT NULL,
    year     INTEGER NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (district, year)
) STRICT, WITHOUT ROWID;

-- Written once. The text of the application stands last, so that a list reads only the beginning of the row.
CREATE TABLE permit_case (
    no             INTEGER PRIMARY KEY,
    id             BLOB NOT NULL CHECK (length(id) = 16),
    serial         TEXT NOT NULL,
    channel        INTEGER NOT NULL,
    external_no    TEXT NOT NULL,
    item           INTEGER NOT NULL,
    item_version   INTEGER NOT NULL,
    district       INTEGER NOT NULL,
    received_at    INTEGER NOT NULL,
    duplicate_key  INTEGER NOT NULL,
    duplicate_of   BLOB,
    intake_batch   INTEGER,
    applicant_id   TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    application    TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX permit_case_id ON permit_case (id);

CREATE UNIQUE INDEX permit_case_serial ON permit_case (serial);

CREATE UNIQUE INDEX permit_case_external ON permit_case (external_no, channel);

CREATE INDEX permit_case_applicant ON permit_case (applicant_id);

-- What acts change: small, so that a million updates stay cheap. `due` is 99999999 when nothing is due: it sorts last.
CREATE TABLE case_state (
    no         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    item       INTEGER NOT NULL,
    district   INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    queue      INTEGER,
    due        INTEGER NOT NULL,
    outcome    INTEGER,
    reason     INTEGER,
    open       INTEGER NOT NULL,
    touched    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    details    TEXT NOT NULL
) STRICT;

CREATE INDEX case_state_waiting ON case_state (queue, due) WHERE queue IS NOT NULL;

-- The ledger: one chain a district. `key` is the order of writing over all districts.
CREATE TABLE event (
    key      INTEGER PRIMARY KEY,
    district INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    case_id  BLOB NOT NULL CHECK (length(case_id) = 16),
    act      INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    role     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    reason   INTEGER,
    basis    INTEGER,
    body     TEXT NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE UNIQUE INDEX event_place ON event (district, n);

CREATE INDEX event_case ON event (case_id);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE (ABORT, 'the ledger is append-only');
END;

CREATE TABLE head (
    district INTEGER PRIMARY KEY,
    n        INTEGER NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE digest_text (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    text   TEXT NOT NULL
) STRICT;

CREATE TABLE rule_set (
    no        INTEGER PRIMARY KEY,
    code      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    model     BLOB NOT NULL REFERENCES digest_text (digest),
    manifest  BLOB NOT NULL REFERENCES digest_text (digest),
    stored_at INTEGER NOT NULL,
    UNIQUE (code, version, model, manifest)
) STRICT;

CREATE INDEX rule_set_model ON rule_set (model, manifest);

CREATE TABLE catalogue_text (
    catalogue BLOB NOT NULL CHECK (length(catalogue) = 32),
    ordinal   INTEGER NOT NULL,
    name      TEXT NOT NULL,
    text      BLOB NOT NULL REFERENCES digest_text (digest),
    PRIMARY KEY (catalogue, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_use (
    no        INTEGER PRIMARY KEY,
    catalogue BLOB NOT NULL,
    since     INTEGER NOT NULL,
    origin    TEXT NOT NULL
) STRICT;

CREATE INDEX catalogue_use_catalogue ON catalogue_use (catalogue);

CREATE TABLE decision (
    no         INTEGER PRIMARY KEY,
    case_no    INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    outcome    INTEGER NOT NULL,
    reason     INTEGER,
    rule_set   INTEGER NOT NULL,
    engine     INTEGER NOT NULL,
    calendar   INTEGER NOT NULL,
    catalogue  INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    capsule    BLOB NOT NULL CHECK (length(capsule) = 32),
    record     BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX decision_case ON decision (case_no, round);

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE (ABORT, 'decisions are never changed');
END;

CREATE TABLE intake_batch (
    no          INTEGER PRIMARY KEY,
    file        TEXT NOT NULL,
    digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    file_bytes  INTEGER NOT NULL,
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    bytes_done  INTEGER NOT NULL,
    lines_done  INTEGER NOT NULL,
    accepted    INTEGER NOT NULL,
    repeated    INTEGER NOT NULL,
    quarantined INTEGER NOT NULL
) STRICT;

CREATE TABLE quarantine_count (
    batch  INTEGER NOT NULL REFERENCES intake_batch (no),
    field  TEXT NOT NULL,
    reason TEXT NOT NULL,
    count  INTEGER NOT NULL,
    PRIMARY KEY (batch, field, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE clock_span (
    no       INTEGER PRIMARY KEY,
    case_no  INTEGER NOT NULL REFERENCES permit_case (no),
    kind     TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day   INTEGER,
    workdays INTEGER NOT NULL,
    document TEXT NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

CREATE INDEX clock_span_case ON clock_span (case_no);

CREATE TABLE notice (
    no          INTEGER PRIMARY KEY,
    case_no     INTEGER NOT NULL REFERENCES permit_case (no),
    ordinal     INTEGER NOT NULL,
    given_at    INTEGER NOT NULL,
    due_by      INTEGER NOT NULL,
    answered_at INTEGER,
    defects     TEXT NOT NULL
) STRICT;

CREATE INDEX notice_case ON notice (case_no);

CREATE TABLE visit (
    no          INTEGER PRIMARY KEY,
    case_no     INTEGER NOT NULL REFERENCES permit_case (no),
    at          INTEGER NOT NULL,
    hall        TEXT NOT NULL,
    hall_window TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    reason      TEXT NOT NULL
) STRICT;

CREATE INDEX visit_case ON visit (case_no);

CREATE TABLE delivery (
    no           INTEGER PRIMARY KEY,
    case_no      INTEGER NOT NULL REFERENCES permit_case (no),
    mode         TEXT NOT NULL,
    waybill      TEXT NOT NULL,
    sent_at      INTEGER NOT NULL,
    delivered_at INTEGER,
    returned_at  INTEGER,
    receiver     TEXT NOT NULL
) STRICT;

CREATE INDEX delivery_case ON delivery (case_no);

CREATE TABLE block_list (
    no        INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,
    value     TEXT NOT NULL,
    reason    TEXT NOT NULL,
    basis     TEXT NOT NULL,
    from_day  INTEGER NOT NULL,
    until_day INTEGER,
    added_by  TEXT NOT NULL
) STRICT;

CREATE INDEX block_list_value ON block_list (value, kind);

CREATE TABLE evidence_answer (
    source      TEXT NOT NULL,
    record      TEXT NOT NULL,
    key         TEXT NOT NULL,
    status      TEXT NOT NULL,
    body        TEXT NOT NULL,
    digest      BLOB NOT NULL CHECK (length(digest) = 32),
    as_of       INTEGER,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (source, record, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_answer_age ON evidence_answer (answered_at);

PRAGMA user_version = 1;
