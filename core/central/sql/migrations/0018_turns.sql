-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who asks for a district first is served first, and an act costs the centre less. What an act is judged by, the ledger, its
-- digests and the answers stay what they were.

GRANT EXECUTE ON FUNCTION pg_catalog.pg_advisory_xact_lock(int, int) TO tongban_owner;

SET ROLE tongban_owner;

-- The turn at a district, until the transaction ends. The row of the head alone knows no order: who waits for it sleeps beside
-- an old version, goes on to the next one after each commit and meets there whoever came later; with twenty desktops in a
-- district one in a hundred waited nine times as long as the middle one. This lock has one queue. It decides nothing: what guards
-- the chain is the row and the comparison in store_heads. Only for a district that there is: otherwise a login could fill the
-- table of locks. 1953459815 spells 'tong': another program of this database that takes numbers for locks is not in the way.
CREATE FUNCTION core.take_turn(p_district int) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1953459815, h.district) FROM core.head h WHERE h.district = p_district;
END $$;

-- The district's end, locked. The key of the ledger guards a place inside its year; that no other year holds a place beyond the
-- end is looked at here, once for all the places this transaction will draw.
CREATE OR REPLACE FUNCTION core.lock_head(p_district int) RETURNS core.head
LANGUAGE plpgsql AS $$
DECLARE
    v_head core.head;
BEGIN
    PERFORM core.take_turn(p_district);
    SELECT * INTO v_head FROM core.head h WHERE h.district = p_district FOR UPDATE;
    -- Not "is there one beyond": a plan for any place reads the table from its beginning.
    IF (SELECT l.n FROM core.ledger l WHERE l.district = v_head.district ORDER BY l.n DESC LIMIT 1) > v_head.n THEN
        RAISE EXCEPTION 'the district moved' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN v_head;
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
    PERFORM core.take_turn(h.district) FROM core.head h ORDER BY h.district;
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

CREATE OR REPLACE FUNCTION core.declare_restored() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_epoch int;
BEGIN
    PERFORM core.take_turn(h.district) FROM core.head h ORDER BY h.district;
    v_epoch := (SELECT coalesce(max(epoch), 0) + 1 FROM core.head);
    UPDATE core.head SET epoch = v_epoch, settled_n = 0;
    DELETE FROM core.settle_mark;
    INSERT INTO core.right_log (what, account, detail) VALUES ('restored', '', 'epoch ' || v_epoch);
    RETURN v_epoch;
END $$;

-- A function in SQL with a search path of its own is planned anew at each call.
CREATE OR REPLACE FUNCTION core.whoami() RETURNS core.account
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_account core.account;
BEGIN
    SELECT * INTO v_account FROM core.account a WHERE a.login = session_user AND a.is_active;
    RETURN v_account;
END $$;

DROP FUNCTION core.open_case(core.head, core.account, jsonb, jsonb, core.item, text[]);

-- The case that an act opens, at version 0: its application is kept here, the case itself with what the act makes of it. The head
-- has the case's number already. The year is the one of the opening act: do_act stamps after.
CREATE FUNCTION core.open_case(p_head core.head, p_who core.account, p_act jsonb, p_application jsonb, p_item core.item,
                               p_keys text[]) RETURNS core.permit_case
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO core.application (district, case_id, parties, body, year)
    VALUES (p_head.district, (p_act->>'case')::uuid,
            ARRAY[core.marker(sha256(convert_to(p_application->'applicant'->>'id', 'UTF8')), p_keys),
                  core.marker(sha256(convert_to(coalesce(p_application->'agent'->>'id', ''), 'UTF8')), p_keys)],
            core.sealed(convert_to(p_act->>'application', 'UTF8'), p_keys), core.year_at(p_head.at));
    RETURN ROW(p_head.district, (p_act->>'case')::uuid, p_head.case_no, p_item.item, p_item.version,
               coalesce(p_application->>'channel', ''), coalesce(p_application->>'external_no', ''), p_who.account, '-',
               '{}', 0, 1, 0, NULL, NULL, false, false, false, false, false, NULL, '', '', 0)::core.permit_case;
END $$;

