-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Imported registers of other authorities. Rows are appended in the order of the file and those of one version stand
-- together (first_row to last_row); the index finds them. Two rows for one key are both kept: whether they contradict
-- each other is seen from their digests.

PRAGMA application_id = 1413956178;

CREATE TABLE register_version (
    no             INTEGER PRIMARY KEY,
    source         TEXT NOT NULL,
    record         TEXT NOT NULL,
    as_of          INTEGER NOT NULL,
    file           BLOB NOT NULL CHECK (length(file) = 32),
    imported_at    INTEGER NOT NULL,
    row_count      INTEGER NOT NULL,
    rejected       INTEGER NOT NULL,
    contradictions INTEGER NOT NULL,
    in_force       INTEGER NOT NULL,
    first_row      INTEGER NOT NULL,
    last_row       INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX register_version_in_force ON register_version (source, record) WHERE in_force = 1;

CREATE TABLE register_row (
    no      INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    key     TEXT NOT NULL,
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    body    TEXT NOT NULL
) STRICT;

CREATE INDEX register_row_key ON register_row (version, key);

PRAGMA user_version = 1;
