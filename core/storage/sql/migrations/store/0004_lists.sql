-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What lists are filtered by stands in the state's own row, so that an index alone answers "n of N".
ALTER TABLE case_state ADD COLUMN channel INTEGER NOT NULL DEFAULT 0;

ALTER TABLE case_state ADD COLUMN received_day INTEGER NOT NULL DEFAULT 0;

UPDATE case_state
SET channel = c.channel, received_day = (c.received_at + 28800000) / 86400000
FROM permit_case AS c
WHERE c.no = case_state.no;

DROP INDEX case_state_waiting;

-- In the order of the list first (`no` before the rest, or a page would have to be sorted), then everything a filter asks.
CREATE INDEX case_state_waiting
ON case_state (queue, due, no, item, district, state, outcome, reason, channel, received_day)
WHERE queue IS NOT NULL;

-- The same for the list of all cases and for the totals.
CREATE INDEX case_state_facets
ON case_state (state, item, district, queue, outcome, reason, touched, channel, received_day, due);

-- Names by overlapping pairs of characters: two-character names, parts of a company's name. Filled after the fact, a piece at
-- a time, so that taking cases in does not wait for it; `meta` says how far it reaches.
CREATE VIRTUAL TABLE case_word USING fts5 (words, content = '', columnsize = 0, detail = none);

DROP INDEX permit_case_applicant_name;

-- What people chose for their lists: filters by name, columns and their order.
CREATE TABLE preference (
    account TEXT NOT NULL,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
