-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What takes two persons, what only the worker may, and what ends a session that holds a district.

SET ROLE tongban_owner;

-- Signs the next act of that kind at this version of a case for another person to do. 'signed', or why not.
CREATE FUNCTION api.sign(p_district int, p_case uuid, p_version bigint, p_act text, p_role text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
    v_case core.permit_case;
BEGIN
    SELECT * INTO v_case FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case;
    IF v_who.kind IS DISTINCT FROM 'person' OR coalesce(p_role, '') NOT IN ('approver', 'supervisor')
       OR NOT core.may(v_who.account, p_role, p_district, coalesce(v_case.item, '')) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'sign', 'no_right');
        RETURN 'refused:no_right';
    ELSIF v_case.version IS DISTINCT FROM p_version THEN
        RETURN 'conflict:version_changed';
    ELSIF NOT EXISTS (SELECT FROM core.act_rule r WHERE r.act = p_act) THEN
        RETURN 'invalid:unknown_act';
    END IF;
    INSERT INTO core.signature (district, case_id, version, act, signer, role)
    VALUES (p_district, p_case, p_version, p_act, v_who.account, p_role) ON CONFLICT DO NOTHING;
    RETURN 'signed';
END $$;

-- One supervisor proposes a model, another confirms it; either may withdraw it. Rules reach the whole city, so
-- the right has to reach it too (district 0).
CREATE FUNCTION api.propose_model(p_rule_set text, p_version int, p_effective_from date, p_model text, p_manifest text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT core.may(v_who.account, 'supervisor', 0, NULL) THEN
        PERFORM core.log_refusal(v_who.account, 0, 'propose_model', 'no_right');
        RETURN 'refused:no_right';
    ELSIF length(p_model) > 4000000 OR length(p_manifest) > 1000000 OR p_model IS NULL OR p_manifest IS NULL THEN
        RETURN 'invalid:too_large';
    END IF;
    INSERT INTO core.published_model (digest, rule_set, version, effective_from, model, manifest, proposed_by)
    VALUES (sha256(convert_to(p_model, 'UTF8')), p_rule_set, p_version, p_effective_from, p_model, p_manifest, v_who.account)
    ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'proposed' ELSE 'conflict:exists' END;
END $$;

CREATE FUNCTION api.confirm_model(p_digest bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
    v_proposer text := (SELECT m.proposed_by FROM core.published_model m WHERE m.digest = p_digest);
BEGIN
    IF NOT core.may(v_who.account, 'supervisor', 0, NULL) OR v_proposer = v_who.account THEN
        PERFORM core.log_refusal(v_who.account, 0, 'confirm_model',
                                 CASE WHEN v_proposer = v_who.account THEN 'same_person' ELSE 'no_right' END);
        RETURN CASE WHEN v_proposer = v_who.account THEN 'refused:same_person' ELSE 'refused:no_right' END;
    END IF;
    UPDATE core.published_model SET confirmed_by = v_who.account, confirmed_at = clock_timestamp()
    WHERE digest = p_digest AND confirmed_at IS NULL AND withdrawn_at IS NULL;
    RETURN CASE WHEN FOUND THEN 'confirmed' ELSE 'conflict:no_such_proposal' END;
END $$;

CREATE FUNCTION api.withdraw_model(p_digest bytea) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF NOT core.may(v_who.account, 'supervisor', 0, NULL) THEN
        PERFORM core.log_refusal(v_who.account, 0, 'withdraw_model', 'no_right');
        RETURN 'refused:no_right';
    END IF;
    UPDATE core.published_model SET withdrawn_by = v_who.account, withdrawn_at = clock_timestamp()
    WHERE digest = p_digest AND withdrawn_at IS NULL;
    RETURN CASE WHEN FOUND THEN 'withdrawn' ELSE 'conflict:no_such_model' END;
END $$;

-- The models in force or waiting, without who proposed them.
CREATE FUNCTION api.models() RETURNS TABLE (digest bytea, rule_set text, version int, effective_from date, model text, manifest text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT m.digest, m.rule_set, m.version, m.effective_from, m.model, m.manifest FROM core.published_model m
    WHERE m.confirmed_at IS NOT NULL AND m.withdrawn_at IS NULL AND (core.whoami()).account IS NOT NULL
$$;

-- An agency's answer. The worker asks the agencies, nobody else.
CREATE FUNCTION api.put_evidence(p_district int, p_case uuid, p_source text, p_record text, p_body text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
BEGIN
    IF v_who.kind IS DISTINCT FROM 'worker' OR length(p_body) > core.limit_('largest_act_bytes')
       OR NOT core.may(v_who.account, 'system', p_district,
                       (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'put_evidence', 'no_right');
        RETURN 'refused:no_right';
    END IF;
    INSERT INTO core.evidence (district, case_id, source, record, body, put_by)
    VALUES (p_district, p_case, p_source, p_record, p_body, v_who.account);
    RETURN 'kept';
END $$;

-- A session may hold a district by opening a transaction, acting and going for lunch; no setting of the server
-- forbids it to a login that can change its own settings. The worker calls this every few seconds: sessions of
-- desktops that others have been waiting for longer than this are ended, and that is logged.
CREATE FUNCTION api.evict_blockers(p_seconds int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_who core.account := core.whoami();
    v_found record;
    v_count int := 0;
BEGIN
    IF v_who.kind IS DISTINCT FROM 'worker' THEN
        PERFORM core.log_refusal(v_who.account, 0, 'evict_blockers', 'no_right');
        RETURN 0;
    END IF;
    FOR v_found IN
        SELECT DISTINCT b.pid, b.usename
        FROM pg_stat_activity w
        CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) blocker
        JOIN pg_stat_activity b ON b.pid = blocker
        JOIN core.account a ON a.login = b.usename
        WHERE w.datname = current_database() AND b.pid <> pg_backend_pid()
          AND b.xact_start < clock_timestamp() - make_interval(secs => greatest(p_seconds, 1))
    LOOP
        PERFORM core.log_refusal(v_found.usename, 0, 'evicted', 'held a district');
        PERFORM pg_terminate_backend(v_found.pid);
        v_count := v_count + 1;
    END LOOP;
    RETURN v_count;
END $$;

RESET ROLE;
