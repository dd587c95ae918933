-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a login may call. Each function runs as the owner with a fixed search path, asks session_user who is
-- there (an argument or a setting of the session never says so), and answers with a value: a refusal raised as
-- an error would roll its own record back.

SET ROLE tongban_owner;

CREATE FUNCTION core.readable(p_account text, p_district int) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.right_ r
                   WHERE r.account = p_account AND r.role <> 'applicant' AND r.district IN (p_district, 0)
                     AND clock_timestamp() >= r.since AND clock_timestamp() < r.until)
$$;

-- For the policies of row-level security.
CREATE FUNCTION api.readable_districts() RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(h.district), '{}') FROM core.head h
    WHERE core.readable((core.whoami()).account, h.district)
$$;

CREATE FUNCTION api.hello() RETURNS TABLE (account text, kind text, schema_version int, workflow text, epoch_ms bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.account, a.kind, (SELECT max(v.version) FROM core.schema_version v),
           (SELECT s.value FROM core.setting s WHERE s.key = 'workflow_digest'),
           (extract(epoch FROM clock_timestamp()) * 1000)::bigint
    FROM core.whoami() a WHERE a.account IS NOT NULL
$$;

CREATE FUNCTION api.heads() RETURNS TABLE (district int, epoch int, n bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT h.district, h.epoch, h.n, h.hash FROM core.head h
    WHERE core.readable((core.whoami()).account, h.district) ORDER BY h.district
$$;

-- Null = this device may push here; otherwise why the whole call is refused.
CREATE FUNCTION core.push_problem(p_who core.account, p_district int, p_device uuid, p_ops uuid[], p_seqs bigint[], p_acts bytea[])
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_device core.device;
BEGIN
    SELECT * INTO v_device FROM core.device d WHERE d.device = p_device;
    RETURN CASE
        WHEN p_who.account IS NULL OR p_who.kind = 'auditor' THEN 'no_account'
        WHEN v_device.device IS NULL OR v_device.account <> p_who.account THEN 'device_of_another'
        WHEN v_device.revoked_at IS NOT NULL THEN 'device_revoked'
        WHEN NOT EXISTS (SELECT FROM core.right_ r WHERE r.account = p_who.account AND r.district IN (p_district, 0))
            THEN 'other_district'
        -- Arrays may begin anywhere and have several dimensions; only plain ones are read by number below.
        WHEN array_ndims(p_ops) > 1 OR array_ndims(p_seqs) > 1 OR array_ndims(p_acts) > 1
             OR array_lower(p_ops, 1) <> 1 OR array_lower(p_seqs, 1) <> 1 OR array_lower(p_acts, 1) <> 1
             OR cardinality(p_ops) IS DISTINCT FROM cardinality(p_seqs)
             OR cardinality(p_ops) IS DISTINCT FROM cardinality(p_acts) THEN 'bad_batch'
        WHEN array_position(p_ops, NULL) IS NOT NULL OR array_position(p_seqs, NULL) IS NOT NULL THEN 'bad_batch'
        WHEN cardinality(p_ops) > core.limit_('most_acts_in_batch')
             OR pg_column_size(p_acts) > core.limit_('largest_batch_bytes') THEN 'batch_too_large'
        -- Whoever is refused that often in an hour is searching or flooding.
        WHEN EXISTS (SELECT FROM core.refusal_log r WHERE r.account = p_who.account AND r.at > clock_timestamp() - interval '1 hour'
                     ORDER BY r.at DESC OFFSET core.limit_('most_refusals_an_hour')) THEN 'too_many_refusals'
    END;
END $$;

-- Answers for each op: applied, conflict, refused, invalid and quarantined are final and stored; expected
-- (detail = the number wanted), key_reuse, device_fork and denied are not. Stops at the first number out of order.
CREATE FUNCTION api.push(p_district int, p_device uuid, p_ops uuid[], p_seqs bigint[], p_acts bytea[])
RETURNS TABLE (op uuid, outcome text, detail text, n bigint, version bigint, token bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s' AS $$
#variable_conflict use_column
DECLARE
    v_head core.head;
    v_who core.account := core.whoami();
    v_before bigint;
    v_seq bigint;
    v_old core.op;
    v_answer core.answer;
    v_sha bytea;
    v_problem text := core.push_problem(v_who, p_district, p_device, p_ops, p_seqs, p_acts);
BEGIN
    IF v_problem IS NULL THEN
        SELECT * INTO v_head FROM core.head h WHERE h.district = p_district FOR UPDATE;
    END IF;
    IF v_head.district IS NULL THEN
        IF v_problem = 'too_many_refusals' THEN
            RAISE LOG 'tongban refused % in district %: too many refusals', session_user, p_district;
        ELSE
            PERFORM core.log_refusal(v_who.account, p_district, 'push', coalesce(v_problem, 'other_district'));
        END IF;
        RETURN QUERY SELECT NULL::uuid, 'denied', coalesce(v_problem, 'other_district'), NULL::bigint, NULL::bigint, NULL::bigint;
        RETURN;
    END IF;
    v_before := v_head.n + v_head.token + v_head.case_no;
    SELECT d.seq INTO v_seq FROM core.device_head d WHERE d.district = p_district AND d.device = p_device;
    v_seq := coalesce(v_seq, 0);
    FOR i IN 1 .. coalesce(cardinality(p_ops), 0) LOOP
        op := p_ops[i]; n := NULL; version := NULL; token := NULL;
        v_sha := sha256(coalesce(p_acts[i], ''));
        SELECT * INTO v_old FROM core.op o WHERE o.district = p_district AND o.op = p_ops[i];
        IF v_old.op IS NOT NULL THEN
            outcome := v_old.outcome; detail := v_old.detail; n := v_old.n; version := v_old.version; token := v_old.token;
            IF v_old.sha <> v_sha OR v_old.account <> v_who.account THEN
                outcome := 'key_reuse'; detail := ''; n := NULL; version := NULL; token := NULL;
                PERFORM core.log_refusal(v_who.account, p_district, 'key_reuse', p_ops[i]::text);
            END IF;
            RETURN NEXT;
            CONTINUE;
        ELSIF p_seqs[i] > v_seq + 1 THEN
            outcome := 'expected'; detail := (v_seq + 1)::text;
            RETURN NEXT;
            EXIT;
        ELSIF p_seqs[i] <= v_seq THEN
            outcome := 'device_fork'; detail := (v_seq + 1)::text;
            PERFORM core.log_refusal(v_who.account, p_district, 'device_fork', p_device::text);
            RETURN NEXT;
            EXIT;
        END IF;
        v_answer := core.run_op(v_head, v_who, p_device, p_ops[i], p_acts[i]);
        v_head := v_answer.head;
        v_seq := v_seq + 1;
        PERFORM core.keep_op(v_head.district, v_who, p_device, p_ops[i], v_seq, p_acts[i], v_sha, v_answer);
        outcome := v_answer.outcome; detail := v_answer.detail; n := v_answer.n;
        version := v_answer.version; token := v_answer.token;
        RETURN NEXT;
    END LOOP;
    PERFORM core.store_heads(v_head, v_before, p_device, v_seq);
END $$;

-- Writes a command's outcome down, and what was refused into the log of refusals.
CREATE FUNCTION core.keep_op(p_district int, p_who core.account, p_device uuid, p_op uuid, p_seq bigint, p_body bytea,
                             p_sha bytea, p_answer core.answer)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.op (district, op, device, seq, account, kind, case_id, sha, outcome, detail, n, version, token)
    SELECT p_district, p_op, p_device, p_seq, p_who.account,
           CASE WHEN p_answer.n IS NOT NULL THEN 'act' WHEN p_answer.token IS NOT NULL THEN 'claim' ELSE '' END,
           (SELECT l.case_id FROM core.ledger l WHERE l.district = p_district AND l.n = p_answer.n),
           p_sha, p_answer.outcome, p_answer.detail, p_answer.n, p_answer.version, p_answer.token;
    IF p_answer.outcome <> 'applied' AND length(p_body) <= core.limit_('largest_act_bytes') THEN
        INSERT INTO core.op_body VALUES (p_district, p_op, p_body);
    END IF;
    IF p_answer.outcome IN ('refused', 'invalid', 'quarantined') THEN
        PERFORM core.log_refusal(p_who.account, p_district, p_answer.outcome, p_answer.detail || ' ' || p_op);
    END IF;
END $$;

-- Compare and set: right even where a row lock is only advisory.
CREATE FUNCTION core.store_heads(p_head core.head, p_before bigint, p_device uuid, p_seq bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.device_head AS d VALUES (p_head.district, p_device, p_seq)
    ON CONFLICT (district, device) DO UPDATE SET seq = excluded.seq WHERE d.seq < excluded.seq;
    IF p_head.n + p_head.token + p_head.case_no = p_before THEN
        RETURN;
    END IF;
    UPDATE core.head SET n = p_head.n, hash = p_head.hash, at = p_head.at, token = p_head.token,
        case_no = p_head.case_no, acceptance_no = p_head.acceptance_no
    WHERE district = p_head.district AND n + token + case_no = p_before;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the district moved' USING ERRCODE = 'serialization_failure';
    END IF;
END $$;

-- A page of the district's ledger after n. Applications come with the act that opened the case.
CREATE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text)
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
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis, b.body, l.hash, a.body
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
            AND l.act IN ('apply', 'book', 'pre_review')
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;

-- The highest of the places a device remembers at which the centre has the same hash; null = none. Told after a
-- centre was restored from a backup, it says from where on acts have to be sent again.
CREATE FUNCTION api.common(p_district int, p_n bigint[], p_hash bytea[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT max(l.n) FROM core.ledger l
    JOIN unnest(p_n, p_hash) AS mine (n, hash) ON mine.n = l.n AND mine.hash = l.hash
    WHERE l.district = p_district AND core.readable((core.whoami()).account, p_district)
$$;

-- For the auditor: events whose body is not the one the chain covers, opened cases whose application is not the
-- one the event names, and cases that do not stand where their last event left them.
CREATE FUNCTION api.ledger_faults(p_district int) RETURNS TABLE (fault text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'edited', l.n FROM core.ledger l
    LEFT JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n
    WHERE l.district = p_district AND core.readable((core.whoami()).account, p_district)
      AND sha256(convert_to(b.body, 'UTF8')) IS DISTINCT FROM l.body_digest
    UNION ALL
    SELECT 'edited', l.n FROM core.ledger l
    JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n
    LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
    WHERE l.district = p_district AND core.readable((core.whoami()).account, p_district)
      AND b.body::jsonb->'detail' ? 'application'
      AND encode(sha256(convert_to(a.body, 'UTF8')), 'hex') IS DISTINCT FROM b.body::jsonb->'detail'->>'application'
    UNION ALL
    SELECT 'standing_changed', coalesce(e.n, 0) FROM core.permit_case c
    LEFT JOIN LATERAL (SELECT max(l.n) AS n, count(*) AS acts FROM core.ledger l
                       WHERE l.district = c.district AND l.case_id = c.id) e ON true
    LEFT JOIN core.ledger last ON last.district = c.district AND last.n = e.n
    WHERE c.district = p_district AND core.readable((core.whoami()).account, p_district)
      AND (last.state IS DISTINCT FROM c.state OR e.acts <> c.version)
    UNION ALL
    SELECT 'forged', l.n FROM core.ledger l
    WHERE l.district = p_district AND core.readable((core.whoami()).account, p_district)
      AND NOT EXISTS (SELECT FROM core.permit_case c WHERE c.district = l.district AND c.id = l.case_id)
    UNION ALL
    SELECT 'forged', d.n FROM core.decision d
    LEFT JOIN core.ledger l ON l.district = d.district AND l.n = d.n
    WHERE d.district = p_district AND core.readable((core.whoami()).account, p_district)
      AND (l.case_id IS DISTINCT FROM d.case_id OR l.actor IS DISTINCT FROM d.actor
           OR l.state IS DISTINCT FROM d.outcome)
$$;

-- One case with what the applicant wrote, for a stated purpose; null = no right or no such case.
CREATE FUNCTION api.read_application(p_district int, p_case uuid, p_purpose text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT core.readable(v_who.account, p_district) OR coalesce(btrim(p_purpose), '') = '' THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'read_application', coalesce(p_case::text, ''));
        RETURN NULL;
    END IF;
    PERFORM core.log_query(v_who.account, p_district, 'application', p_case, p_purpose);
    RETURN (SELECT a.body FROM core.application a WHERE a.district = p_district AND a.case_id = p_case);
END $$;

-- What the agencies answered about a case. Only for who may act on the item there, not for whoever may read it.
CREATE FUNCTION api.read_evidence(p_district int, p_case uuid, p_purpose text)
RETURNS TABLE (source text, record text, body text, answered_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_item text := (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case);
BEGIN
    IF coalesce(btrim(p_purpose), '') = '' OR v_item IS NULL
       OR NOT (core.may(v_who.account, 'approver', p_district, v_item)
               OR core.may(v_who.account, 'supervisor', p_district, v_item)
               OR core.may(v_who.account, 'system', p_district, v_item)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'read_evidence', coalesce(p_case::text, ''));
        RETURN;
    END IF;
    PERFORM core.log_query(v_who.account, p_district, 'evidence', p_case, p_purpose);
    RETURN QUERY SELECT e.source, e.record, e.body, e.answered_at FROM core.evidence e
                 WHERE e.district = p_district AND e.case_id = p_case;
END $$;

RESET ROLE;
