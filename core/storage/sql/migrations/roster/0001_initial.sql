-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The roster of supervised objects. Entries are made from other files of the workspace and can be made again at any time;
-- what a person brought in by file stands in roster_import and outlives that.

PRAGMA application_id = 1413956175;

CREATE TABLE roster_meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- kind: 0 = enterprise, 1 = person. fields: one bit for each number of roster_field. basis: bits of RosterBasis.
-- folded: the name as it is searched, where that is not the name itself.
CREATE TABLE roster_entry (
    no       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL,
    kind     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    folded   TEXT,
    fields   INTEGER NOT NULL,
    district INTEGER NOT NULL,
    basis    INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX roster_entry_code ON roster_entry (code);

CREATE TABLE roster_field (
    no   INTEGER PRIMARY KEY CHECK (no BETWEEN 0 AND 61),
    code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE roster_import (
    code     TEXT NOT NULL PRIMARY KEY,
    kind     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    folded   TEXT,
    fields   INTEGER NOT NULL,
    district INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Pieces of names and of their initials (core/storage/roster_grams.h): which entries hold a piece, and nothing else.
CREATE VIRTUAL TABLE roster_name_gram USING fts5 (
    grams, content = '', detail = none, columnsize = 0, prefix = '1', tokenize = "ascii tokenchars '^$'"
);

CREATE VIRTUAL TABLE roster_initial_gram USING fts5 (
    grams, content = '', detail = none, columnsize = 0, prefix = '1 2', tokenize = "ascii tokenchars '^$'"
);

PRAGMA user_version = 1;
