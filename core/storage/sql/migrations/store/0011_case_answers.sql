-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the sources answered about a case, as a centre tells it to those who may read it: for reading only, nothing is decided
-- from it here.
CREATE TABLE case_answer (
    no      INTEGER NOT NULL PRIMARY KEY,
    case_no INTEGER NOT NULL REFERENCES permit_case (no),
    kept_at INTEGER NOT NULL,
    body    TEXT NOT NULL
) STRICT;

CREATE INDEX case_answer_case ON case_answer (case_no, no);

-- When the centre was asked last, at which version of the case, and whether it let this account read.
CREATE TABLE case_answer_look (
    case_no INTEGER NOT NULL PRIMARY KEY REFERENCES permit_case (no),
    version INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    denied  INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 11;
