-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What an act rests on travels with it. The act's body, and through it the chain, holds the digest of the text; the text
-- stands apart, sealed, so that it can be erased by law and the chain still holds:
--   decision  what the rules decided from and with what result; of a worker's act, the digest is "record" in its detail
--   page      what somebody had on the screen when he acted; the digest is "seen" in the act's detail
-- Answers of agencies come with a worker's act too and are kept where api.put_evidence keeps them.

SET ROLE tongban_owner;

CREATE TABLE core.act_record (
    district int NOT NULL,
    n        bigint NOT NULL, -- Of the act that names it.
    kind     text NOT NULL CHECK (kind IN ('decision', 'page')),
    case_id  uuid NOT NULL,
    body     bytea NOT NULL, -- Sealed.
    year     smallint NOT NULL,
    PRIMARY KEY (district, n, kind, year)
) PARTITION BY LIST (year);
CREATE INDEX ON core.act_record (district, case_id);

INSERT INTO core.yearly VALUES ('act_record');

DO $$
DECLARE
    v_year int;
BEGIN
    CREATE TABLE core.act_record_other PARTITION OF core.act_record DEFAULT;
    PERFORM core.guard_history('act_record'), core.guard_history('act_record_other');
    FOR v_year IN SELECT right(c.relname, 4)::int FROM pg_class c
                  WHERE c.relnamespace = 'core'::regnamespace AND c.relname ~ '^ledger_[0-9]{4}$' LOOP
        PERFORM core.open_year(v_year);
    END LOOP;
END $$;

