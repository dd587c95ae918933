-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How many cases there are of each kind, so that "n of N" is read and not counted: a few thousand rows for millions of
-- cases. Kept by the statement that changes a case, whoever writes it; 0 stands for no queue, outcome or reason, because a
-- key holds no NULL. `timed` = a limit runs. What is left of a kind may be 0.
CREATE TABLE case_total (
    state    INTEGER NOT NULL,
    item     INTEGER NOT NULL,
    district INTEGER NOT NULL,
    queue    INTEGER NOT NULL,
    outcome  INTEGER NOT NULL,
    reason   INTEGER NOT NULL,
    touched  INTEGER NOT NULL,
    channel  INTEGER NOT NULL,
    timed    INTEGER NOT NULL,
    cases    INTEGER NOT NULL,
    PRIMARY KEY (state, item, district, queue, outcome, reason, touched, channel, timed)
) STRICT, WITHOUT ROWID;

INSERT INTO case_total
SELECT state, item, district, ifnull(queue, 0), ifnull(outcome, 0), ifnull(reason, 0), touched, channel, timed, cases
FROM (SELECT state, item, district, queue, outcome, reason, touched, channel, due <> 99999999 AS timed, count(*) AS cases
      FROM case_state INDEXED BY case_state_facets
      GROUP BY state, item, district, queue, outcome, reason, touched, channel, due <> 99999999);

CREATE TRIGGER case_total_of_a_new_case AFTER INSERT ON case_state
BEGIN
    INSERT INTO case_total
    VALUES (NEW.state, NEW.item, NEW.district, ifnull(NEW.queue, 0), ifnull(NEW.outcome, 0), ifnull(NEW.reason, 0),
            NEW.touched, NEW.channel, NEW.due <> 99999999, 1)
    ON CONFLICT DO UPDATE SET cases = cases + 1;
END;

CREATE TRIGGER case_total_of_a_changed_case
AFTER UPDATE OF state, item, district, queue, outcome, reason, touched, channel, due ON case_state
WHEN OLD.state <> NEW.state OR OLD.item <> NEW.item OR OLD.district <> NEW.district OR OLD.queue IS NOT NEW.queue
     OR OLD.outcome IS NOT NEW.outcome OR OLD.reason IS NOT NEW.reason OR OLD.touched <> NEW.touched
     OR OLD.channel <> NEW.channel OR (OLD.due <> 99999999) <> (NEW.due <> 99999999)
BEGIN
    UPDATE case_total SET cases = cases - 1
    WHERE state = OLD.state AND item = OLD.item AND district = OLD.district AND queue = ifnull(OLD.queue, 0)
          AND outcome = ifnull(OLD.outcome, 0) AND reason = ifnull(OLD.reason, 0) AND touched = OLD.touched
          AND channel = OLD.channel AND timed = (OLD.due <> 99999999);
    INSERT INTO case_total
    VALUES (NEW.state, NEW.item, NEW.district, ifnull(NEW.queue, 0), ifnull(NEW.outcome, 0), ifnull(NEW.reason, 0),
            NEW.touched, NEW.channel, NEW.due <> 99999999, 1)
    ON CONFLICT DO UPDATE SET cases = cases + 1;
END;

CREATE TRIGGER case_total_of_a_removed_case AFTER DELETE ON case_state
BEGIN
    UPDATE case_total SET cases = cases - 1
    WHERE state = OLD.state AND item = OLD.item AND district = OLD.district AND queue = ifnull(OLD.queue, 0)
          AND outcome = ifnull(OLD.outcome, 0) AND reason = ifnull(OLD.reason, 0) AND touched = OLD.touched
          AND channel = OLD.channel AND timed = (OLD.due <> 99999999);
END;

PRAGMA user_version = 8;
