-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was handed in as a file. The same bytes are kept once, however many cases they belong to.
CREATE TABLE attachment_content (
    no      INTEGER NOT NULL PRIMARY KEY,
    digest  BLOB NOT NULL UNIQUE,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    no       INTEGER NOT NULL PRIMARY KEY,
    case_no  INTEGER NOT NULL REFERENCES permit_case (no),
    material INTEGER NOT NULL,
    name     TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    digest   BLOB NOT NULL REFERENCES attachment_content (digest),
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_case ON attachment (case_no, no);

-- What somebody had on the screen when he acted; acts name it by its digest.
CREATE TABLE seen_page (
    digest  BLOB NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A courier brings a number, not a case.
CREATE INDEX delivery_waybill ON delivery (waybill, no) WHERE waybill <> '';

PRAGMA user_version = 6;