-- Of what comes with an act: who may send it, and whether it is what the act says. A worker's alone, because only the program
-- decides by rules; people send what they saw.
CREATE FUNCTION core.record_problem(p_act jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_record jsonb;
BEGIN
    IF p_act ? 'page' AND encode(sha256(convert_to(p_act->>'page', 'UTF8')), 'hex')
                          IS DISTINCT FROM p_act->'say'->'detail'->>'seen' THEN
        RETURN 'invalid:page_differs';
    ELSIF (p_act ? 'record' OR p_act ? 'answers') AND p_act->>'role' IS DISTINCT FROM 'system' THEN
        RETURN 'refused:record_of_rules';
    ELSIF p_act ? 'answers' AND (jsonb_typeof(p_act->'answers') <> 'array' OR EXISTS (
              SELECT FROM jsonb_array_elements(p_act->'answers') a
              WHERE coalesce(a->>'source', '') = '' OR coalesce(a->>'record', '') = '' OR coalesce(a->>'body', '') = '')) THEN
        RETURN 'invalid:bad_record';
    ELSIF NOT p_act ? 'record' THEN
        RETURN NULL;
    END IF;
    v_record := (p_act->>'record')::jsonb;
    IF jsonb_typeof(v_record) <> 'object' OR core.canonical(v_record) <> p_act->>'record'
       OR v_record->>'model' IS DISTINCT FROM p_act->>'model' OR v_record->>'capsule' IS DISTINCT FROM p_act->>'capsule' THEN
        RETURN 'invalid:bad_record';
    END IF;
    RETURN NULL;
END $$;

-- What only the centre writes into a body. A client that sends one of these wants to be believed.
CREATE OR REPLACE FUNCTION core.shape_problem(p_act jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN jsonb_typeof(coalesce(p_act->'say', '{}')) <> 'object' THEN 'invalid:bad_shape'
        WHEN p_act->'say' ?| ARRAY['acceptance_no', 'advice_against', 'document', 'pinned_model', 'power_entry',
                                   'proposer', 'signer', 'signer_role', 'standing', 'actor', 'organisation'] THEN 'invalid:reserved'
        WHEN p_act->'say'->'detail' ?| ARRAY['application', 'capsule', 'model', 'record'] THEN 'invalid:reserved'
        WHEN p_act ?| ARRAY['page', 'record', 'answers'] THEN core.record_problem(p_act)
    END;
END $$;

-- The body of the event: what the client adds, and over it what the centre knows.
CREATE OR REPLACE FUNCTION core.body_of(p_case core.permit_case, p_act jsonb, p_rule core.act_rule, p_item core.item) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_body jsonb := coalesce(p_act->'say', '{}');
    v_detail jsonb := '{}';
BEGIN
    IF coalesce(p_act->>'document', '') <> '' THEN
        v_body := v_body || jsonb_build_object('document', p_act->>'document');
    END IF;
    IF p_case.version = 1 THEN
        v_detail := jsonb_build_object('application', encode(sha256(convert_to(p_act->>'application', 'UTF8')), 'hex'));
    END IF;
    IF p_rule.accepts THEN
        v_body := v_body || jsonb_build_object('acceptance_no', p_case.acceptance_no)
            || CASE WHEN p_case.pinned_model IS NULL THEN '{}'
               ELSE jsonb_build_object('pinned_model', encode(p_case.pinned_model, 'hex')) END;
    END IF;
    IF p_rule.act = 'refer' AND (p_act->>'advice_against')::boolean THEN
        v_body := v_body || '{"advice_against": true}';
    END IF;
    IF p_rule.act IN ('countersign', 'reject_proposal') AND p_case.proposer IS NOT NULL THEN
        v_body := v_body || jsonb_build_object('proposer', p_case.proposer);
    END IF;
    IF p_rule.decides IS NOT NULL THEN
        v_body := v_body || jsonb_build_object('power_entry', p_item.power_entry);
        IF p_case.is_automatic THEN
            v_detail := jsonb_build_object('model', p_act->>'model', 'capsule', p_act->>'capsule');
        END IF;
    END IF;
    IF p_act ? 'record' THEN
        v_detail := v_detail || jsonb_build_object('record', encode(sha256(convert_to(p_act->>'record', 'UTF8')), 'hex'));
    END IF;
    IF coalesce(p_act->>'signer', '') <> '' THEN
        v_body := v_body || (SELECT jsonb_build_object('signer', s.signer, 'signer_role', s.role) FROM core.signature s
                             WHERE s.district = p_case.district AND s.case_id = p_case.id
                               AND s.version = p_case.version - 1 AND s.act = p_rule.act AND s.signer = p_act->>'signer');
    END IF;
    IF v_detail <> '{}' THEN
        v_body := v_body || jsonb_build_object('detail', coalesce(v_body->'detail', '{}') || v_detail);
    END IF;
    RETURN core.canonical(v_body);
END $$;

-- Keeps what came with the act that was just written at the head.
CREATE FUNCTION core.keep_records(p_head core.head, p_who core.account, p_case core.permit_case, p_act jsonb,
                                  p_keys text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_year smallint := core.year_at(p_head.at);
BEGIN
    INSERT INTO core.act_record (district, n, kind, case_id, body, year)
    SELECT p_head.district, p_head.n, came.kind, p_case.id, core.sealed(convert_to(came.body, 'UTF8'), p_keys), v_year
    FROM (VALUES ('decision', p_act->>'record'), ('page', p_act->>'page')) AS came (kind, body)
    WHERE came.body IS NOT NULL;
    -- The time is part of the key: one record may have been asked about two persons at once.
    INSERT INTO core.evidence (district, case_id, source, record, body, answered_at, put_by)
    SELECT p_head.district, p_case.id, a.value->>'source', a.value->>'record',
           core.sealed(convert_to(a.value->>'body', 'UTF8'), p_keys),
           clock_timestamp() + make_interval(secs => a.ordinality / 1000.0), p_who.account
    FROM jsonb_array_elements(coalesce(p_act->'answers', '[]')) WITH ORDINALITY a;
END $$;

CREATE OR REPLACE FUNCTION core.carry_out(p_head core.head, p_who core.account, p_act jsonb, p_rule core.act_rule,
                               p_move core.workflow, p_case core.permit_case, p_item core.item, p_reason text, p_basis text,
                               p_keys text[])
RETURNS core.answer LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.permit_case := core.change_case(p_case, p_head, p_who, p_act, p_rule, p_move, p_item);
    v_body text := core.body_of(v_case, p_act, p_rule, p_item);
    v_event core.ledger;
BEGIN
    IF p_rule.act = 'countersign' THEN
        p_reason := coalesce(nullif(p_reason, ''), v_case.proposal_reason);
        p_basis := coalesce(nullif(p_basis, ''), v_case.proposal_basis);
    END IF;
    v_event := ROW(p_head.district, 0, v_case.id, p_rule.act, v_case.state, p_who.account, p_act->>'role', p_head.at,
                   p_reason, p_basis, NULL, NULL, NULL)::core.ledger;
    p_head := core.append_event(p_head, v_event, v_body, p_keys);
    IF p_act ?| ARRAY['page', 'record', 'answers'] THEN
        PERFORM core.keep_records(p_head, p_who, v_case, p_act, p_keys);
    END IF;
    IF p_case.state <> v_case.state AND v_case.channel NOT IN ('window', 'district_hall', '') AND v_case.external_no <> '' THEN
        INSERT INTO core.status_ledger (district, n, channel, external_no, case_id, state, at)
        VALUES (p_head.district, p_head.n, v_case.channel, v_case.external_no, v_case.id, v_case.state, p_head.at);
    END IF;
    IF p_rule.decides IS NOT NULL THEN
        INSERT INTO core.decision (district, case_id, round, outcome, actor, second, automatic, model, n)
        VALUES (p_head.district, v_case.id, v_case.decision_round, p_rule.decides, p_who.account,
                coalesce(v_case.proposer, nullif(p_act->>'signer', '')), v_case.is_automatic,
                CASE WHEN v_case.is_automatic THEN decode(p_act->>'model', 'hex') END, p_head.n);
    END IF;
    UPDATE core.permit_case SET
        state = v_case.state, waiting_from = v_case.waiting_from, version = v_case.version,
        decision_round = v_case.decision_round, acceptance_no = v_case.acceptance_no,
        pinned_model = v_case.pinned_model, outcome = v_case.outcome, is_automatic = v_case.is_automatic,
        human_requested = v_case.human_requested, touched_by_human = v_case.touched_by_human,
        rules_asked = v_case.rules_asked, advice_against = v_case.advice_against, proposer = v_case.proposer,
        proposal_reason = v_case.proposal_reason, proposal_basis = v_case.proposal_basis,
        changed_at = v_case.changed_at
    WHERE district = v_case.district AND id = v_case.id AND version = v_case.version - 1;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the case moved' USING ERRCODE = 'serialization_failure';
    END IF;
    IF p_rule.frees THEN
        DELETE FROM core.claim WHERE district = v_case.district AND case_id = v_case.id;
    END IF;
    RETURN ROW('applied', v_case.state, p_head.n, v_case.version, NULL, p_head)::core.answer;
END $$;

-- The items whose records an account may see in a district: of those it examines, decides, supervises or audits. Null = none;
-- an empty array = all.
CREATE FUNCTION core.items_seen(p_account text, p_district int) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT CASE WHEN count(*) = 0 THEN NULL WHEN bool_or(r.items IS NULL) THEN '{}'
                   ELSE array_agg(DISTINCT i.item) END
            FROM core.right_ r LEFT JOIN LATERAL unnest(r.items) i (item) ON true
            WHERE r.account = p_account AND r.role IN ('clerk', 'approver', 'supervisor', 'system', 'auditor')
              AND r.district IN (p_district, 0) AND clock_timestamp() >= r.since AND clock_timestamp() < r.until);
END $$;

-- As before, and with an act of the rules what they decided from.
DROP FUNCTION api.pull(int, bigint, int);
CREATE FUNCTION api.pull(p_district int, p_after bigint, p_limit int)
RETURNS TABLE (n bigint, case_id uuid, act text, state text, actor text, role text, at bigint, reason text, basis text,
               body text, hash bytea, application text, case_no bigint, item_version int, record text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_keys text[];
    v_last int;
    v_key bytea;
    v_items text[] := core.items_seen(v_who.account, p_district);
BEGIN
    IF NOT core.readable(v_who.account, p_district) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'pull', 'no_right');
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    v_last := nullif(cardinality(v_keys), 0);
    v_key := decode(v_keys[v_last], 'hex');
    PERFORM core.log_query(v_who.account, p_district, 'pull after ' || p_after, NULL, 'sync');
    RETURN QUERY
        SELECT l.n, l.case_id, l.act, l.state, l.actor, l.role, l.at, l.reason, l.basis,
               convert_from(CASE WHEN length(b.body) > 17 AND get_byte(b.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(b.body, 18), v_key, substr(b.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(b.body, v_keys) END, 'UTF8'),
               l.hash,
               convert_from(CASE WHEN length(a.body) > 17 AND get_byte(a.body, 0) = v_last
                                 THEN crypto.decrypt_iv(substr(a.body, 18), v_key, substr(a.body, 2, 16), 'aes-cbc')
                                 ELSE core.unsealed(a.body, v_keys) END, 'UTF8'),
               c.no, c.item_version,
               CASE WHEN r.body IS NOT NULL
                         AND (v_items = '{}' OR (SELECT p.item FROM core.permit_case p
                                                 WHERE p.district = r.district AND p.id = r.case_id) = ANY (v_items))
                    THEN convert_from(core.unsealed(r.body, v_keys), 'UTF8') END
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year AND b.n > p_after
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
            AND l.act IN ('apply', 'book', 'pre_review')
        LEFT JOIN core.permit_case c ON c.district = a.district AND c.id = a.case_id
        LEFT JOIN core.act_record r ON r.district = l.district AND r.n = l.n AND r.year = l.year AND r.kind = 'decision'
            AND r.n > p_after
        WHERE l.district = p_district AND l.n > p_after ORDER BY l.n LIMIT least(greatest(p_limit, 0), 5000);
END $$;

-- What the acts of one case rest on, for a stated purpose. One row without a text = not for this account.
CREATE FUNCTION api.read_records(p_district int, p_case uuid, p_purpose text) RETURNS TABLE (n bigint, kind text, body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
#variable_conflict use_column
DECLARE
    v_who core.account := core.whoami();
    v_item text := (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case);
    v_items text[] := core.items_seen(v_who.account, p_district);
    v_keys text[];
BEGIN
    IF coalesce(btrim(p_purpose), '') = '' OR v_item IS NULL OR v_items IS NULL
       OR NOT (v_items = '{}' OR v_item = ANY (v_items)) THEN
        PERFORM core.log_refusal(v_who.account, p_district, 'read_records', coalesce(p_case::text, ''));
        RETURN QUERY SELECT 0::bigint, 'refused', NULL::text;
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    PERFORM core.log_query(v_who.account, p_district, 'records', p_case, p_purpose);
    RETURN QUERY SELECT r.n, r.kind, convert_from(core.unsealed(r.body, v_keys), 'UTF8')
                 FROM core.act_record r WHERE r.district = p_district AND r.case_id = p_case ORDER BY r.n, r.kind;
END $$;

CREATE OR REPLACE FUNCTION api.ledger_faults(p_district int) RETURNS TABLE (fault text, n bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_keys text[];
BEGIN
    IF NOT core.readable((core.whoami()).account, p_district) THEN
        RETURN;
    END IF;
    v_keys := core.seal_keys();
    RETURN QUERY
    SELECT 'edited', l.n FROM core.ledger l
    LEFT JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
    WHERE l.district = p_district AND sha256(core.unsealed_if_sound(b.body, v_keys)) IS DISTINCT FROM l.body_digest
    UNION ALL
    SELECT 'edited', o.n FROM (
        SELECT l.n, a.body, CASE WHEN sha256(core.unsealed_if_sound(b.body, v_keys)) = l.body_digest
                                 THEN convert_from(core.unsealed_if_sound(b.body, v_keys), 'UTF8')::jsonb->'detail' END AS detail
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
        LEFT JOIN core.application a ON a.district = l.district AND a.case_id = l.case_id
        WHERE l.district = p_district AND l.act IN ('apply', 'book', 'pre_review')) o
    WHERE o.detail ? 'application'
      AND encode(sha256(core.unsealed_if_sound(o.body, v_keys)), 'hex') IS DISTINCT FROM o.detail->>'application'
    UNION ALL
    -- A record that is not what its act names, that no act names, or that an act names and is gone.
    SELECT 'edited', o.n FROM (
        SELECT l.n, r.kind, r.body, CASE WHEN sha256(core.unsealed_if_sound(b.body, v_keys)) = l.body_digest
                                    THEN convert_from(core.unsealed_if_sound(b.body, v_keys), 'UTF8')::jsonb->'detail' END AS detail
        FROM core.ledger l
        JOIN core.ledger_body b ON b.district = l.district AND b.n = l.n AND b.year = l.year
        LEFT JOIN core.act_record r ON r.district = l.district AND r.n = l.n
        WHERE l.district = p_district AND (r.n IS NOT NULL OR l.role = 'system')) o
    WHERE (o.body IS NULL AND o.detail ? 'record')
       OR (o.body IS NOT NULL AND encode(sha256(core.unsealed_if_sound(o.body, v_keys)), 'hex')
           IS DISTINCT FROM o.detail->>CASE o.kind WHEN 'page' THEN 'seen' ELSE 'record' END)
    UNION ALL
    SELECT 'standing_changed', coalesce(e.n, 0) FROM core.permit_case c
    LEFT JOIN LATERAL (SELECT max(l.n) AS n, count(*) AS acts FROM core.ledger l
                       WHERE l.district = c.district AND l.case_id = c.id) e ON true
    LEFT JOIN core.ledger last ON last.district = c.district AND last.n = e.n
    WHERE c.district = p_district AND (last.state IS DISTINCT FROM c.state OR e.acts <> c.version)
    UNION ALL
    SELECT 'forged', l.n FROM core.ledger l
    WHERE l.district = p_district
      AND NOT EXISTS (SELECT FROM core.permit_case c WHERE c.district = l.district AND c.id = l.case_id)
    UNION ALL
    SELECT 'forged', d.n FROM core.decision d
    LEFT JOIN core.ledger l ON l.district = d.district AND l.n = d.n
    WHERE d.district = p_district
      AND (l.case_id IS DISTINCT FROM d.case_id OR l.actor IS DISTINCT FROM d.actor OR l.state IS DISTINCT FROM d.outcome);
END $$;

-- Whether api.read_records and api.read_evidence would answer: a desktop that opens a case asks first, so that looking at cases is
-- not counted as being refused. Reads nothing itself.
CREATE FUNCTION api.may_read(p_district int, p_case uuid) RETURNS TABLE (records boolean, evidence boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_account text := (core.whoami()).account;
    v_item text := (SELECT c.item FROM core.permit_case c WHERE c.district = p_district AND c.id = p_case);
    v_items text[] := core.items_seen(v_account, p_district);
BEGIN
    RETURN QUERY SELECT coalesce(v_items = '{}' OR v_item = ANY (v_items), false),
                        v_item IS NOT NULL AND (core.may(v_account, 'approver', p_district, v_item)
                                                OR core.may(v_account, 'supervisor', p_district, v_item)
                                                OR core.may(v_account, 'system', p_district, v_item));
END $$;

-- The rules that decisions at this centre were made by, withdrawn ones too: who reads a record needs them to read it.
CREATE FUNCTION api.model(p_digest bytea) RETURNS TABLE (rule_set text, version int, effective_from date, model text, manifest text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT m.rule_set, m.version, m.effective_from, m.model, m.manifest FROM core.published_model m
                 WHERE m.digest = p_digest AND m.confirmed_at IS NOT NULL AND (core.whoami()).account IS NOT NULL;
END $$;

CREATE OR REPLACE FUNCTION core.seal_up(p_file text) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_before text[] := core.seal_keys();
    v_keys text[] := crypto.read_keys(p_file);
    v_table text;
    v_rows bigint;
    v_sum bigint := 0;
BEGIN
    IF v_keys[1:cardinality(v_before)] <> v_before THEN
        RAISE EXCEPTION 'the file lacks keys that are in use' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM FROM core.head h ORDER BY h.district FOR UPDATE;
    LOCK TABLE core.evidence, core.account IN EXCLUSIVE MODE;
    PERFORM set_config('session_replication_role', 'replica', true);
    IF cardinality(v_before) = 0 THEN
        UPDATE core.application SET parties = ARRAY(SELECT core.marker(p.digest, v_keys)
            FROM unnest(parties) WITH ORDINALITY AS p (digest, place) ORDER BY p.place);
        UPDATE core.account SET person_hash = core.marker(person_hash, v_keys) WHERE person_hash IS NOT NULL;
    END IF;
    FOREACH v_table IN ARRAY ARRAY['application', 'ledger_body', 'evidence', 'op_body', 'inbox', 'act_record'] LOOP
        EXECUTE format('UPDATE core.%I SET body = core.sealed(core.unsealed(body, $1), $1) '
                       'WHERE get_byte(body, 0) <> cardinality($1)', v_table) USING v_keys;
        GET DIAGNOSTICS v_rows = ROW_COUNT;
        v_sum := v_sum + v_rows;
    END LOOP;
    PERFORM set_config('session_replication_role', 'origin', true);
    UPDATE core.setting SET value = p_file WHERE key = 'seal_key_file';
    INSERT INTO core.right_log (what, account, detail)
    VALUES ('sealed', '', format('%s rows with key %s', v_sum, cardinality(v_keys)));
    RETURN v_sum;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core, api FROM PUBLIC;
REVOKE ALL ON core.act_record, core.act_record_other FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.pull(int, bigint, int) TO tongban_staff, tongban_worker, tongban_auditor;
GRANT EXECUTE ON FUNCTION api.read_records(int, uuid, text), api.may_read(int, uuid), api.model(bytea)
    TO tongban_staff, tongban_worker;

RESET ROLE;
