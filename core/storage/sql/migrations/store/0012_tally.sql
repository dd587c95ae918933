-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- New cases are counted by the program, a transaction at a time (statement total_add): a trigger a case cost as much as the
-- case. A changed case may therefore be taken from a kind that is added later in the same transaction, and below 0 in
-- between.
DROP TRIGGER case_total_of_a_new_case;

DROP TRIGGER case_total_of_a_changed_case;

DROP TRIGGER case_total_of_a_removed_case;

CREATE TRIGGER case_total_of_a_changed_case
AFTER UPDATE OF state, item, district, queue, outcome, reason, touched, channel, due ON case_state
WHEN OLD.state <> NEW.state OR OLD.item <> NEW.item OR OLD.district <> NEW.district OR OLD.queue IS NOT NEW.queue
     OR OLD.outcome IS NOT NEW.outcome OR OLD.reason IS NOT NEW.reason OR OLD.touched <> NEW.touched
     OR OLD.channel <> NEW.channel OR (OLD.due <> 99999999) <> (NEW.due <> 99999999)
BEGIN
    INSERT INTO case_total
    VALUES (OLD.state, OLD.item, OLD.district, ifnull(OLD.queue, 0), ifnull(OLD.outcome, 0), ifnull(OLD.reason, 0),
            OLD.touched, OLD.channel, OLD.due <> 99999999, -1)
    ON CONFLICT DO UPDATE SET cases = cases - 1;
    INSERT INTO case_total
    VALUES (NEW.state, NEW.item, NEW.district, ifnull(NEW.queue, 0), ifnull(NEW.outcome, 0), ifnull(NEW.reason, 0),
            NEW.touched, NEW.channel, NEW.due <> 99999999, 1)
    ON CONFLICT DO UPDATE SET cases = cases + 1;
END;

CREATE TRIGGER case_total_of_a_removed_case AFTER DELETE ON case_state
BEGIN
    INSERT INTO case_total
    VALUES (OLD.state, OLD.item, OLD.district, ifnull(OLD.queue, 0), ifnull(OLD.outcome, 0), ifnull(OLD.reason, 0),
            OLD.touched, OLD.channel, OLD.due <> 99999999, -1)
    ON CONFLICT DO UPDATE SET cases = cases - 1;
END;

PRAGMA user_version = 12;
