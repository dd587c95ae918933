-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a desktop that keeps a copy of a district needs beyond push and pull: how far the ledger is safe, where its own
-- numbers stand, an identity of its own when another machine turns up with the same one; and the leases by which several
-- workers share the districts.

SET ROLE tongban_owner;

INSERT INTO core.setting VALUES
    ('settle_by', 'commit'), -- 'commit': safe once flushed here; 'standby': once every streaming standby has flushed it.
    ('new_identities_a_day', '5');

ALTER TABLE core.head ADD COLUMN settled_n bigint NOT NULL DEFAULT 0;

DROP FUNCTION api.heads();
CREATE FUNCTION api.heads() RETURNS TABLE (district int, epoch int, n bigint, hash bytea, settled_n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.district, h.epoch, h.n, h.hash, h.settled_n FROM core.head h
    WHERE core.readable((core.whoami()).account, h.district) ORDER BY h.district
$$;

-- With the act that opened a case: the application, the case's number in the district and the version of the item.
DROP FUNCTION api.pull(int, bigint, int);
CREATE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text, case_no bigint, item_version int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT core.readable(v_who.account, p_district) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'pull', 'no_right');
        RETURN;
    END IF;
    PERFORM core.log_query(v_who.account, p_district, 'pull after ' || p_after, NULL, 'sync');
    RETURN QUERY
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis, b.body, l.hash, a.body, c.no,
               c.item_version
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
            AND l.act IN ('apply', 'book', 'pre_review')
        LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;

-- The number that the centre expects next of a device of the caller; null = not his, or revoked.
CREATE FUNCTION api.next_sequence(p_district int, p_device uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT EXISTS (SELECT FROM core.device d
                   WHERE d.device = p_device AND d.account = v_who.account AND d.revoked_at IS NULL) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'next_sequence', 'device_of_another');
        RETURN NULL;
    END IF;
    RETURN coalesce((SELECT h.seq FROM core.device_head h WHERE h.district = p_district AND h.device = p_device), 0) + 1;
END $$;

