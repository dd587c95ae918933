-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who works on which case at the centre, as it said last. A copy of what passes: rows come and go as a whole.
CREATE TABLE central_claim (
    case_no  INTEGER PRIMARY KEY,
    district INTEGER NOT NULL,
    holder   TEXT NOT NULL,
    is_mine  INTEGER NOT NULL CHECK (is_mine IN (0, 1)), -- Of this desktop.
    until    INTEGER NOT NULL -- milliseconds since 1970 (UTC), by the centre's clock
) STRICT;
CREATE INDEX central_claim_district ON central_claim (district);

PRAGMA user_version = 10;
