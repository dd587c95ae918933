-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who may work here. `password` is a string of Argon2id with its salt and cost; the password itself is nowhere.
-- `practice` marks the ready accounts of a demonstration whose password is still the one that is shown to everybody.
CREATE TABLE account (
    name         TEXT NOT NULL PRIMARY KEY,
    display_name TEXT NOT NULL,
    roles        TEXT NOT NULL,
    organisation TEXT NOT NULL,
    hall         TEXT NOT NULL,
    hall_window  TEXT NOT NULL,
    password     TEXT NOT NULL,
    practice     INTEGER NOT NULL,
    disabled     INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    failed_at    INTEGER,
    changed_at   INTEGER NOT NULL,
    changed_by   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people at a window know of a case beside its number.
CREATE INDEX permit_case_applicant_name ON permit_case (applicant_name);

-- A plate has seven or eight characters; with seven, the closing quote goes. Functions of JSON are not for schemas here.
CREATE INDEX permit_case_plate ON permit_case (rtrim(substr(application, instr(application, '"plate":"') + 9, 8), '"'))
WHERE instr(application, '"plate":"') > 0;

PRAGMA user_version = 2;