-- Two machines with one identity (a copied disk, a desktop set back to a backup): the one that notices takes a new one. Not
-- for a device that was revoked, and not without end.
CREATE FUNCTION api.succeed_device(p_old uuid, p_new uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT EXISTS (SELECT FROM core.device d WHERE d.device = p_old AND d.account = v_who.account AND d.revoked_at IS NULL)
       OR p_new IS NULL THEN
        PERFORM core.log_refusal(v_who.account, NULL, 'succeed_device', 'device_of_another');
        RETURN 'refused:device_of_another';
    ELSIF (SELECT count(*) FROM core.right_log l WHERE l.account = v_who.account AND l.what = 'device_succeeded'
           AND l.at > clock_timestamp() - interval '1 day') >= core.limit_('new_identities_a_day') THEN
        PERFORM core.log_refusal(v_who.account, NULL, 'succeed_device', 'too_many');
        RETURN 'refused:too_many';
    END IF;
    INSERT INTO core.device (device, account) VALUES (p_new, v_who.account) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN 'conflict:exists';
    END IF;
    INSERT INTO core.right_log (what, account, detail) VALUES ('device_succeeded', v_who.account, p_old || ' by ' || p_new);
    RETURN 'enrolled';
END $$;

-- Which places of which districts are safe once the log of the server has reached a position.
CREATE TABLE core.settle_mark (
    district int NOT NULL,
    n        bigint NOT NULL,
    lsn      pg_lsn NOT NULL,
    PRIMARY KEY (district, n)
);

-- Publishes how far each district is safe; the worker calls it every second. Skips a district somebody writes to.
CREATE FUNCTION api.settle() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_safe pg_lsn := pg_current_wal_flush_lsn();
    v_count int;
BEGIN
    IF (core.whoami()).kind IS DISTINCT FROM 'worker' THEN
        PERFORM core.log_refusal((core.whoami()).account, 0, 'settle', 'no_right');
        RETURN 0;
    END IF;
    IF (SELECT value FROM core.setting WHERE key = 'settle_by') = 'standby' THEN
        v_safe := (SELECT min(r.flush_lsn) FROM pg_stat_replication r WHERE r.state = 'streaming');
    END IF;
    UPDATE core.head h SET settled_n = m.n
    FROM (SELECT district, max(n) AS n FROM core.settle_mark WHERE lsn <= v_safe GROUP BY district) m
    WHERE h.district = m.district AND h.settled_n < m.n
      AND h.district IN (SELECT s.district FROM core.head s FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    DELETE FROM core.settle_mark m USING core.head h WHERE h.district = m.district AND m.n <= h.settled_n;
    INSERT INTO core.settle_mark SELECT h.district, h.n, pg_current_wal_insert_lsn() FROM core.head h WHERE h.n > h.settled_n
    ON CONFLICT DO NOTHING;
    RETURN v_count;
END $$;

-- After a restore from a backup: desktops then compare their copies from the beginning. Called by the administrator; the
-- repair itself does not depend on it.
CREATE FUNCTION core.declare_restored() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_epoch int := (SELECT coalesce(max(epoch), 0) + 1 FROM core.head);
BEGIN
    UPDATE core.head SET epoch = v_epoch, settled_n = 0;
    DELETE FROM core.settle_mark;
    INSERT INTO core.right_log (what, account, detail) VALUES ('restored', '', 'epoch ' || v_epoch);
    RETURN v_epoch;
END $$;

-- One worker at a time works on a district; several workers share the districts among them.
CREATE TABLE core.worker_lease (
    district int PRIMARY KEY REFERENCES core.head (district),
    account  text NOT NULL DEFAULT '',
    instance uuid,
    until    timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 50);

-- A district with work that nobody has, the one that waited longest; null = there is none. `p_again` seconds after the last
-- look it is looked at anew, because a source may have answered.
CREATE FUNCTION api.lease_district(p_instance uuid, p_seconds int, p_again int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
    v_district int;
BEGIN
    IF v_who.kind IS DISTINCT FROM 'worker' OR p_instance IS NULL THEN
        PERFORM core.log_refusal(v_who.account, 0, 'lease_district', 'no_right');
        RETURN NULL;
    END IF;
    INSERT INTO core.worker_lease (district) SELECT h.district FROM core.head h
    WHERE NOT EXISTS (SELECT FROM core.worker_lease l WHERE l.district = h.district) ON CONFLICT DO NOTHING;
    SELECT l.district INTO v_district FROM core.worker_lease l
    WHERE l.until < clock_timestamp() AND core.may(v_who.account, 'system', l.district, NULL)
      AND (EXISTS (SELECT FROM core.permit_case c WHERE c.district = l.district AND c.state IN ('applied', 'accepted')
                   AND NOT c.touched_by_human)
           OR (l.until < clock_timestamp() - make_interval(secs => greatest(p_again, 0))
               AND EXISTS (SELECT FROM core.permit_case c WHERE c.district = l.district
                           AND c.state IN ('evidence_pending', 'referred'))))
    ORDER BY l.until, l.district LIMIT 1 FOR UPDATE SKIP LOCKED;
    UPDATE core.worker_lease SET account = v_who.account, instance = p_instance,
        until = clock_timestamp() + make_interval(secs => least(greatest(p_seconds, 1), 600))
    WHERE district = v_district;
    RETURN v_district;
END $$;

CREATE FUNCTION api.release_district(p_instance uuid, p_district int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.worker_lease SET until = clock_timestamp()
    WHERE district = p_district AND instance = p_instance AND account = (core.whoami()).account
      AND until > clock_timestamp();
    RETURN FOUND;
END $$;

-- What a worker's metrics tell of the centre.
CREATE FUNCTION api.backlog() RETURNS TABLE (district int, waiting bigint, evidence bigint, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.district, count(*) FILTER (WHERE c.state IN ('applied', 'accepted')),
           count(*) FILTER (WHERE c.state = 'evidence_pending'), count(*) FILTER (WHERE c.state = 'referred')
    FROM core.permit_case c
    WHERE c.state IN ('applied', 'accepted', 'evidence_pending', 'referred')
      AND core.readable((core.whoami()).account, c.district)
    GROUP BY c.district
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core, api FROM PUBLIC;
REVOKE ALL ON core.settle_mark, core.worker_lease FROM PUBLIC;
ALTER TABLE core.settle_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.worker_lease ENABLE ROW LEVEL SECURITY;
GRANT EXECUTE ON FUNCTION api.heads(), api.pull(int, bigint, int) TO tongban_staff, tongban_worker, tongban_auditor;
GRANT EXECUTE ON FUNCTION api.next_sequence(int, uuid), api.succeed_device(uuid, uuid) TO tongban_staff, tongban_worker;
GRANT EXECUTE ON FUNCTION api.settle(), api.lease_district(uuid, int, int), api.release_district(uuid, int), api.backlog()
    TO tongban_worker;

RESET ROLE;