CREATE OR REPLACE FUNCTION core.do_act(p_head core.head, p_who core.account, p_device uuid, p_act jsonb, p_keys text[])
RETURNS core.answer LANGUAGE plpgsql AS $$
DECLARE
    v_case core.permit_case;
    v_item core.item;
    v_rule core.act_rule;
    v_move core.workflow;
    v_application jsonb;
    v_verdict text := core.shape_problem(p_act);
    v_reason text := coalesce(btrim(p_act->>'reason'), '');
    v_basis text := coalesce(btrim(p_act->>'basis'), '');
BEGIN
    SELECT * INTO v_rule FROM core.act_rule r WHERE r.act = p_act->>'act';
    SELECT * INTO v_case FROM core.permit_case c WHERE c.district = p_head.district AND c.id = (p_act->>'case')::uuid;
    IF v_verdict IS NOT NULL OR v_rule.act IS NULL OR p_act->>'case' IS NULL THEN
        RETURN core.answer_of(coalesce(v_verdict, 'invalid:unknown_act'), NULL, p_head);
    ELSIF NOT core.may(p_who.account, p_act->>'role', p_head.district, coalesce(v_case.item, p_act->>'item')) THEN
        RETURN core.answer_of('refused:no_right', NULL, p_head);
    END IF;
    SELECT * INTO v_move FROM core.workflow w
    WHERE w.from_state = coalesce(v_case.state, '-') AND w.act = v_rule.act AND w.role = p_act->>'role';
    IF v_move.act IS NULL THEN
        SELECT CASE WHEN EXISTS (SELECT FROM core.workflow w WHERE w.from_state = coalesce(v_case.state, '-')
                                 AND w.act = v_rule.act) THEN 'refused:role_may_not'
                    WHEN v_case.id IS NULL THEN 'conflict:no_such_case'
                    WHEN v_rule.decides IS NOT NULL AND v_case.outcome IS NOT NULL THEN 'conflict:already_decided'
                    ELSE 'conflict:undefined_here' END INTO v_verdict;
        RETURN core.answer_of(v_verdict, v_case.version, p_head);
    ELSIF v_case.id IS NOT NULL AND v_case.version IS DISTINCT FROM (p_act->>'version')::bigint THEN
        RETURN core.answer_of('conflict:version_changed', v_case.version, p_head);
    END IF;
    SELECT * INTO v_item FROM core.item i WHERE i.item = coalesce(v_case.item, p_act->>'item')
        AND i.version = coalesce(v_case.item_version, (p_act->>'item_version')::int);
    IF v_case.id IS NULL THEN
        v_application := (p_act->>'application')::jsonb;
        v_verdict := core.opening_problem(p_head, p_who, p_act, v_application, v_item);
        IF v_verdict IS NOT NULL THEN
            RETURN core.answer_of(v_verdict, NULL, p_head);
        END IF;
        p_head.case_no := p_head.case_no + 1;
        p_head.at := greatest(p_head.at, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
        v_case := core.open_case(p_head, p_who, p_act, v_application, v_item, p_keys);
    END IF;
    v_verdict := core.judge(p_who, p_device, p_act, v_rule, v_move, v_case, v_item);
    IF v_verdict IS NOT NULL THEN
        IF v_case.version = 0 THEN
            -- Takes the case just opened away again: the caller undoes everything since its savepoint.
            RAISE EXCEPTION USING ERRCODE = 'TB001', MESSAGE = v_verdict;
        END IF;
        RETURN core.answer_of(v_verdict, v_case.version, p_head);
    END IF;
    p_head.at := greatest(p_head.at, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
    p_head.acceptance_no := p_head.acceptance_no + v_rule.accepts::int;
    RETURN core.carry_out(p_head, p_who, p_act, v_rule, v_move, v_case, v_item, v_reason, v_basis, p_keys);
END $$;

-- A case that the act opens is written once, as it stands after it.
CREATE OR REPLACE FUNCTION core.carry_out(p_head core.head, p_who core.account, p_act jsonb, p_rule core.act_rule,
                               p_move core.workflow, p_case core.permit_case, p_item core.item, p_reason text, p_basis text,
                               p_keys text[])
RETURNS core.answer LANGUAGE plpgsql AS $$
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
    IF v_case.version = 1 THEN
        INSERT INTO core.permit_case VALUES (v_case.*);
    ELSE
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
    END IF;
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
    IF p_rule.frees THEN
        DELETE FROM core.claim WHERE district = v_case.district AND case_id = v_case.id;
    END IF;
    RETURN ROW('applied', v_case.state, p_head.n, v_case.version, NULL, p_head)::core.answer;
END $$;

-- Every statement of an act finds its rows by a key, whatever the values: one plan a session. Left to itself the server planned
-- the look for commands told before with each call, and everything else five times in each of hundreds of sessions.
CREATE OR REPLACE FUNCTION api.push(p_district int, p_device uuid, p_ops uuid[], p_seqs bigint[], p_acts bytea[])
RETURNS TABLE (op uuid, outcome text, detail text, n bigint, version bigint, token bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    v_head core.head;
    v_who core.account := core.whoami();
    v_before bigint;
    v_seq bigint;
    v_old core.op;
    v_told uuid[];
    v_keys text[];
    v_answer core.answer;
    v_sha bytea;
    v_problem text := core.push_problem(v_who, p_district, p_device, p_ops, p_seqs, p_acts);
BEGIN
    IF v_problem IS NULL THEN
        v_head := core.lock_head(p_district);
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
    v_told := ARRAY(SELECT o.op FROM core.op o WHERE o.district = p_district AND o.op = ANY (p_ops));
    FOR i IN 1 .. coalesce(cardinality(p_ops), 0) LOOP
        op := p_ops[i]; n := NULL; version := NULL; token := NULL;
        v_sha := sha256(coalesce(p_acts[i], ''));
        IF p_ops[i] = ANY (v_told) THEN
            SELECT * INTO v_old FROM core.op o WHERE o.district = p_district AND o.op = p_ops[i];
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
        v_keys := coalesce(v_keys, core.seal_keys());
        v_answer := core.run_op(v_head, v_who, p_device, p_ops[i], p_acts[i], v_keys);
        v_head := v_answer.head;
        v_seq := v_seq + 1;
        PERFORM core.keep_op(v_head.district, v_who, p_device, p_ops[i], v_seq, p_acts[i], v_sha, v_answer, v_keys);
        v_told := v_told || p_ops[i];
        outcome := v_answer.outcome; detail := v_answer.detail; n := v_answer.n;
        version := v_answer.version; token := v_answer.token;
        RETURN NEXT;
    END LOOP;
    PERFORM core.store_heads(v_head, v_before, p_device, v_seq);
END $$;

-- Its names are bound here and not when it is called; so it becomes a part of the statement that uses it.
CREATE OR REPLACE FUNCTION core.year_at(p_at bigint) RETURNS smallint
LANGUAGE sql IMMUTABLE
RETURN extract(year FROM to_timestamp(p_at / 1000) AT TIME ZONE 'Asia/Shanghai')::smallint;

-- Entering a function with a search path of its own, and leaving it, makes the server look at all its settings and forget what
-- it knew of names; with forty calls an act that was a seventh of it. What an act goes through takes the path of who calls it:
-- every function that a login may call has the fixed one, nobody but the owner may call these, and nothing else enters them.
DO $$
DECLARE
    v_inner regprocedure;
BEGIN
    FOR v_inner IN
        SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'core'::regnamespace AND p.proname IN (
            'canonical', 'limit_', 'may', 'today', 'text_problem', 'need_problem', 'signer_problem', 'claim_problem',
            'program_problem', 'person_problem', 'answer_of', 'shape_problem', 'record_problem', 'opening_problem', 'judge',
            'move_case', 'change_case', 'body_of', 'do_claim', 'push_problem', 'store_heads', 'seal_keys', 'sealed', 'unsealed',
            'marker', 'event_digest', 'append_event', 'run_op', 'keep_op', 'keep_records')
    LOOP
        EXECUTE format('ALTER FUNCTION %s RESET search_path', v_inner);
    END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;

RESET ROLE;
